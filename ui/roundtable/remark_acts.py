"""What can be done with points and remarks: type, tick off, give, move, turn into agreements."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.adjustment import AdjustmentDraft
from app.domain.agenda import PointDraft, PointState
from app.domain.audience import Audience
from app.domain.consent import CitizenId
from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.problem import FastholdError
from app.domain.remark import RemarkDraft, in_other_words
from app.domain.roundtable import RoundtableId, RoundtableSheet
from ui.common.attempt import attempt
from ui.common.button import Button
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.draft_memory import DraftMemory
from ui.common.draft_place import place_of
from ui.common.form_dialog import Draft, FormDialog
from ui.common.removal import Removal, offer_removal
from ui.roundtable.adjustment_acts import AdjustmentActs, AdjustmentDialog
from ui.roundtable.part_dialog import AgreementDialog
from ui.roundtable.remark_capture import RemarkCapture
from ui.roundtable.remark_dialog import PointDialog, RemarkDialog


class RemarkActs:
    """Acts on the agenda and the remarks of a roundtable; `page` is what dialogs open over."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk, self._page = desk, page
        self._agenda, self._remarks = desk.services.agenda, desk.services.remark

    def point(self, sheet: RoundtableSheet, point: UUID | None = None) -> PointDialog:
        """Add a point of the agenda, or correct one."""
        agenda, place = self._agenda, sheet.row.id
        draft = agenda.point_draft(point) if point else PointDraft()
        memory = self._memory(DraftKind.POINT, sheet, point)
        dialog = PointDialog(
            _("Correct the point") if point else _("Add a point"),
            draft,
            lambda typed: (
                agenda.correct_point(point, typed) if point else agenda.add_point(place, typed)
            ),
            self._page,
            memory=memory,
        )
        if point:
            words = _("It goes from the agenda. You can take that back for ten seconds.")
            self._offer_removal(
                dialog,
                _("Remove this point?"),
                words,
                lambda: agenda.remove_point(point),
                lambda: agenda.add_point(place, draft),
            )
        dialog.open()
        return dialog

    def fill(self, sheet: RoundtableSheet, template: str) -> None:
        """Begin with the points of a template."""
        attempt(self._page, lambda: self._agenda.fill_agenda(sheet.row.id, template))

    def mark(self, point: UUID, state: PointState) -> None:
        """Say whether a point was reached."""
        attempt(self._page, lambda: self._agenda.mark_point(point, state))

    def move_point(self, point: UUID, by: int) -> None:
        """Move a point."""
        attempt(self._page, lambda: self._agenda.move_point(point, by))

    def add(self, roundtable_id: RoundtableId, capture: RemarkCapture, draft: RemarkDraft) -> None:
        """Add what is typed in `capture`; why it cannot be is said there."""
        try:
            self._remarks.add_remark(roundtable_id, draft)
        except FastholdError as error:
            capture.refuse(error)
        else:
            capture.clear()

    def remember(
        self, roundtable_id: RoundtableId, citizen: CitizenId, capture: RemarkCapture
    ) -> None:
        """Let what is typed in `capture` be kept with this roundtable."""
        memory = self._desk.memory(DraftKind.REMARK, place_of(roundtable_id), citizen)
        capture.remember(memory)

    def remark(self, sheet: RoundtableSheet, remark: UUID) -> RemarkDialog:
        """Correct a remark."""
        draft = self._remarks.remark_draft(remark)
        dialog = RemarkDialog(
            _("Correct the remark"),
            draft,
            lambda typed: self._remarks.correct_remark(remark, typed),
            self._page,
            memory=self._memory(DraftKind.REMARK, sheet, remark),
        )
        words = _("It goes from the plan. You can take that back for ten seconds.")
        self._offer_removal(
            dialog,
            _("Remove this line?"),
            words,
            lambda: self._remarks.remove_remark(remark),
            lambda: self._remarks.add_remark(sheet.row.id, draft),
        )
        # i18n: Danish: »Gør til en aftale«
        offer_turn(dialog, _("Make it an agreement"), lambda: self.agree(sheet, remark))
        dialog.open()
        return dialog

    def give(self, remark: UUID, audience: Audience) -> None:
        """Say who may read a remark."""
        attempt(self._page, lambda: self._remarks.give_remark(remark, audience))

    def move(self, remark: UUID, by: int) -> None:
        """Move a remark."""
        attempt(self._page, lambda: self._remarks.move_remark(remark, by))

    def say_as(self, remark: UUID, words: str) -> None:
        """Put `words` in place of what no employer may read."""

        def say() -> None:
            draft = self._remarks.remark_draft(remark)
            better = RemarkDraft(text=in_other_words(draft.text, words), audience=draft.audience)
            self._remarks.correct_remark(remark, better)

        attempt(self._page, say)

    def agree(self, sheet: RoundtableSheet, remark: UUID) -> AgreementDialog:
        """Turn a remark into an agreement: what it lacks is asked for, and until that is saved the
        remark stands as it is."""
        dialog = AgreementDialog(
            _("Make it an agreement"),
            self._remarks.agreement_of(remark),
            lambda typed: self._remarks.agree(remark, typed),
            self._desk.services.today.day,
            self._page,
            memory=self._memory(DraftKind.AGREEMENT, sheet, remark),
        )
        offer_catalogue(dialog, self._desk)
        dialog.open()
        return dialog

    def unagree(self, agreement: UUID) -> None:
        """Turn an agreement back into a remark."""
        if attempt(self._page, lambda: self._remarks.make_remark(agreement)):
            # i18n: Danish: »Linjen er nu en bemærkning, kun til dig. Det andet er gemt ved den.«
            words = _("The line is a remark now, for you only. The rest is kept with it.")
            self._desk.message.say(words)

    def _offer_removal(
        self,
        dialog: Dialog,
        question: str,
        consequence: str,
        remove: Callable[[], object],
        again: Callable[[], object],
    ) -> None:
        def act() -> None:
            remove()
            self._desk.message.say(
                _("The line is removed."), undo=lambda: attempt(self._page, again)
            )

        removal = Removal("remove_part", question, consequence, _("Remove the line"), act)
        offer_removal(dialog, removal)

    def _memory(self, kind: DraftKind, sheet: RoundtableSheet, part: UUID | None) -> DraftMemory:
        citizen = self._desk.services.followup.followup(sheet.row.followup_id).citizen_id
        return self._desk.memory(kind, place_of(sheet.row.id, part), citizen)


def offer_catalogue(dialog: AgreementDialog, desk: Desk) -> None:
    """Let the adjustment of an agreement be taken from the catalogue, and lines be added to it."""

    def add(like: AdjustmentDraft, over: QWidget) -> AdjustmentDialog:
        return AdjustmentActs(desk, over).add_adjustment(like)

    dialog.offer_catalogue(desk.services.adjustment, add)


def offer_turn(dialog: FormDialog[Draft], words: str, turn: Callable[[], object]) -> None:
    """Put a button into the foot of `dialog` that closes it and turns the line."""

    def act() -> None:
        dialog.throw_away()
        turn()

    button = Button(words, icon="arrow-left-right", pressed=act)
    button.setObjectName("turn")
    dialog.add_left(button)
