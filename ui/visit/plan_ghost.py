"""Where a visit would be, drawn over its line of the plan while it is moved."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.words import short_day
from ui.common.fonts import Role, font
from ui.common.icons import draw_icon
from ui.common.paint import CARD_RADIUS, draw_box, draw_text
from ui.common.tokens import Token

BOX = 30
_ICON, _BOX_TOP = 16, 18


class PlanGhost(QWidget):
    """Covers one line; the mouse goes through it."""

    def __init__(self, grid: QWidget) -> None:
        super().__init__(grid)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._week, self._centre = QRect(), 0
        self._day = date.min
        self._refused = False
        self.setVisible(False)

    def show_at(self, line: QRect, week: QRect, day: date, *, refused: bool) -> None:
        """Draw the visit on `day`; `line` and `week` are where both are in the plan."""
        self.setGeometry(line)
        self._week = week.translated(-line.topLeft())
        step = week.width() / 5
        self._centre = round(self._week.left() + (min(day.weekday(), 4) + 0.5) * step)
        self._day, self._refused = day, refused
        self.setVisible(True)
        self.raise_()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = Token.DANGER if self._refused else Token.ACCENT
        soft = Token.DANGER_SOFT if self._refused else Token.ACCENT_SOFT
        draw_box(painter, self._week.adjusted(-1, 1, 1, -1), None, ink, width=2)
        box = QRect(self._centre - BOX // 2, _BOX_TOP, BOX, BOX)
        draw_box(painter, box.adjusted(-4, -4, 4, 4), Token.SURFACE, None, radius=CARD_RADIUS)
        draw_box(painter, box, soft, ink, width=2)
        inset = (BOX - _ICON) // 2
        icon = "ban" if self._refused else "calendar"
        draw_icon(painter, icon, box.adjusted(inset, inset, -inset, -inset), ink)
        self._draw_date(painter, ink)
        painter.end()

    def _draw_date(self, painter: QPainter, ink: Token) -> None:
        words = short_day(self._day)
        painter.setFont(font(Role.CAPTION_STRONG))
        wide = painter.fontMetrics().horizontalAdvance(words) + 8
        room = QRect(self._centre - wide // 2, _BOX_TOP + BOX + 6, wide, 17)
        draw_box(painter, room, Token.SURFACE, ink, radius=3)
        draw_text(painter, room, words, ink, Qt.AlignmentFlag.AlignCenter)
