"""A line in which stretches of words can be underlined, as in a note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ui.common.line_edit import LineEdit
from ui.common.override import override
from ui.common.tokens import Token, colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

Span = tuple[int, int]  # from, up to, in signs
_CURSOR_SIDE = 5  # Qt's rectangle of the cursor is wider than the cursor, by this to each side
_THICK = 2.0


class MarkedLine(LineEdit):
    """Underlines what the guard refuses, and what it would have said otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: tuple[tuple[Span, Token], ...] = ()

    def set_marks(self, refused: Sequence[Span], doubted: Sequence[Span] = ()) -> None:
        """Underline these (start, end) stretches, counted in signs."""
        self._marks = (
            *((span, Token.WARN) for span in doubted),
            *((span, Token.DANGER) for span in refused),
        )
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._marks:
            return
        painter = QPainter(self)
        painter.setClipRect(self.rect().adjusted(_CURSOR_SIDE // 2, 0, -_CURSOR_SIDE // 2, 0))
        for span, ink in self._marks:
            self._underline(painter, span, ink)
        painter.end()

    def _underline(self, painter: QPainter, span: Span, ink: Token) -> None:
        cursor, measure, text = self.cursorRect(), QFontMetricsF(self.font()), self.text()
        # Where the line begins: it is scrolled when it is longer than its place.
        typed = _first_units(text, self.cursorPosition())
        begins = cursor.x() + _CURSOR_SIDE - measure.horizontalAdvance(typed)
        low = cursor.center().y() + measure.height() / 2
        first, last = (begins + measure.horizontalAdvance(text[:end]) for end in span)
        painter.setPen(QPen(colour(ink), _THICK))
        painter.drawLine(QPointF(first, low), QPointF(last, low))


def _first_units(text: str, count: int) -> str:
    """Return the beginning of `text` that Qt counts as so many UTF-16 units."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * count].decode("utf-16-le", "ignore")
