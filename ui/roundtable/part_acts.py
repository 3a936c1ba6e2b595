"""Adding, correcting and removing what a roundtable is made of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.agreement import ActionDraft, AgreementDraft, StepDraft
from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.roundtable import ParticipantDraft, RoundtableSheet, Seat
from app.domain.scheme import SchemeDraft
from app.domain.typed import write_day
from ui.common.attempt import attempt
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.draft_memory import DraftMemory
from ui.common.draft_place import place_of
from ui.common.form_dialog import FormDialog
from ui.common.removal import Removal, ask_removal, offer_removal
from ui.common.segments import Options
from ui.consent.grant_dialog import party_options
from ui.roundtable.part_dialog import (
    ActionDialog,
    AgreementDialog,
    ParticipantDialog,
    StepDialog,
)
from ui.roundtable.remark_acts import offer_catalogue, offer_turn
from ui.roundtable.scheme_dialog import SchemeDialog

Draft = TypeVar("Draft")
FORTNIGHT = 13  # first and last day both count


class PartActs:
    """Opens the forms of the parts; without a part's id, of a new one."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk, self._page = desk, page
        self._parts = desk.services.agreement
        self._today = desk.services.today.day
        self.turned: Callable[[UUID], object] = lambda _agreement: None

    def participant(self, sheet: RoundtableSheet, part: UUID | None = None) -> ParticipantDialog:
        """Seat somebody, or correct a seat."""
        parts, place = self._parts, sheet.row.id
        draft = parts.participant_draft(part) if part else ParticipantDraft()
        memory = self._memory(DraftKind.PARTICIPANT, sheet, part)
        dialog = ParticipantDialog(
            _("Correct the participant") if part else _("Add a participant"),
            self._seats(sheet),
            draft,
            lambda typed: (
                parts.correct_participant(part, typed)
                if part
                else parts.add_participant(place, typed)
            ),
            self._page,
            memory=memory,
        )
        self._show(dialog, part, memory, lambda: parts.add_participant(place, draft))
        return dialog

    def agreement(self, sheet: RoundtableSheet, part: UUID | None = None) -> AgreementDialog:
        """Write down an agreement, or correct one."""
        parts, place = self._parts, sheet.row.id
        draft = parts.agreement_draft(part) if part else first_agreement(sheet)
        memory = self._memory(DraftKind.AGREEMENT, sheet, part)
        dialog = AgreementDialog(
            _("Correct the agreement") if part else _("Add an agreement"),
            draft,
            lambda typed: (
                parts.correct_agreement(part, typed) if part else parts.add_agreement(place, typed)
            ),
            self._today,
            self._page,
            memory=memory,
        )
        offer_catalogue(dialog, self._desk)
        self._show(dialog, part, memory, lambda: parts.add_agreement(place, draft))
        if part is not None:
            # i18n: Danish: »Gør til en bemærkning«
            offer_turn(dialog, _("Make it a remark"), lambda: self.turned(part))
        return dialog

    def move_agreement(self, part: UUID, by: int) -> None:
        """Move an agreement."""
        attempt(self._page, lambda: self._parts.move_agreement(part, by))

    def step(self, sheet: RoundtableSheet, part: UUID | None = None) -> StepDialog:
        """Add a step of the hours ladder, or correct one."""
        parts, place = self._parts, sheet.row.id
        draft = parts.step_draft(part) if part else next_step(sheet)
        memory = self._memory(DraftKind.STEP, sheet, part)
        dialog = StepDialog(
            _("Correct the step") if part else _("Add a step"),
            draft,
            lambda typed: parts.correct_step(part, typed) if part else parts.add_step(place, typed),
            self._today,
            self._page,
            memory=memory,
        )
        self._show(dialog, part, memory, lambda: parts.add_step(place, draft))
        return dialog

    def ask_to_remove_step(self, sheet: RoundtableSheet, part: UUID) -> Dialog:
        """Remove a step from the list, after asking."""
        parts, place = self._parts, sheet.row.id
        draft, memory = parts.step_draft(part), self._memory(DraftKind.STEP, sheet, part)
        removal = self._removal(part, memory, lambda: parts.add_step(place, draft))
        return ask_removal(self._page, removal)

    def action(self, sheet: RoundtableSheet, part: UUID | None = None) -> ActionDialog:
        """Write down who does what, or correct it."""
        parts, place = self._parts, sheet.row.id
        draft = parts.action_draft(part) if part else ActionDraft()
        memory = self._memory(DraftKind.ACTION, sheet, part)
        dialog = ActionDialog(
            _("Correct who does what") if part else _("Add who does what"),
            draft,
            lambda typed: (
                parts.correct_action(part, typed) if part else parts.add_action(place, typed)
            ),
            self._today,
            self._page,
            memory=memory,
        )
        self._show(dialog, part, memory, lambda: parts.add_action(place, draft))
        return dialog

    def scheme(self, sheet: RoundtableSheet, part: UUID | None = None) -> SchemeDialog:
        """Write down what is done about a scheme, or correct it."""
        parts, place = self._parts, sheet.row.id
        draft = parts.scheme_draft(part) if part else SchemeDraft()
        memory = self._memory(DraftKind.SCHEME, sheet, part)
        dialog = SchemeDialog(
            # i18n: Danish: »Ret ordningen«, »Tilføj ordning«
            _("Correct the scheme") if part else _("Add a scheme"),
            draft,
            lambda typed: (
                parts.correct_scheme(part, typed) if part else parts.add_scheme(place, typed)
            ),
            self._today,
            self._page,
            memory=memory,
        )
        self._show(dialog, part, memory, lambda: parts.add_scheme(place, draft))
        return dialog

    def resume(self, kind: DraftKind, sheet: RoundtableSheet, part: UUID | None) -> None:
        """Take up an unfinished form of this roundtable."""
        forms = {
            DraftKind.PARTICIPANT: self.participant,
            DraftKind.AGREEMENT: self.agreement,
            DraftKind.STEP: self.step,
            DraftKind.ACTION: self.action,
            DraftKind.SCHEME: self.scheme,
        }
        forms[kind](sheet, part)

    def _show(
        self,
        dialog: FormDialog[Draft],
        part: UUID | None,
        memory: DraftMemory,
        again: Callable[[], object],
    ) -> None:
        if part is not None:
            offer_removal(dialog, self._removal(part, memory, again))
        dialog.open()

    def _removal(self, part: UUID, memory: DraftMemory, again: Callable[[], object]) -> Removal:
        def remove() -> None:
            self._parts.remove_part(part)
            memory.drop()
            self._desk.message.say(
                _("The line is removed."), undo=lambda: attempt(self._page, again)
            )

        return Removal(
            "remove_part",
            _("Remove this line?"),
            _("It goes from the plan. You can take that back for ten seconds."),
            _("Remove the line"),
            remove,
        )

    def _memory(self, kind: DraftKind, sheet: RoundtableSheet, part: UUID | None) -> DraftMemory:
        citizen = self._desk.services.followup.followup(sheet.row.followup_id).citizen_id
        return self._desk.memory(kind, place_of(sheet.row.id, part), citizen)

    def _seats(self, sheet: RoundtableSheet) -> Options:
        followup = self._desk.services.followup.followup(sheet.row.followup_id)
        return (
            (Seat.CITIZEN.value, followup.facts.name),
            (Seat.CONSULTANT.value, _("Me")),
            *party_options(followup.parties),
        )


def first_agreement(sheet: RoundtableSheet) -> AgreementDraft:
    """Return a new agreement that runs from the meeting to the review."""
    review = write_day(sheet.facts.review_on)
    return AgreementDraft(first=write_day(sheet.facts.day), last=review, review_on=review)


def next_step(sheet: RoundtableSheet) -> StepDraft:
    """Return a new step of a fortnight that begins where the one before ends."""
    ends: list[date] = [step.facts.last for step in sheet.steps]
    first = max(ends) + timedelta(days=1) if ends else sheet.facts.day
    return StepDraft(first=write_day(first), last=write_day(first + timedelta(days=FORTNIGHT)))
