"""The teaching log of a practice: what is planned, and what was taught when."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.language import _, ngettext
from app.domain.lesson import LessonRow, TeachingLog
from app.domain.words import long_day
from ui.common.badge import Badge
from ui.common.button import Button, Size
from ui.common.card import Card
from ui.common.rows import Row, RowList, tick_row
from ui.common.tokens import Tone


class LessonCard(Card):
    """Topics, the planned ones first: Space says that one was taught today. The terms of the day
    are among them, and lead to their visit."""

    new_requested = Signal()
    opened = Signal(object)  # LessonId
    visit_opened = Signal(object)  # VisitId
    taught = Signal(object)  # LessonId

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Topics taught"), parent=parent)
        add = Button(_("Add"), icon="plus", size=Size.COMPACT)
        add.setObjectName("add_lesson")
        add.setAccessibleName(_("Add a topic"))
        add.clicked.connect(self.new_requested)
        self.add_action(add)
        self._list = RowList()
        self._list.setObjectName("lessons")
        self._list.opened.connect(self._on_opened)
        self._list.ticked.connect(lambda row, _on: self.taught.emit(row.id))
        self.add(self._list, flush=True)

    def show_log(self, log: TeachingLog) -> None:
        """Show this log."""
        rows = [*map(_planned, log.planned), *map(_taught, log.taught)]
        self._list.set_rows(rows)
        planned = ngettext("{n} planned", "{n} planned", len(log.planned))
        self.set_count(len(log.taught) or None)
        self.set_detail(planned.format(n=len(log.planned)) if log.planned else "")
        self.set_empty(None if rows else _("Nothing has been taught or planned yet."))

    def current(self) -> LessonRow | None:
        """Return the topic the keyboard is on, if it is one that can be removed."""
        for row in self._list.rows():
            if row.hasFocus() and isinstance(row.key, LessonRow) and row.key.id is not None:
                return row.key
        return None

    def _on_opened(self, row: LessonRow) -> None:
        if row.id is not None:
            self.opened.emit(row.id)
        else:
            self.visit_opened.emit(row.visit_id)


def _planned(row: LessonRow) -> Row:
    day = row.facts.taught_on
    when = _("Planned for {day}").format(day=long_day(day)) if day else _("No day yet")
    detail = " · ".join(part for part in (when, row.facts.noted) if part)
    badge = Badge(_("Planned"), Tone.ACCENT, "calendar")
    return tick_row(row.facts.topic, detail, done=False, key=row, trailing=(badge,))


def _taught(row: LessonRow) -> Row:
    day = long_day(row.facts.taught_on) if row.facts.taught_on else ""
    kind = _("term of the day") if row.id is None else row.facts.noted
    detail = " · ".join(part for part in (day, kind) if part)
    return Row(row.facts.topic, detail, key=row, wrap=True)
