"""What can be done with the measures of a follow-up."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.consent import CitizenId
from app.domain.draft import DraftKind
from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.measure import MeasureDraft, MeasureId
from app.domain.paper import PaperKind
from ui.common.desk import Desk
from ui.common.draft_memory import DraftMemory
from ui.common.draft_place import place_of
from ui.common.removal import Removal, offer_removal
from ui.followup.measure_dialog import MeasureDialog
from ui.paper.paper_dialog import PaperDialog, open_paper


class MeasureActs:
    """Opens the forms of the measures; `page` is what they open over."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk, self._page = desk, page
        self._measures = desk.services.measure
        self._today = desk.services.today.day

    def log(self, followup_id: FollowupId) -> MeasureDialog:
        """Log how it goes today."""
        dialog = MeasureDialog(
            _("How does it go?"),
            self._measures.asked_adjustments(followup_id),
            self._measures.new_measure(followup_id),
            lambda draft: self._measures.log_measure(followup_id, draft),
            self._today,
            self._page,
            memory=self._memory(followup_id),
        )
        dialog.open()
        return dialog

    def correct(self, followup_id: FollowupId, measure_id: UUID) -> MeasureDialog:
        """Correct a measure, or remove it."""
        found = MeasureId(measure_id)
        draft = self._measures.measure_draft(found)
        memory = self._memory(followup_id, found)
        dialog = MeasureDialog(
            _("Correct the measure"),
            self._asked_or_answered(followup_id, draft),
            draft,
            lambda typed: self._measures.correct_measure(found, typed),
            self._today,
            self._page,
            memory=memory,
        )
        offer_removal(dialog, self._removal(followup_id, found, draft, memory))
        dialog.open()
        return dialog

    def show_paper(self, followup_id: FollowupId) -> PaperDialog:
        """Show the paper the citizen takes home."""
        prepare = partial(self._desk.services.export.prepare_progress_sheet, followup_id)
        return open_paper(self._desk, self._page, PaperKind.PROGRESS_SHEET, prepare)

    def resume(self, followup_id: FollowupId, measure_id: UUID | None) -> None:
        """Take up an unfinished form."""
        if measure_id is None:
            self.log(followup_id)
        else:
            self.correct(followup_id, measure_id)

    def _asked_or_answered(self, followup_id: FollowupId, draft: MeasureDraft) -> tuple[str, ...]:
        """Return the adjustments to ask about, those answered then first."""
        answered = [text.partition(":")[2] for text in draft.adjustments]
        asked = self._measures.asked_adjustments(followup_id)
        return tuple(dict.fromkeys((*answered, *asked)))

    def _memory(self, followup_id: FollowupId, measure_id: UUID | None = None) -> DraftMemory:
        citizen_id = CitizenId(self._desk.services.followup.followup(followup_id).citizen_id)
        place = place_of(followup_id, measure_id)
        return self._desk.memory(DraftKind.MEASURE, place, citizen_id)

    def _removal(
        self,
        followup_id: FollowupId,
        measure_id: MeasureId,
        draft: MeasureDraft,
        memory: DraftMemory,
    ) -> Removal:
        def remove() -> None:
            self._measures.remove_measure(measure_id)
            memory.drop()
            self._desk.message.say(
                _("The measure is removed."),
                undo=lambda: self._measures.log_measure(followup_id, draft),
            )

        return Removal(
            "remove_measure",
            _("Remove this measure?"),
            _("It is no longer shown. You can take that back for ten seconds."),
            _("Remove the measure"),
            remove,
        )
