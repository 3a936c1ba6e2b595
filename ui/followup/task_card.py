"""The card of the tasks of one follow-up."""

from __future__ import annotations

from datetime import date

from app.domain.followup_sheet import FollowupSheet
from app.domain.language import _
from app.domain.task import TaskRow
from app.domain.words import short_day
from ui.common.badge import Badge
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.rows import Row, RowList, tick_row
from ui.common.tokens import Tone


class TaskCard(Card):
    """Lists the tasks, those done last; `list.ticked` says what was ticked."""

    def __init__(self) -> None:
        super().__init__(_("Tasks"))
        self.list = RowList()
        self.new = Button(_("New task"), Kind.QUIET, icon="plus", size=Size.COMPACT)
        self.new.setObjectName("add_task")
        self.add_action(self.new)
        self.add(self.list, flush=True)

    def show_sheet(self, sheet: FollowupSheet, today: date) -> None:
        """Show the tasks of `sheet`."""
        tasks = sorted(sheet.tasks, key=lambda task: (task.done, task.due_on))
        self.set_count(sum(not task.done for task in tasks))
        self.list.set_rows([_row(task, today) for task in tasks])
        self.set_empty(None if tasks else _("No tasks here."))


def _row(task: TaskRow, today: date) -> Row:
    return tick_row(
        task.what,
        task.who or _("Me"),
        done=task.done,
        key=task.id,
        trailing=[_badge(task, today)],
    )


def _badge(task: TaskRow, today: date) -> Badge:
    if task.done:
        return Badge(_("Done"), Tone.OK, "check")
    if task.due_on < today:
        return Badge(short_day(task.due_on), Tone.DANGER, "circle-alert")
    if task.due_on == today:
        return Badge(_("Today"), Tone.ACCENT, "calendar")
    return Badge(short_day(task.due_on), Tone.NEUTRAL, "calendar")
