"""What a hand can do with the cooperation agreement of a practice."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.cooperation import CooperationId, CooperationSheet, DutyDraft, DutyId
from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.paper import PaperKind
from app.domain.practice import PracticeId
from app.domain.words import long_day
from ui.common.attempt import attempt
from ui.common.button import Button
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.draft_memory import DraftMemory
from ui.common.removal import Removal, offer_removal, removing
from ui.paper.paper_dialog import open_paper
from ui.practice.cooperation_dialog import CooperationDialog, DutyDialog


class CooperationActs:
    """Opens the forms and the paper of agreements over `parent`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self._cooperations = desk.services.cooperation
        self._today = desk.services.today.day

    def add_cooperation(self, practice_id: PracticeId) -> None:
        """Open the form of a new agreement."""
        CooperationDialog(
            _("New cooperation agreement"),
            self._cooperations.new_draft(),
            partial(self._cooperations.add_cooperation, practice_id),
            self._today,
            self._parent,
            memory=self._desk.memory(DraftKind.COOPERATION, f"{practice_id.hex}."),
        ).open()

    def correct_cooperation(self, practice_id: PracticeId, cooperation_id: CooperationId) -> None:
        """Open the form of an agreement, from which it can be removed too, and restored if it was
        put away."""
        place = f"{practice_id.hex}.{cooperation_id.hex}"
        memory = self._desk.memory(DraftKind.COOPERATION, place)
        dialog = CooperationDialog(
            _("Correct the cooperation agreement"),
            self._cooperations.draft(cooperation_id),
            partial(self._cooperations.correct_cooperation, cooperation_id),
            self._today,
            self._parent,
            memory=memory,
        )
        if self._is_archived(practice_id, cooperation_id):
            self._offer_restoring(dialog, cooperation_id)
        offer_removal(dialog, self._removal(cooperation_id, memory))
        dialog.open()

    def review_cooperation(self, sheet: CooperationSheet) -> None:
        """Say that the agreement was gone through today, with the way back in reach."""
        review, before = self._cooperations.review_cooperation, sheet.facts.review_on
        if attempt(self._parent, lambda: review(sheet.id)):
            after = self._cooperations.draft(sheet.id).review_on
            self._desk.message.say(
                _("The agreement was gone through; the next time is by {day}.").format(day=after),
                undo=lambda: self._cooperations.set_review(sheet.id, before),
            )

    def archive_cooperation(self, sheet: CooperationSheet) -> None:
        """Put an agreement away, with the way back in reach."""
        if attempt(self._parent, lambda: self._cooperations.archive_cooperation(sheet.id)):
            said = _("The agreement of {day} is in the archive.")
            self._desk.message.say(
                said.format(day=long_day(sheet.facts.agreed_on)),
                undo=lambda: self._cooperations.restore_cooperation(sheet.id),
            )

    def print_cooperation(self, cooperation_id: CooperationId) -> None:
        """Show the agreement as it is printed."""
        prepare = partial(self._desk.services.export.prepare_cooperation_agreement, cooperation_id)
        open_paper(self._desk, self._parent, PaperKind.COOPERATION_AGREEMENT, prepare)

    def add_duty(self, practice_id: PracticeId, cooperation_id: CooperationId) -> None:
        """Open the form of a new line."""
        DutyDialog(
            _("New line: who does what when"),
            DutyDraft(),
            partial(self._cooperations.add_duty, cooperation_id),
            self._parent,
            memory=self._desk.memory(DraftKind.DUTY, f"{practice_id.hex}."),
        ).open()

    def correct_duty(self, practice_id: PracticeId, duty_id: DutyId) -> None:
        """Open the form of a line, from which it can be removed too."""
        memory = self._desk.memory(DraftKind.DUTY, f"{practice_id.hex}.{duty_id.hex}")
        dialog = DutyDialog(
            _("Correct the line"),
            self._cooperations.duty_draft(duty_id),
            partial(self._cooperations.correct_duty, duty_id),
            self._parent,
            memory=memory,
        )
        offer_removal(dialog, self.duty_removal(duty_id, memory))
        dialog.open()

    def duty_removal(self, duty_id: DutyId, memory: DraftMemory | None = None) -> Removal:
        """Return how a line is removed."""
        return Removal(
            "remove_duty",
            _("Remove this line?"),
            _("It no longer stands on the agreement."),
            _("Remove the line"),
            removing(self._desk, partial(self._cooperations.remove_duty, duty_id), memory),
        )

    def live(self, practice_id: PracticeId) -> CooperationSheet | None:
        """Return the agreement in force, if there is one."""
        found = self._cooperations.list_cooperations(practice_id)
        return next((one for one in found if one.archived_on is None), None)

    def _removal(self, cooperation_id: CooperationId, memory: DraftMemory) -> Removal:
        remove = partial(self._cooperations.remove_cooperation, cooperation_id)
        return Removal(
            "remove_cooperation",
            _("Remove the cooperation agreement?"),
            _("Its lines and contact persons go with it. Archive it instead to keep them."),
            _("Remove the agreement"),
            removing(self._desk, remove, memory),
        )

    def _is_archived(self, practice_id: PracticeId, cooperation_id: CooperationId) -> bool:
        live = self.live(practice_id)
        return live is None or live.id != cooperation_id

    def _offer_restoring(self, dialog: Dialog, cooperation_id: CooperationId) -> None:
        def restore() -> None:
            if attempt(dialog, lambda: self._cooperations.restore_cooperation(cooperation_id)):
                dialog.done(Dialog.DialogCode.Rejected)
                self._desk.message.say(_("The agreement is in force again."))

        button = Button(_("Restore"), icon="archive-restore", pressed=restore)
        button.setObjectName("restore_cooperation")
        dialog.add_left(button)
