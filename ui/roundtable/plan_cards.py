"""The cards of a plan: who sat there, what was agreed, the hours, who does what, the words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.consent import CitizenId, Information
from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.remark import RemarkDraft
from app.domain.roundtable import RoundtableId, RoundtableSheet, RoundtableStatus
from ui.common.button import Button, Kind, Size
from ui.common.desk import Desk
from ui.consent.matrix_rows import MatrixRow
from ui.roundtable.agenda_card import AgendaCard
from ui.roundtable.blocked import left_out
from ui.roundtable.change_card import ChangeCard
from ui.roundtable.hours_card import HoursCard
from ui.roundtable.line_table import DOWN, UP, LineTable, Share
from ui.roundtable.part_acts import PartActs
from ui.roundtable.plan_card import PlanCard, new_button
from ui.roundtable.plan_lines import (
    action_lines,
    agreement_lines,
    participant_lines,
    scheme_lines,
)
from ui.roundtable.remark_acts import RemarkActs
from ui.roundtable.remark_card import TURN, RemarkCard
from ui.roundtable.words_card import WordsCard

BOTH = (Information.FUNCTION, Information.CONSIDERATIONS)
Form = Callable[[RoundtableSheet, Any], object]


class PlanCards(QObject):
    """Makes the cards and shows a roundtable in them."""

    ask_requested = Signal()
    see_requested = Signal()
    correct_requested = Signal()
    calendar_requested = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._sheet: RoundtableSheet | None = None
        parts = PartActs(desk, page)
        self._talk = RemarkActs(desk, page)
        parts.turned = self._talk.unagree
        self._parts = parts
        self.agenda, self.remarks = AgendaCard(), RemarkCard()
        self._kept: RoundtableId | None = None
        self._participants = _participants()
        self._calendar = self._calendar_button()
        self._participants.add_action(self._calendar)
        self.agreements = _agreements()
        self.hours = HoursCard(desk)
        self._actions = _actions()
        self._schemes = _schemes()
        self._words = WordsCard()
        self._changes = ChangeCard()
        for card, form in (
            (self._participants, parts.participant),
            (self.agreements, parts.agreement),
            (self.hours, parts.step),
            (self._actions, parts.action),
            (self._schemes, parts.scheme),
        ):
            self._connect(card, form)
        for strip in (
            self.agreements.strip,
            self.hours.strip,
            self._actions.strip,
            self._schemes.strip,
            self._words.strip,
        ):
            strip.ask_requested.connect(self.ask_requested)
            strip.see_requested.connect(self.see_requested)
        self._words.correct.clicked.connect(self.correct_requested)
        self.agreements.table.keyed.connect(self._on_agreement_keyed)
        self.hours.removed.connect(lambda key: self._open(parts.ask_to_remove_step, key))
        self._connect_agenda()
        self._connect_remarks()

    def _calendar_button(self) -> Button:
        words = _("Calendar files")
        button = Button(words, Kind.QUIET, icon="calendar-days", size=Size.COMPACT)
        button.setObjectName("calendar_files")
        button.clicked.connect(self.calendar_requested)
        return button

    def widgets(self) -> tuple[QWidget, ...]:
        """Return the cards from top to bottom."""
        return (
            self._participants,
            self.agenda,
            self.remarks,
            self.agreements,
            self.hours,
            self._actions,
            self._schemes,
            self._words,
            self._changes,
        )

    def remember(self, sheet: RoundtableSheet, citizen: CitizenId) -> None:
        """Keep what is being typed of `sheet` with this citizen."""
        if self._kept != sheet.row.id:
            self._kept = sheet.row.id
            self._talk.remember(sheet.row.id, citizen, self.remarks.capture)

    def show_sheet(self, sheet: RoundtableSheet, row: MatrixRow | None, today: date) -> None:
        """Show `sheet`; `row` is the consent that decides what the employer may read."""
        self._sheet = sheet
        draft = sheet.row.status is RoundtableStatus.DRAFT
        self.agenda.show_sheet(sheet, editable=draft)
        self.remarks.show_sheet(sheet, editable=draft)
        self._participants.show_lines(
            participant_lines(sheet, today, opens=draft), _("Nobody yet."), editable=draft
        )
        self._calendar.setVisible(draft and sheet.row.day >= today)
        self.agreements.show_lines(
            agreement_lines(sheet, opens=draft),
            # i18n: Danish: »Begynd med funktionen: Hvad er svært på jobbet?«
            _("Begin with the function: what is hard at work?"),
            editable=draft,
        )
        self.hours.show_sheet(sheet, editable=draft)
        self._actions.show_lines(
            action_lines(sheet, opens=draft), _("Nothing yet."), editable=draft
        )
        self._schemes.show_lines(
            scheme_lines(sheet, today, opens=draft),
            # i18n: Danish: »Ingen ordninger endnu.«
            _("No schemes yet."),
            editable=draft,
        )
        blocked = left_out(sheet)
        explain = bool(sheet.employer_may_see)
        for card in (self.agreements, self.hours, self._actions, self._schemes):
            card.show_blocked(blocked, row, explain=explain)
        self._words.show_sheet(sheet, blocked, row, editable=draft, explain=explain)
        self._changes.show_sheet(sheet)

    def new_agreement(self) -> None:
        """Write down one more agreement, if the plan can still be changed."""
        if self._sheet is not None and self._sheet.row.status is RoundtableStatus.DRAFT:
            self._open(self._parts.agreement, None)

    def take_up(self, kind: DraftKind, sheet: RoundtableSheet, thing: UUID | None) -> None:
        """Take up an unfinished point or remark, or a remark that was becoming an agreement."""
        if kind is DraftKind.POINT:
            self._talk.point(sheet, thing)
        elif kind is DraftKind.AGREEMENT and thing is not None:
            self._talk.agree(sheet, thing)
        elif thing is not None:
            self._talk.remark(sheet, thing)
        else:
            self.remarks.capture.line.setFocus()

    def _on_agreement_keyed(self, key: UUID, name: str) -> None:
        if self._sheet is None or self._sheet.row.status is not RoundtableStatus.DRAFT:
            return
        if name == TURN:
            self._talk.unagree(key)
        else:
            self._parts.move_agreement(key, -1 if name == UP else 1)

    def _connect_agenda(self) -> None:
        card, talk = self.agenda, self._talk
        card.new.clicked.connect(lambda: self._open(talk.point, None))
        card.opened.connect(lambda key: self._open(talk.point, key))
        card.marked.connect(talk.mark)
        card.moved.connect(talk.move_point)
        card.filled.connect(self._on_filled)

    def _connect_remarks(self) -> None:
        card, talk = self.remarks, self._talk
        card.opened.connect(lambda key: self._open(talk.remark, key))
        card.turned.connect(lambda key: self._open(talk.agree, key))
        card.given.connect(talk.give)
        card.moved.connect(talk.move)
        card.rewritten.connect(talk.say_as)
        card.capture.added.connect(self._on_added)

    def _on_filled(self, template: str) -> None:
        if self._sheet is not None:
            self._talk.fill(self._sheet, template)

    def _on_added(self, draft: RemarkDraft) -> None:
        if self._sheet is not None:
            self._talk.add(self._sheet.row.id, self.remarks.capture, draft)

    def _connect(self, card: PlanCard, form: Form) -> None:
        card.new_requested.connect(lambda: self._open(form, None))
        card.opened.connect(lambda key: self._open(form, key))

    def _open(self, form: Form, key: UUID | None) -> None:
        if self._sheet is not None:
            form(self._sheet, key)


def _participants() -> PlanCard:
    table = LineTable(
        _("Participants"),
        (
            Share(_("Participant"), 15),
            Share(_("Role"), 11),
            Share(_("Consent"), 18),
            Share(_("At the table"), 10),
        ),
    )
    return PlanCard(_("Participants"), table, new_button(_("Add"), "add_participant"))


def _agreements() -> PlanCard:
    table = LineTable(
        _("Agreed adjustments"),
        (
            Share(_("Function"), 26),
            Share(_("Task"), 26),
            Share(_("Adjustment"), 28, least=120),
            Share(_("Period"), 17, named=True),
            Share(_("Reviewed"), 14, named=True),
            Share(_("Responsible"), 20, named=True),
            Share(_("Read by"), 18, named=True),
        ),
        stacks=True,
        keys=(TURN, UP, DOWN),
    )
    new = new_button(_("Add"), "add_agreement")
    # i18n: Danish: »Aftalte tilpasninger«
    return PlanCard(_("Agreed adjustments"), table, new, BOTH)


def _actions() -> PlanCard:
    table = LineTable(
        _("Who does what"),
        (Share(_("Who"), 14), Share(_("What"), 30), Share(_("By"), 8)),
    )
    new = new_button(_("Add"), "add_action")
    return PlanCard(_("Who does what"), table, new, (Information.CONSIDERATIONS,))


def _schemes() -> PlanCard:
    table = LineTable(
        _("Schemes"),
        (Share(_("Scheme"), 22), Share(_("State"), 18), Share(_("Who"), 12)),
    )
    new = new_button(_("Add"), "add_scheme")
    return PlanCard(_("Schemes"), table, new, (Information.SCHEMES,))
