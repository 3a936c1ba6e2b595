"""How the rows of a list stand below each other: parts under headings, a line between any two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.common.card_head import SIDE
from ui.common.discard import put_below, stand_in
from ui.common.fonts import Role
from ui.common.text import ShortText
from ui.common.tokens import Token, colour

LINE = 1


class Heading(QWidget):
    """The name of a part, above its rows, with a mark beside it."""

    def __init__(self, words: str, mark: QWidget | None = None) -> None:
        super().__init__()
        self.words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, 8, SIDE, 4)
        row.setSpacing(8)
        row.addWidget(ShortText(words, Role.SECONDARY_STRONG))
        if mark is not None:
            row.addWidget(mark)
        row.addStretch(1)


def kept_headings(column: QVBoxLayout, words: Sequence[str]) -> list[Heading | None]:
    """Return a heading for each part that has words: the one in `column`, or else a new one."""
    kept = {one.words: one for one in stand_in(column) if isinstance(one, Heading)}
    return [(kept.pop(one, None) or Heading(one)) if one else None for one in words]


def stand_below(
    column: QVBoxLayout,
    parts: Sequence[tuple[Heading | None, Sequence[QWidget]]],
    *,
    bare: bool,
) -> None:
    """Let these rows stand in `column`, those of each part under its heading. A line parts any two,
    and the first from what is above, unless it is `bare`."""
    wanted: list[QWidget] = []
    for heading, rows in parts:
        wanted += [heading] if heading is not None else []
        wanted += rows
    column.setContentsMargins(0, LINE if wanted and not bare else 0, 0, 0)
    put_below(column, wanted)


def draw_lines(painter: QPainter, column: QVBoxLayout) -> None:
    """Draw a line above each thing in `column` where there is room for one."""
    width = column.geometry().width()
    for widget in stand_in(column):
        painter.fillRect(0, widget.y() - LINE, width, LINE, colour(Token.LINE))
