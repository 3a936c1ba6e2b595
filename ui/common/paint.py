"""Boxes, hatching and text, drawn crisply in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from ui.common.shown import as_shown
from ui.common.tokens import Token, colour

RADIUS = 6
CARD_RADIUS = 8
SMALL_RADIUS = 4
_ONE_LINE = Qt.TextFlag.TextSingleLine.value
RING = 4  # how far the focus ring reaches outside a control: 2 px gap and 2 px ring


def draw_box(
    painter: QPainter,
    rect: QRect | QRectF,
    fill: Token | None,
    edge: Token | None,
    *,
    radius: float = RADIUS,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """Draw a rounded box whose edge lies inside `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(edge, width, dashed=dashed) if edge else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(inner, radius - width / 2, radius - width / 2)


def draw_hatch(painter: QPainter, rect: QRect, ground: Token = Token.OFF) -> None:
    """Fill `rect` with the hatch that means an off-day, a hidden number or withheld text."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.fillRect(rect, colour(ground))
    painter.setPen(QPen(colour(Token.HATCH), 1))
    for left in range(rect.left() - rect.height(), rect.right() + 1, 7):
        painter.drawLine(left, rect.bottom() + 1, left + rect.height(), rect.top())
    painter.restore()


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    token: Token,
    flags: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
) -> None:
    """Draw one line of plain text in the painter's font."""
    painter.setPen(colour(token))
    painter.setBrush(QBrush())
    painter.drawText(rect, flags.value | _ONE_LINE, as_shown(text))


def _pen(edge: Token, width: float, *, dashed: bool) -> QPen:
    pen = QPen(colour(edge), width)
    if dashed:
        pen.setDashPattern([3, 2])
    return pen
