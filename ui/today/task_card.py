"""The card of tasks: what is due, ticked off with Space, opened with Enter."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.language import _
from app.domain.task import FirstTasks, TaskRow
from app.domain.words import short_day, short_weekday_and_day
from ui.common.badge import Badge
from ui.common.button import Size
from ui.common.card import Card
from ui.common.rows import Row, RowList, tick_row
from ui.common.segments import Segments
from ui.common.tokens import Tone

WEEK = 7
FIRST = 8  # tasks that are shown before one asks for more


class TaskCard(Card):
    """Tasks by day. `until` says up to which day; the page reads them again when it changes."""

    opened = Signal(object)  # TaskRow
    ticked = Signal(object, bool)  # TaskRow, done
    span_changed = Signal()
    more_asked = Signal()  # for `most` tasks

    def __init__(self, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Opgaver med frist«
        super().__init__(_("Tasks with a due date"), parent=parent)
        # i18n: Danish: »I dag«, »7 dage«, »Alle«
        spans = (("today", _("Today")), ("week", _("7 days")), ("all", _("All")))
        self._span = Segments(spans, size=Size.COMPACT, name=_("Which tasks are shown"))
        self._span.set_value("week")
        self._span.chosen.connect(lambda _code: self.span_changed.emit())
        for part in self._span.parts():
            part.setObjectName(f"tasks_{part.code}")
        self.add_action(self._span)
        self._list = RowList(at_once=FIRST)
        self._list.setObjectName("tasks")
        self._list.more_asked.connect(self.more_asked)
        self._list.opened.connect(self.opened)
        self._list.ticked.connect(self.ticked)
        self.add(self._list, flush=True)

    def until(self, today: date) -> date | None:
        """Return the last day shown, or None when every task is, also those done."""
        days = {"today": 0, "week": WEEK}.get(self._span.value())
        return None if days is None else today + timedelta(days=days)

    def most(self) -> int:
        """Return how many tasks are shown, if there are so many."""
        return self._list.most

    def show_tasks(self, tasks: FirstTasks, today: date) -> None:
        """Show these tasks, which are the first of all there are."""
        self._list.show_first(
            tasks.rows, lambda task: _row(task, today), beside=today, count=tasks.count
        )
        self.set_count(tasks.to_do or None)
        self.set_empty(None if tasks.rows else self._nothing())

    def current(self) -> TaskRow | None:
        """Return the task the keyboard is on, if it is on one."""
        keys = [row.key for row in self._list.rows() if row.hasFocus()]
        return keys[0] if keys and isinstance(keys[0], TaskRow) else None

    def _nothing(self) -> str:
        # i18n: Danish: »Ingen opgaver de næste 7 dage.«
        return {
            "today": _("No tasks today."),
            "week": _("No tasks in the next 7 days."),
        }.get(self._span.value(), _("No tasks."))


def _row(task: TaskRow, today: date) -> Row:
    detail = " · ".join(part for part in (task.about, task.who) if part)
    trailing = () if task.done else (due_badge(task.due_on, today),)
    return tick_row(task.what, detail, done=task.done, key=task, trailing=trailing)


def due_badge(due_on: date, today: date) -> Badge:
    """Return the badge that says when a task is due."""
    days = (due_on - today).days
    if days < 0:
        # i18n: Danish: »Over frist: 8. sep.«
        return Badge(_("Overdue: {day}").format(day=short_day(due_on)), Tone.DANGER)
    if days == 0:
        return Badge(_("Today"), Tone.ACCENT, "calendar")
    if days == 1:
        return Badge(_("Tomorrow"), Tone.NEUTRAL, "calendar")
    words = short_weekday_and_day(due_on)
    return Badge(words[:1].upper() + words[1:], Tone.NEUTRAL, "calendar")
