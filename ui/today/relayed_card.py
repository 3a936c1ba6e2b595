"""The card of Today that says whom to ring first: their doctor passed on a yes, which lapses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.consent import REACH_LABELS
from app.domain.followup_sheet import RelayedRow
from app.domain.language import _
from app.domain.words import days_left
from ui.common.badge import Badge
from ui.common.card import Card
from ui.common.icons import IconLabel
from ui.common.lines import FIRST
from ui.common.rows import Row, RowList
from ui.common.tokens import Token, Tone

LAST_DAYS = 7


class FirstContactCard(Card):
    """Lists them, the first to lapse first; hidden while there is nobody. It shows no code."""

    opened = Signal(object)  # CitizenId

    def __init__(self, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Første kontakt mangler«
        super().__init__(_("First contact to be made"), parent=parent)
        self.setVisible(False)
        self._list = RowList(at_once=FIRST)
        self._list.setObjectName("first_contacts")
        self._list.opened.connect(self.opened)
        self.add(self._list, flush=True)

    def show_rows(self, rows: Sequence[RelayedRow], today: date) -> None:
        """Show these."""
        self.set_count(len(rows))
        self.setVisible(bool(rows))
        self._list.show_first(rows, lambda row: _line(row, today), beside=today)


def _line(row: RelayedRow, today: date) -> Row:
    # i18n: Danish: »Bortfalder om 5 dage«: the yes lapses, and the contact data is erased
    text = _("Lapses {when}").format(when=days_left(row.expires_on, today))
    tone = Tone.WARN if (row.expires_on - today).days <= LAST_DAYS else Tone.NEUTRAL
    detail = " · ".join(part for part in (_(REACH_LABELS[row.reach_kind]), row.safe_when) if part)
    return Row(
        row.name,
        detail,
        key=row.citizen_id,
        leading=IconLabel("phone", Token.INK2, 18),
        trailing=(Badge(text, tone, "hourglass"),),
        wrap=True,
    )
