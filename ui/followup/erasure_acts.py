"""What can be done towards the end of a person's data."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.erasure import CopyRow, ErasureDraft, copies_here
from app.domain.followup_sheet import FollowupSheet
from app.domain.language import _, ngettext
from ui.common.clipboard import empty_clipboard
from ui.common.desk import Desk
from ui.followup.erasure_dialog import ErasureDialog
from ui.followup.right_acts import RightActs
from ui.paper.deletion_paper import open_deletion_report


class ErasureActs:
    """Opens the dialogs; `page` is what they open over."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk, self._page = desk, page
        self._rights = RightActs(desk, page)
        self._erasure, self._copies = desk.services.erasure, desk.services.copies

    def erase(self, sheet: FollowupSheet) -> ErasureDialog:
        """Show what would go, and erase the person once their initials are written."""
        followup_id = sheet.row.id
        here: list[CopyRow] = []

        def erase(draft: ErasureDraft) -> None:
            self._erasure.erase_person(followup_id, draft)
            empty_clipboard()
            self._finish(here if draft.copies else ())

        def found(copies: Sequence[CopyRow]) -> None:
            here.extend(copies_here(copies))
            dialog.show_copies(copies)

        preview = self._erasure.preview(followup_id)
        show = self._rights.show_disclosures
        dialog = ErasureDialog(preview, erase, lambda: show(followup_id, dialog), self._page)
        holding = self._copies.holding
        self._desk.tasks.run(lambda: holding(sheet.citizen_id), owner=dialog, done=found)
        dialog.open()
        return dialog

    def _finish(self, copies: Sequence[CopyRow]) -> None:
        """Scrub the file, and let the copies go, away from the window."""
        self._desk.message.say(_("The person is erased."), act=self._report())
        self._desk.tasks.run(
            lambda: self._erasure.finish(copies), owner=self._page, done=self._on_finished
        )

    def _on_finished(self, gone: int) -> None:
        if gone:
            words = ngettext(
                "The person is erased, and {n} old copy. A new copy is saved and checked.",
                "The person is erased, and {n} old copies. A new copy is saved and checked.",
                gone,
            )
            self._desk.message.say(words.format(n=gone), act=self._report())

    def _report(self) -> tuple[str, Callable[[], object]]:
        """Return the way to the report, which is offered as long as the sentence is shown."""
        return _("Deletion report …"), lambda: open_deletion_report(self._desk, self._page)
