"""What can be done with one flag: the dialogs, the moves, the slip, the deletion."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.draft import DraftKind
from app.domain.flag import CorrectionDraft, FlagCard, FlagDraft, FlagId
from app.domain.flag_choice import STATUS_LABELS, CloseReason, FlagStatus
from app.domain.language import _
from app.domain.paper import PaperKind
from app.domain.practice import PracticeId
from app.domain.visit import VisitId
from ui.common.attempt import attempt
from ui.common.desk import Desk
from ui.common.removal import Removal, ask_removal, offer_removal
from ui.common.tokens import Tone
from ui.flag.action_bar import BACK, ONWARD
from ui.flag.close_dialog import CloseDialog
from ui.flag.correct_dialog import CorrectFlagDialog
from ui.flag.flag_dialog import CODE, FlagDialog, NewFlagDraft, raise_new_flag
from ui.paper.paper_dialog import PaperDialog, Version


class FlagActs:
    """Acts on flags; `page` is what dialogs open over."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk, self._page = desk, page
        self._flags = desk.services.flag

    def raise_new(self) -> FlagDialog:
        """Raise a flag outside a visit."""
        practices = self._desk.services.practice.list_practices()
        dialog = FlagDialog(
            # i18n: Danish: »Nyt anonymt flag«
            _("New anonymous flag"),
            NewFlagDraft(),
            lambda draft: raise_new_flag(self._desk, draft),
            self._desk,
            self._page,
            memory=self._desk.memory(DraftKind.FLAG),
            save_text=_("Save flag"),
            practices=[(row.id.hex, row.name) for row in practices],
        )
        return self._open(dialog, _("Flag {code} is saved."))

    def raise_at_visit(self, practice_id: PracticeId, visit_id: VisitId) -> FlagDialog:
        """Finish a flag that was begun at a visit which has ended since, under its own code."""
        memory = self._desk.memory(DraftKind.FLAG, visit_id.hex)
        code = str(memory.waiting.get(CODE) or self._flags.new_code())
        dialog = FlagDialog(
            _("New anonymous flag {code}").format(code=code),
            FlagDraft(),
            lambda draft: self._flags.raise_flag(practice_id, visit_id, draft, code),
            self._desk,
            self._page,
            memory=memory,
            save_text=_("Save flag"),
            practice_id=practice_id.hex,
            code=code,
        )
        return self._open(dialog, _("Flag {code} is saved."))

    def correct(self, flag_id: FlagId) -> FlagDialog:
        """Correct a flag, or delete it."""
        card = self._flags.flag(flag_id)
        memory = self._desk.memory(DraftKind.FLAG, flag_id.hex)

        def correct(draft: CorrectionDraft) -> FlagCard:
            self._flags.correct_flag(flag_id, draft)
            return self._flags.flag(flag_id)

        draft = self._flags.draft(flag_id)
        dialog = CorrectFlagDialog(card, draft, correct, self._desk, self._page, memory=memory)
        offer_removal(dialog, self._removal(card, memory.drop))
        return self._open(dialog, _("Flag {code} is corrected."))

    def move(self, card: FlagCard, status: FlagStatus) -> None:
        """Hand the ball to whoever has it in `status`."""
        if attempt(self._page, lambda: self._flags.move_flag(card.id, status)):
            words = _("{code} is moved to {column}.")
            moved = self._flags.flag(card.id).status
            said = words.format(code=card.code, column=_(STATUS_LABELS[moved]))
            self._desk.message.say(said, undo=partial(self._put_back, card))

    def hand_on(self, card: FlagCard) -> None:
        """Move the flag to the next column: only a recorded yes brings one to »Consent given«, so
        there the first talk begins; and closing asks why."""
        if card.status in ONWARD:
            self.move(card, ONWARD[card.status])
        elif card.status is FlagStatus.AWAITING:
            self.start_talk(card)
        elif card.status is FlagStatus.CONSENTED:
            self.close(card)

    def hand_back(self, card: FlagCard) -> None:
        """Move the flag to the column before, or say why it stays where a consent holds it."""
        if card.status in BACK or card.status is FlagStatus.CONSENTED:
            self.move(card, BACK.get(card.status, FlagStatus.AWAITING))

    def say_unmoved(self, card: FlagCard) -> None:
        """Say that the talk ended without a recorded yes."""
        # i18n: Danish: »K7-QX blev ikke flyttet: samtykket er ikke registreret.«
        words = _("{code} was not moved: the consent is not recorded.")
        self._desk.message.say(words.format(code=card.code), tone=Tone.WARN)

    def close(self, card: FlagCard) -> CloseDialog:
        """Ask why, and close the flag."""

        def close(reason: CloseReason) -> None:
            self._flags.close_flag(card.id, reason)
            undo = None if card.status is FlagStatus.CONSENTED else partial(self._put_back, card)
            self._desk.message.say(_("{code} is closed.").format(code=card.code), undo=undo)

        dialog = CloseDialog(card, close, self._page)
        dialog.open()
        return dialog

    def remove(self, card: FlagCard) -> None:
        """Ask, and delete the flag now."""
        ask_removal(self._page, self._removal(card, lambda: None))

    def print_slip(self, card: FlagCard) -> PaperDialog:
        """Show the slip the doctor hands over, alone or with the others of the practice."""
        export = self._desk.services.export
        versions = (
            Version(
                PaperKind.SLIP,
                _("{code}, A6").format(code=card.code),
                lambda language: export.prepare_slip(card.id, language),
            ),
            Version(
                PaperKind.SLIP_SHEET,
                _("All of the practice, A4 to cut"),
                lambda language: export.prepare_slip_sheet(card.id, language),
            ),
        )
        sheets = self._desk.services.slip.sheets()
        spoken = [(sheet.language.value, sheet.labels.name) for sheet in sheets]
        dialog = PaperDialog(self._desk, versions, self._page, spoken)
        dialog.open()
        return dialog

    def start_talk(self, card: FlagCard) -> None:
        """Begin the first talk with the citizen who said this code."""
        self._desk.go("followups", f"flag:{card.id.hex}")

    def relay_yes(self, card: FlagCard) -> None:
        """Record that the doctor passes on the patient's yes."""
        self._desk.go("followups", f"relayed:{card.id.hex}")

    def _open(self, dialog: FlagDialog, said: str) -> FlagDialog:
        say = self._desk.message.say
        dialog.saved.connect(lambda card: say(said.format(code=card.code)))
        dialog.open()
        return dialog

    def _put_back(self, card: FlagCard) -> None:
        def put_back() -> None:
            if card.status is FlagStatus.CLOSED and card.close_reason is not None:
                self._flags.close_flag(card.id, card.close_reason)
            else:
                self._flags.move_flag(card.id, card.status)

        attempt(self._page, put_back)

    def _removal(self, card: FlagCard, forget: Callable[[], object]) -> Removal:
        def remove() -> None:
            self._flags.remove_flag(card.id)
            forget()
            self._desk.message.say(_("Flag {code} is deleted.").format(code=card.code))

        return Removal(
            "remove_flag",
            _("Delete flag {code} now?").format(code=card.code),
            _consequence(card),
            _("Delete now"),
            remove,
        )


def _consequence(card: FlagCard) -> str:
    words = _(
        "Nothing of it is left, not even for counting. It would have gone by itself on its day."
        " A slip with this code leads nowhere from now on."
    )
    if card.status is FlagStatus.CONSENTED:
        return words + " " + _("The follow-up is kept apart and stays.")
    return words
