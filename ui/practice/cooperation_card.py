"""The cooperation agreement of a practice: whom to turn to, who does what when, the next review."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.cooperation import (
    SIDE_LABELS,
    CooperationFacts,
    CooperationSheet,
    DutyRow,
    is_review_near,
)
from app.domain.language import _
from app.domain.words import long_day
from ui.common.badge import Badge
from ui.common.button import Button, Size
from ui.common.card import Card
from ui.common.card_head import SIDE
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.notice import Notice
from ui.common.rows import Row, RowList
from ui.common.text import Text
from ui.common.tokens import Tone


class CooperationCard(Card):
    """Shows the agreement in force, and those put away; every act is asked for with a signal."""

    new_requested = Signal()
    correct_requested = Signal()
    review_requested = Signal()
    archive_requested = Signal()
    paper_requested = Signal()
    duty_requested = Signal(object)  # DutyRow, or None for a new one
    archived_opened = Signal(object)  # CooperationId

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Cooperation agreement"), parent=parent)
        self._new = _button(_("Write one"), "plus", "add_cooperation", self.new_requested)
        self._add = Button(_("Add"), icon="plus", size=Size.COMPACT)
        self._add.setObjectName("add_duty")
        self._add.clicked.connect(lambda: self.duty_requested.emit(None))
        self._add.setAccessibleName(_("Add a line of who does what when"))
        self._due = Notice(Tone.WARN, "", icon="hourglass")
        self._told = Text("", Role.SECONDARY, wrap=True)
        self._duties = RowList()
        self._duties.setObjectName("duties")
        self._acts = QWidget()
        self._archived = RowList()
        self._archived.setObjectName("archived_cooperations")
        self._build_card()

    def show_cooperations(self, sheets: Sequence[CooperationSheet], today: date) -> None:
        """Show these agreements: the one in force first."""
        live = next((one for one in sheets if one.archived_on is None), None)
        for widget in (self._add, self._top, self._duties, self._acts):
            widget.setVisible(live is not None)
        self._new.setVisible(live is None)
        self._archived.set_rows([_archived(one) for one in sheets if one.archived_on is not None])
        self._duties.set_rows([_duty(row) for row in live.duties] if live else [])
        if live is not None:
            self._show_facts(live.facts, today)
        self.set_empty(None if sheets else _("None has been written down yet."))

    def current(self) -> DutyRow | None:
        """Return the line the keyboard is on, if it is on one."""
        for row in self._duties.rows():
            if row.hasFocus() and isinstance(row.key, DutyRow):
                return row.key
        return None

    def _show_facts(self, facts: CooperationFacts, today: date) -> None:
        near = is_review_near(facts.review_on, today)
        self._due.setVisible(near)
        self._due.set_words(
            _("Go through it together by {day}.").format(day=long_day(facts.review_on)),
            _("Press “Gone through today” when you have; the next time is then in a year."),
        )
        practice = (facts.practice_contact, facts.practice_phone, facts.practice_email)
        own = (facts.own_contact, facts.own_phone, facts.own_email)
        days = _("Agreed {day}, to be gone through by {review}.")
        self._told.setText(
            "\n".join(
                (
                    days.format(day=long_day(facts.agreed_on), review=long_day(facts.review_on)),
                    _("The practice: {reach}").format(reach=_listed(practice)),
                    _("The municipality: {reach}").format(reach=_listed(own)),
                )
            )
        )

    def _build_card(self) -> None:
        for button in (self._new, self._add):
            self.add_action(button)
        self._top = QWidget()
        head = QVBoxLayout(self._top)
        head.setContentsMargins(SIDE, 0, SIDE, 10)
        head.setSpacing(10)
        head.addWidget(self._due)
        head.addWidget(self._told)
        flow = FlowLayout(self._acts, gap=8)
        flow.setContentsMargins(SIDE, 12, SIDE, 10)
        for words, icon, name, signal in (
            (_("See the paper"), "file-text", "print_cooperation", self.paper_requested),
            (_("Gone through today"), "check", "review_cooperation", self.review_requested),
            (_("Correct"), "pencil", "correct_cooperation", self.correct_requested),
            (_("Archive"), "archive", "archive_cooperation", self.archive_requested),
        ):
            flow.addWidget(_button(words, icon, name, signal))
        for widget in (self._top, self._duties, self._acts, self._archived):
            self.add(widget, flush=True)
        self._duties.opened.connect(self.duty_requested)
        self._archived.opened.connect(self.archived_opened)


def _button(words: str, icon: str, name: str, signal: SignalInstance) -> Button:
    button = Button(words, icon=icon, size=Size.COMPACT)
    button.setObjectName(name)
    button.clicked.connect(signal)
    return button


def _duty(row: DutyRow) -> Row:
    facts = row.facts
    detail = " · ".join(part for part in (_(SIDE_LABELS[facts.who]), facts.timing) if part)
    return Row(facts.what, detail, key=row, wrap=True)


def _archived(sheet: CooperationSheet) -> Row:
    day = long_day(sheet.archived_on) if sheet.archived_on else ""
    title = _("Agreement of {day}").format(day=long_day(sheet.facts.agreed_on))
    badge = Badge(_("Archived"), Tone.NEUTRAL, "archive")
    return Row(title, _("Put away {day}").format(day=day), key=sheet.id, trailing=(badge,))


def _listed(reach: Sequence[str]) -> str:
    return ", ".join(part for part in reach if part)
