"""The cards of a plan: who sat there, what was agreed, the hours, who does what, the words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.consent import Information
from app.domain.language import _
from app.domain.roundtable import RoundtableSheet, RoundtableStatus
from app.domain.words import hours
from ui.common.desk import Desk
from ui.consent.matrix_rows import MatrixRow
from ui.roundtable.blocked import left_out
from ui.roundtable.change_card import ChangeCard
from ui.roundtable.line_table import LineTable, Share
from ui.roundtable.part_acts import PartActs
from ui.roundtable.plan_card import PlanCard, new_button
from ui.roundtable.plan_lines import (
    action_lines,
    agreement_lines,
    participant_lines,
    step_lines,
)
from ui.roundtable.words_card import WordsCard

BOTH = (Information.FUNCTION, Information.CONSIDERATIONS)
Form = Callable[[RoundtableSheet, UUID | None], object]


class PlanCards(QObject):
    """Makes the cards and shows a roundtable in them."""

    ask_requested = Signal()
    see_requested = Signal()
    correct_requested = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._sheet: RoundtableSheet | None = None
        parts = PartActs(desk, page)
        self._add_agreement = parts.agreement
        self._participants = _participants()
        self.agreements = _agreements()
        self._hours = _hours()
        self._actions = _actions()
        self._words = WordsCard()
        self._changes = ChangeCard()
        for card, form in (
            (self._participants, parts.participant),
            (self.agreements, parts.agreement),
            (self._hours, parts.step),
            (self._actions, parts.action),
        ):
            self._connect(card, form)
        for strip in (
            self.agreements.strip,
            self._hours.strip,
            self._actions.strip,
            self._words.strip,
        ):
            strip.ask_requested.connect(self.ask_requested)
            strip.see_requested.connect(self.see_requested)
        self._words.correct.clicked.connect(self.correct_requested)

    def widgets(self) -> tuple[QWidget, ...]:
        """Return the cards from top to bottom."""
        return (
            self._participants,
            self.agreements,
            self._hours,
            self._actions,
            self._words,
            self._changes,
        )

    def show_sheet(self, sheet: RoundtableSheet, row: MatrixRow | None, today: date) -> None:
        """Show `sheet`; `row` is the consent that decides what the employer may read."""
        self._sheet = sheet
        draft = sheet.row.status is RoundtableStatus.DRAFT
        self._participants.show_lines(
            participant_lines(sheet, today, opens=draft), _("Nobody yet."), editable=draft
        )
        self.agreements.show_lines(
            agreement_lines(sheet, opens=draft),
            # i18n: Danish: »Begynd med funktionen: Hvad er svært på jobbet?«
            _("Begin with the function: what is hard at work?"),
            editable=draft,
        )
        agreed = hours(sheet.weekly_hours) if sheet.weekly_hours else ""
        self._hours.set_detail(_("of {hours}").format(hours=agreed) if agreed else "")
        self._hours.show_lines(step_lines(sheet, opens=draft), _("No steps yet."), editable=draft)
        self._actions.show_lines(
            action_lines(sheet, opens=draft), _("Nothing yet."), editable=draft
        )
        blocked = left_out(sheet)
        explain = bool(sheet.employer_may_see)
        for card in (self.agreements, self._hours, self._actions):
            card.show_blocked(blocked, row, explain=explain)
        self._words.show_sheet(sheet, blocked, row, editable=draft, explain=explain)
        self._changes.show_sheet(sheet)

    def new_agreement(self) -> None:
        """Write down one more agreement, if the plan can still be changed."""
        if self._sheet is not None and self._sheet.row.status is RoundtableStatus.DRAFT:
            self._open(self._add_agreement, None)

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
        ),
        stacks=True,
    )
    new = new_button(_("Add"), "add_agreement")
    # i18n: Danish: »Aftalte tilpasninger«
    return PlanCard(_("Agreed adjustments"), table, new, BOTH)


def _hours() -> PlanCard:
    shares = (Share("", 6), Share("", 10), Share("", 8), Share("", 30))
    table = LineTable(_("Hours a week"), shares, headed=False)
    # i18n: Danish: »Timer pr. uge« and »Nyt trin«
    new = new_button(_("New step"), "add_step")
    return PlanCard(_("Hours a week"), table, new, (Information.HOURS,))


def _actions() -> PlanCard:
    table = LineTable(
        _("Who does what"),
        (Share(_("Who"), 14), Share(_("What"), 30), Share(_("By"), 8)),
    )
    new = new_button(_("Add"), "add_action")
    return PlanCard(_("Who does what"), table, new, (Information.CONSIDERATIONS,))
