"""The names at the left of the plan: a practice, and when it likes to be visited."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from app.domain.language import _
from app.domain.practice import FORMAT_LABELS
from app.domain.words import clock_time
from ui.common.fonts import Role, font
from ui.common.paint import draw_text
from ui.common.tokens import Token
from ui.visit.plan_rows import PlanLine

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def draw_name(painter: QPainter, room: QRect, line: PlanLine) -> None:
    """Write the practice of `line` into `room`, cut where it ends."""
    middle, left, wide = room.center().y() + 1, room.left(), room.width()
    painter.setFont(font(Role.SECONDARY_STRONG))
    _draw_cut(painter, QRect(left, middle - 20, wide, 20), line.facts.name, Token.INK)
    painter.setFont(font(Role.CAPTION))
    _draw_cut(painter, QRect(left, middle + 1, wide, 18), _wished(line), Token.INK2)


def _draw_cut(painter: QPainter, room: QRect, words: str, ink: Token) -> None:
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    draw_text(painter, room, cut, ink, _LEFT)


def _wished(line: PlanLine) -> str:
    """Return when and how a practice likes to be visited: `Thu 12:00 · Drop-in`."""
    at = clock_time(line.facts.at)
    form = _(FORMAT_LABELS[line.facts.format])
    return _("{time} · {format}").format(time=at, format=form)
