"""What a hand can do with a practice, its doctors and its closed days: forms and questions.

Unfinished edits are known again by `practice`, or by `practice.part` for a part of it; a new part
has nothing after the dot.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.draft import DraftKind
from app.domain.language import _
from app.domain.practice import (
    ClosedDraft,
    ClosedId,
    DoctorDraft,
    DoctorId,
    PracticeDraft,
    PracticeId,
    called,
)
from ui.common.attempt import attempt
from ui.common.clash import telling_clashes
from ui.common.desk import Desk
from ui.common.draft_memory import DraftMemory
from ui.common.look_alikes import tell_look_alikes
from ui.common.removal import Removal, offer_removal, removing
from ui.practice.practice_dialog import ClosedDialog, DoctorDialog, PracticeDialog


class PracticeActs:
    """Opens the forms of practices over `parent`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self._practices = desk.services.practice
        self._today = desk.services.today.day

    def add_practice(self, then: Callable[[PracticeId], object]) -> None:
        """Open the form of a new practice; `then` is told its id."""
        memory = self._desk.memory(DraftKind.PRACTICE)
        dialog = PracticeDialog(
            _("New practice"),
            PracticeDraft(),
            self._practices.add_practice,
            self._parent,
            memory=memory,
        )
        self._tell_look_alikes(dialog)
        dialog.saved.connect(then)
        dialog.open()

    def correct_practice(self, practice_id: PracticeId) -> None:
        """Open the form of a practice that is there."""
        memory = self._desk.memory(DraftKind.PRACTICE, practice_id.hex)
        doctors = self._practices.practice(practice_id).doctors
        dialog = PracticeDialog(
            _("Correct the practice"),
            self._practices.draft(practice_id),
            partial(self._practices.correct_practice, practice_id),
            self._parent,
            memory=memory,
            staff=[word for row in doctors for word in called(row.facts.name)],
        )
        self._tell_look_alikes(dialog, practice_id)
        dialog.open()

    def archive_practice(self, practice_id: PracticeId, name: str) -> None:
        """Put a practice away, with the way back in reach."""
        if attempt(self._parent, lambda: self._practices.archive_practice(practice_id)):
            said = _("{practice} is in the archive and is no longer planned.")
            self._desk.message.say(
                said.format(practice=name),
                undo=lambda: self._practices.restore_practice(practice_id),
            )

    def restore_practice(self, practice_id: PracticeId, name: str) -> None:
        """Take a practice out of the archive."""
        if attempt(self._parent, lambda: self._practices.restore_practice(practice_id)):
            said = _("{practice} is planned again.").format(practice=name)
            self._desk.message.say(said)

    def practice_removal(
        self, practice_id: PracticeId, name: str, then: Callable[[], object]
    ) -> Removal:
        """Return how a practice is removed; `then` is called when it is gone."""

        def remove() -> None:
            self._practices.remove_practice(practice_id)
            self._desk.services.draft.drop(DraftKind.PRACTICE, practice_id.hex)
            self._desk.message.say(_("{practice} is removed.").format(practice=name))
            then()

        kept = _("Archive it instead if its history is still needed.")
        return Removal(
            "remove_practice",
            _("Remove {practice}?").format(practice=name),
            f"{self._practices.removal_consequence(practice_id)} {kept}",
            _("Remove the practice"),
            remove,
        )

    def add_doctor(self, practice_id: PracticeId) -> None:
        """Open the form of a new doctor."""
        DoctorDialog(
            _("New doctor"),
            DoctorDraft(),
            partial(self._practices.add_doctor, practice_id),
            self._today,
            self._parent,
            memory=self._desk.memory(DraftKind.DOCTOR, f"{practice_id.hex}."),
        ).open()

    def correct_doctor(self, practice_id: PracticeId, doctor_id: DoctorId) -> None:
        """Open the form of a doctor, from which the doctor can be removed too."""
        memory = self._desk.memory(DraftKind.DOCTOR, f"{practice_id.hex}.{doctor_id.hex}")
        draft = self._practices.doctor_draft(doctor_id)
        dialog = DoctorDialog(
            _("Correct the doctor"),
            draft,
            partial(self._practices.correct_doctor, doctor_id),
            self._today,
            self._parent,
            memory=memory,
        )
        offer_removal(dialog, self.doctor_removal(doctor_id, draft.name, memory))
        dialog.open()

    def doctor_removal(
        self, doctor_id: DoctorId, name: str, memory: DraftMemory | None = None
    ) -> Removal:
        """Return how a doctor is removed."""
        return Removal(
            "remove_doctor",
            _("Remove {doctor}?").format(doctor=name),
            _("The doctor goes from the list. Visits and flags stay as they are."),
            _("Remove the doctor"),
            removing(self._desk, partial(self._practices.remove_doctor, doctor_id), memory),
        )

    def add_closed(self, practice_id: PracticeId) -> None:
        """Open the form of new closed days."""
        ClosedDialog(
            _("New closed days"),
            ClosedDraft(),
            self._told(partial(self._practices.add_closed, practice_id)),
            self._today,
            self._parent,
            memory=self._desk.memory(DraftKind.CLOSED, f"{practice_id.hex}."),
        ).open()

    def correct_closed(self, practice_id: PracticeId, closed_id: ClosedId) -> None:
        """Open the form of closed days, from which they can be removed too."""
        memory = self._desk.memory(DraftKind.CLOSED, f"{practice_id.hex}.{closed_id.hex}")
        dialog = ClosedDialog(
            _("Correct the closed days"),
            self._practices.closed_draft(closed_id),
            self._told(partial(self._practices.correct_closed, closed_id)),
            self._today,
            self._parent,
            memory=memory,
        )
        offer_removal(dialog, self.closed_removal(closed_id, memory))
        dialog.open()

    def closed_removal(self, closed_id: ClosedId, memory: DraftMemory | None = None) -> Removal:
        """Return how closed days are removed."""
        return Removal(
            "remove_closed",
            _("Remove these closed days?"),
            _("The practice can then be visited on these days, and the plan may use them."),
            _("Remove the closed days"),
            removing(self._desk, partial(self._practices.remove_closed, closed_id), memory),
        )

    def resume(self, kind: DraftKind, practice_id: PracticeId, part: str) -> bool:
        """Open the form an unfinished edit of a practice or a part of it was typed in."""
        forms: dict[tuple[DraftKind, bool], Callable[[], object]] = {
            (DraftKind.PRACTICE, False): lambda: self.correct_practice(practice_id),
            (DraftKind.DOCTOR, False): lambda: self.add_doctor(practice_id),
            (DraftKind.DOCTOR, True): lambda: self.correct_doctor(
                practice_id, DoctorId(UUID(part))
            ),
            (DraftKind.CLOSED, False): lambda: self.add_closed(practice_id),
            (DraftKind.CLOSED, True): lambda: self.correct_closed(
                practice_id, ClosedId(UUID(part))
            ),
        }
        return (kind, bool(part)) in forms and attempt(self._parent, forms[kind, bool(part)])

    def _tell_look_alikes(self, dialog: PracticeDialog, besides: PracticeId | None = None) -> None:
        # i18n: Danish: »Der findes allerede et lægehus, der ligner: {name}.«
        words = _("There is a practice already that looks like this one: {name}.")
        find = partial(self._practices.find_alike, besides=besides)
        tell_look_alikes(dialog.form.field("name"), find, words)

    def _told(self, submit: Callable[[ClosedDraft], object]) -> Callable[[ClosedDraft], object]:
        return lambda draft: telling_clashes(self._desk, lambda: submit(draft))
