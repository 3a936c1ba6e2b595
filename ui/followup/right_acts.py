"""What can be handed to a citizen who asks what is kept about them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.followup import FollowupId
from app.domain.language import _, language
from app.domain.paper import PaperKind
from ui.common.choose_file import choose_folder
from ui.common.desk import Desk
from ui.paper.paper_dialog import PaperDialog, open_paper
from ui.paper.saved import saved_words


class RightActs:
    """Shows the papers and saves the data; `page` is what they open over."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._desk, self._page = desk, page

    def show_report(self, followup_id: FollowupId) -> PaperDialog:
        """Show all that is kept about the citizen, to be saved for them."""
        prepare = self._desk.services.export.prepare_access_report
        return open_paper(
            self._desk,
            self._page,
            PaperKind.ACCESS_REPORT,
            lambda spoken: prepare(followup_id, spoken),
        )

    def show_disclosures(
        self, followup_id: FollowupId, parent: QWidget | None = None
    ) -> PaperDialog:
        """Show the list of what was handed over, to be saved for the citizen."""
        prepare = self._desk.services.export.prepare_disclosure_list
        return open_paper(
            self._desk,
            parent or self._page,
            PaperKind.DISCLOSURE_LIST,
            lambda spoken: prepare(followup_id, spoken),
        )

    def save_data(self, followup_id: FollowupId) -> None:
        """Ask where, and save there as data what the report tells."""

        def save(folder: Path) -> None:
            self.save_data_into(followup_id, folder)

        choose_folder(self._page, _("Where is the file saved?"), Path.home(), save)

    def save_data_into(self, followup_id: FollowupId, folder: Path) -> None:
        """Save it in `folder`, away from the window; say where."""
        access, spoken = self._desk.services.access_data, language()
        self._desk.tasks.run(
            lambda: access.save(followup_id, spoken, folder),
            owner=self._page,
            done=lambda place: self._desk.message.say(saved_words(place)),
        )
