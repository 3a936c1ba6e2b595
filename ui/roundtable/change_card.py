"""What a corrected version changes in the one before."""

from __future__ import annotations

from app.domain.language import _
from app.domain.roundtable import RoundtableSheet
from ui.common.card import Card
from ui.common.fonts import Role
from ui.common.rows import Row, RowList


class ChangeCard(Card):
    """Lists the changes; hidden for a first version."""

    def __init__(self) -> None:
        super().__init__(_("What this version changes"))
        self._list = RowList()
        self.add(self._list, flush=True)

    def show_sheet(self, sheet: RoundtableSheet) -> None:
        """Show what `sheet` changes."""
        self.setVisible(sheet.row.version > 1)
        self.set_count(len(sheet.changes) or None)
        rows = [Row(line, opens=False, role=Role.SECONDARY, wrap=True) for line in sheet.changes]
        self._list.set_rows(rows)
        self.set_empty(None if sheet.changes else _("Nothing is changed yet."))
