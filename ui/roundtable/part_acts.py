"""Adding, correcting and removing what a roundtable is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.agreement import ActionDraft, AgreementDraft, StepDraft
from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.roundtable import ParticipantDraft, RoundtableId, RoundtableSheet, Seat
from app.domain.scheme import SchemeDraft
from app.domain.typed import write_day
from ui.common.attempt import attempt
from ui.common.dated_dialog import DatedDialog
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
Opened = TypeVar("Opened", bound=FormDialog[Any])
Dated = TypeVar("Dated", bound=DatedDialog[Any])
Submit = Callable[[Draft], object]
# The title, the draft, what saves it, and what keeps it while it is typed: a dialog of these.
Make = Callable[[str, Draft, Submit[Draft], DraftMemory], Opened]
FORTNIGHT = 13  # first and last day both count


@dataclass(frozen=True, slots=True)
class PartForm(Generic[Draft]):
    """What the form of a part does: `titles` of a new one and of one that is there."""

    kind: DraftKind
    titles: tuple[str, str]
    add: Callable[[RoundtableId, Draft], UUID]
    draft: Callable[[UUID], Draft]
    correct: Callable[[UUID, Draft], object]


class PartActs:
    """Opens the forms of the parts; without a part's id, of a new one."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk, self._page = desk, page
        self._parts = desk.services.agreement
        self._today = desk.services.today.day
        self.turned: Callable[[UUID], object] = lambda _agreement: None

    def participant(self, sheet: RoundtableSheet, part: UUID | None = None) -> ParticipantDialog:
        """Seat somebody, or correct a seat."""
        parts = self._parts
        form = PartForm(
            DraftKind.PARTICIPANT,
            (_("Add a participant"), _("Correct the participant")),
            parts.add_participant,
            parts.participant_draft,
            parts.correct_participant,
        )
        seats = self._seats(sheet)
        return self._open(
            form,
            sheet,
            part,
            ParticipantDraft(),
            lambda title, draft, submit, memory: ParticipantDialog(
                title, seats, draft, submit, self._page, memory=memory
            ),
        )

    def agreement(self, sheet: RoundtableSheet, part: UUID | None = None) -> AgreementDialog:
        """Write down an agreement, or correct one."""
        parts = self._parts
        form = PartForm(
            DraftKind.AGREEMENT,
            (_("Add an agreement"), _("Correct the agreement")),
            parts.add_agreement,
            parts.agreement_draft,
            parts.correct_agreement,
        )
        dialog = self._open(form, sheet, part, first_agreement(sheet), self._agreement_dialog)
        if part is not None:
            # i18n: Danish: »Gør til en bemærkning«
            offer_turn(dialog, _("Make it a remark"), lambda: self.turned(part))
        return dialog

    def move_agreement(self, part: UUID, by: int) -> None:
        """Move an agreement."""
        attempt(self._page, lambda: self._parts.move_agreement(part, by))

    def step(self, sheet: RoundtableSheet, part: UUID | None = None) -> StepDialog:
        """Add a step of the hours ladder, or correct one."""
        parts = self._parts
        form = PartForm(
            DraftKind.STEP,
            (_("Add a step"), _("Correct the step")),
            parts.add_step,
            parts.step_draft,
            parts.correct_step,
        )
        return self._open(form, sheet, part, next_step(sheet), self._dated(StepDialog))

    def ask_to_remove_step(self, sheet: RoundtableSheet, part: UUID) -> Dialog:
        """Remove a step from the list, after asking."""
        parts, place = self._parts, sheet.row.id
        draft, memory = parts.step_draft(part), self._memory(DraftKind.STEP, sheet, part)
        removal = self._removal(part, memory, lambda: parts.add_step(place, draft))
        return ask_removal(self._page, removal)

    def action(self, sheet: RoundtableSheet, part: UUID | None = None) -> ActionDialog:
        """Write down who does what, or correct it."""
        parts = self._parts
        form = PartForm(
            DraftKind.ACTION,
            (_("Add who does what"), _("Correct who does what")),
            parts.add_action,
            parts.action_draft,
            parts.correct_action,
        )
        return self._open(form, sheet, part, ActionDraft(), self._dated(ActionDialog))

    def scheme(self, sheet: RoundtableSheet, part: UUID | None = None) -> SchemeDialog:
        """Write down what is done about a scheme, or correct it."""
        parts = self._parts
        form = PartForm(
            DraftKind.SCHEME,
            # i18n: Danish: »Tilføj ordning«, »Ret ordningen«
            (_("Add a scheme"), _("Correct the scheme")),
            parts.add_scheme,
            parts.scheme_draft,
            parts.correct_scheme,
        )
        return self._open(form, sheet, part, SchemeDraft(), self._scheme_dialog)

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

    def _open(
        self,
        form: PartForm[Draft],
        sheet: RoundtableSheet,
        part: UUID | None,
        fresh: Draft,
        make: Make[Draft, Opened],
    ) -> Opened:
        """Open the form of a part, or of a new one that begins as `fresh`."""
        place = sheet.row.id
        draft = form.draft(part) if part else fresh
        submit = partial(form.correct, part) if part else partial(form.add, place)
        memory = self._memory(form.kind, sheet, part)
        dialog = make(form.titles[part is not None], draft, submit, memory)
        if part is not None:
            again = partial(form.add, place, draft)
            offer_removal(dialog, self._removal(part, memory, again))
        dialog.open()
        return dialog

    def _dated(self, kind: type[Dated]) -> Make[Any, Dated]:
        return lambda title, draft, submit, memory: kind(
            title, draft, submit, self._today, self._page, memory=memory
        )

    def _agreement_dialog(
        self, title: str, draft: AgreementDraft, submit: Submit[AgreementDraft], memory: DraftMemory
    ) -> AgreementDialog:
        dialog = self._dated(AgreementDialog)(title, draft, submit, memory)
        offer_catalogue(dialog, self._desk)
        return dialog

    def _scheme_dialog(
        self, title: str, draft: SchemeDraft, submit: Submit[SchemeDraft], memory: DraftMemory
    ) -> SchemeDialog:
        known = self._desk.services.scheme.list_schemes()
        return SchemeDialog(title, known, draft, submit, self._today, self._page, memory=memory)

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
