"""A card of the plan: its lines, one more, and whether the employer may read them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.consent import Information
from app.domain.language import _
from ui.common.badge import Badge
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.card_head import SIDE
from ui.common.tokens import Tone
from ui.consent.matrix_rows import MatrixRow
from ui.roundtable.blocked import why_blocked
from ui.roundtable.blocked_strip import BlockedStrip
from ui.roundtable.line_table import Line, LineTable


class PlanCard(Card):
    """Lines under a title. `kinds` are what the employer must be allowed to hear to read them."""

    new_requested = Signal()
    opened = Signal(object)  # the line's key

    def __init__(
        self, title: str, table: LineTable, new: Button, kinds: Sequence[Information] = ()
    ) -> None:
        super().__init__(title)
        self.table, self.new, self.kinds = table, new, tuple(kinds)
        # i18n: Danish: »Spærret for arbejdsgiver«
        self._badge = Badge(_("Closed for the employer"), Tone.DANGER, "ban")
        self.strip = BlockedStrip()
        self.add_action(self._badge)
        self.add_action(new)
        self.add(table, flush=True)
        self.add(self.strip, flush=True)
        self._badge.setVisible(False)
        new.clicked.connect(self.new_requested)
        table.opened.connect(self.opened)

    def show_lines(self, lines: Sequence[Line], empty: str, *, editable: bool) -> None:
        """Show these lines, or `empty` while there are none."""
        self.set_count(len(lines) or None)
        self.table.set_lines(lines)
        self.new.setVisible(editable)
        self.set_empty(None if lines else empty)

    def show_blocked(
        self, blocked: Sequence[Information], row: MatrixRow | None, *, explain: bool
    ) -> None:
        """Mark what of this card the employer may not read, and say why."""
        mine = [kind for kind in blocked if kind in self.kinds]
        self._badge.setVisible(bool(mine))
        self.set_tone(Tone.DANGER if mine and explain else None)
        self.strip.set_why(" ".join(why_blocked(kind, row) for kind in mine[:1]) if explain else "")


def inset(widget: QWidget, *, below: int = 12) -> QWidget:
    """Return a cell with the card's padding around `widget`, to be shown and hidden with it."""
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(SIDE, 8, SIDE, below)
    column.addWidget(widget)
    return cell


def new_button(words: str, name: str) -> Button:
    """Return the quiet button that adds a line."""
    button = Button(words, Kind.QUIET, icon="plus", size=Size.COMPACT)
    button.setObjectName(name)
    return button
