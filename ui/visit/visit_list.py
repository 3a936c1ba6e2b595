"""The visits of a half-year in a table, of every practice or of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import N_, _
from app.domain.plan_sheet import PlanSheet
from app.domain.practice import FORMAT_LABELS
from app.domain.visit import MISSED_LABELS, VISIT_LABELS, VisitRow, VisitStatus
from app.domain.words import clock_time, short_day, short_weekday_and_day
from ui.common.badge import BadgeLook
from ui.common.card import Card
from ui.common.choice_field import ChoiceBox
from ui.common.row_model import Column
from ui.common.row_table import RowTable
from ui.common.tokens import Tone

_LOOKS: dict[VisitStatus, tuple[Tone, str]] = {
    VisitStatus.PLANNED: (Tone.ACCENT, "calendar"),
    VisitStatus.RUNNING: (Tone.ACCENT, "play"),
    VisitStatus.HELD: (Tone.OK, "check"),
    VisitStatus.MISSED: (Tone.NEUTRAL, "x"),
}


def _day(day: date) -> str:
    words = short_weekday_and_day(day)
    text = _("{day} {year}")
    return text.format(day=words[:1].upper() + words[1:], year=day.year)


def _status(row: VisitRow) -> BadgeLook:
    tone, icon = _LOOKS[row.status]
    return BadgeLook(_(VISIT_LABELS[row.status]), tone, icon)


def _remark(row: VisitRow) -> str:
    if row.missed_reason is not None:
        return _(MISSED_LABELS[row.missed_reason])
    if row.entered_on is not None:
        return entered_words(row.entered_on)
    if row.moved_from is not None:
        return _("Moved from {day}").format(day=short_day(row.moved_from))
    return row.place


def entered_words(day: date) -> str:
    """Return that a visit was written down on this later day."""
    return _("Written down {day}, after the visit").format(day=short_day(day))


def _at(start: datetime) -> str:
    return clock_time(start)


COLUMNS: tuple[Column[VisitRow], ...] = (
    Column(N_("Day"), lambda row: row.start.date(), _day, strong=True, width=130),
    Column(N_("Time"), lambda row: row.start, _at, width=70),
    Column(N_("Practice"), lambda row: row.practice, width=170, stretch=2),
    Column(N_("Format"), lambda row: _(FORMAT_LABELS[row.format]), width=110),
    Column(N_("Status"), lambda row: row.status.value, badge=_status, width=130),
    Column(N_("Remark"), _remark, width=130, stretch=2),
)


class VisitList(QWidget):
    """The newest day first; `chosen` tells which visit is wanted."""

    chosen = Signal(object)  # VisitRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[VisitRow] = ()
        self._sheet: PlanSheet | None = None  # what is not shown yet
        self.filter = ChoiceBox(label=_("Practice"))
        self.filter.setObjectName("filter_practice")
        self.table: RowTable[VisitRow] = RowTable(COLUMNS, name=_("Visits"), fit=True)
        self.table.keep_place_by(lambda row: row.id)
        self._card = Card(_("Visits"))
        self._card.add_action(self.filter)
        self._card.add(self.table, flush=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self.filter.activated.connect(lambda _place: self._show())
        self.table.opened.connect(self.chosen)
        self.table.clicked.connect(lambda _index: self.chosen.emit(self.table.current_row()))

    def show_visits(self, sheet: PlanSheet) -> None:
        """Show these visits, or those of the practice chosen; at once if in view, else when it is
        shown."""
        self._sheet = sheet
        if not self.isHidden():
            self._fill()

    @override
    def setVisible(self, visible: bool) -> None:
        if visible:
            self._fill()
        super().setVisible(visible)

    def _fill(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is None:
            return
        self._rows = sorted(sheet.visits, key=lambda row: row.start, reverse=True)
        practices = [(one.id.hex, one.facts.name) for one in sheet.practices]
        chosen = self.filter.value()
        self.filter.set_options((("", _("All practices")), *practices))
        self.filter.set_value(chosen)
        self._show()

    def _show(self) -> None:
        wanted = self.filter.value()
        shown = [row for row in self._rows if wanted in ("", row.practice_id.hex)]
        self.table.set_rows(shown)
        self._card.set_count(len(shown))
        self._card.set_empty(None if shown else _("No visits yet."))
