"""The card of the tasks of one follow-up: those written down, and those that follow by
themselves."""

from __future__ import annotations

from datetime import date

from app.domain.derived_task import DerivedFrom, DerivedTask
from app.domain.followup_sheet import FollowupSheet
from app.domain.language import N_, _
from app.domain.task import TaskRow
from app.domain.words import short_day
from ui.common.badge import Badge
from ui.common.button import Button, IconButton, Kind, Size
from ui.common.card import Card
from ui.common.icons import IconLabel
from ui.common.news import News
from ui.common.rows import Row, RowList, tick_row
from ui.common.tokens import Token, Tone

ICONS: dict[DerivedFrom, str] = {
    DerivedFrom.CONSENT: "shield-check",
    DerivedFrom.AGREEMENT: "users",
    DerivedFrom.VISIT: "stethoscope",
}
WHY: dict[DerivedFrom, str] = {
    DerivedFrom.CONSENT: N_("The consent ends then"),
    DerivedFrom.AGREEMENT: N_("Agreed at the roundtable"),
    DerivedFrom.VISIT: N_("The citizen said yes to feedback"),
}


_Listed = tuple[TaskRow | DerivedTask, date]  # a task, as of which day


class TaskCard(Card):
    """Lists the tasks, those done last. `list.opened` hands over a task's id, or a `DerivedTask`;
    `list.ticked` says what was ticked, `template` asks for tasks from a template."""

    def __init__(self) -> None:
        super().__init__(_("Tasks"))
        self._news = News()
        self.list = RowList()
        self.template = IconButton("list-plus", _("Tasks from a template"))
        self.template.setObjectName("add_from_templates")
        self.new = Button(_("New task"), Kind.QUIET, icon="plus", size=Size.COMPACT)
        self.new.setObjectName("add_task")
        self.add_action(self.template)
        self.add_action(self.new)
        self.add(self.list, flush=True)

    def show_sheet(self, sheet: FollowupSheet, today: date) -> None:
        """Show the tasks of `sheet`."""
        if not self._news.are(sheet.tasks, sheet.derived, today):
            return
        tasks = sorted(sheet.tasks, key=lambda task: (task.done, task.due_on))
        self.set_count(sum(not task.done for task in tasks) + len(sheet.derived))
        parts: list[tuple[str, list[_Listed]]] = [("", [(task, today) for task in tasks])]
        if sheet.derived:
            # i18n: Danish: »Følger af sig selv«
            parts.append((_("Follows by itself"), [(task, today) for task in sheet.derived]))
        self.list.show_things(parts, _listed)
        self.set_empty(None if tasks or sheet.derived else _("No tasks here."))


def _listed(listed: _Listed) -> Row:
    task, today = listed
    return _derived(task, today) if isinstance(task, DerivedTask) else _row(task, today)


def _row(task: TaskRow, today: date) -> Row:
    return tick_row(
        task.what,
        task.who or _("Me"),
        done=task.done,
        key=task.id,
        trailing=[_badge(task.due_on, today, done=task.done)],
    )


def _derived(task: DerivedTask, today: date) -> Row:
    return Row(
        task.what,
        _(WHY[task.source]),
        key=task,
        leading=IconLabel(ICONS[task.source], Token.INK2, 18),
        trailing=[_badge(task.due_on, today, done=False)],
        wrap=True,
    )


def _badge(due_on: date, today: date, *, done: bool) -> Badge:
    if done:
        return Badge(_("Done"), Tone.OK, "check")
    if due_on < today:
        return Badge(short_day(due_on), Tone.DANGER, "circle-alert")
    if due_on == today:
        return Badge(_("Today"), Tone.ACCENT, "calendar")
    return Badge(short_day(due_on), Tone.NEUTRAL, "calendar")
