"""Who was erased: how many, and the report that can be given to whoever asks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.language import _, ngettext
from app.domain.words import number
from ui.common.button import Button
from ui.common.card import Card
from ui.common.desk import Desk
from ui.paper.deletion_paper import open_deletion_report
from ui.paper.paper_dialog import PaperDialog
from ui.settings.act_row import ActRow


class DeletionCard(Card):
    """Says how many people were erased; shows the report."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("What was erased"), icon="trash-2", parent=parent)
        self._desk = desk
        show = Button(_("Deletion report …"), pressed=self.show_report)
        show.setObjectName("show_deletion_report")
        words = _(
            "When, by which rule, and which copies still hold it. The report names nobody: give it"
            " to the data protection officer."
        )
        self._row = ActRow("", words, show)
        self.add(self._row, flush=True)

    def show_state(self) -> None:
        """Show how many stand in the ledger."""
        count = self._desk.services.deletion.count_erased()
        words = ngettext("{n} person erased", "{n} people erased", count)
        self._row.set_title(words.format(n=number(count)))

    def show_report(self) -> PaperDialog:
        """Show the report, to be saved."""
        return open_deletion_report(self._desk, self)
