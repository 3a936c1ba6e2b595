"""A tick box among the filters."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from typing_extensions import override

from ui.common.button import Size
from ui.common.check import BOX, CheckBox, draw_tick_box
from ui.common.paint import draw_box, draw_text
from ui.common.tokens import Token


class FilterTick(CheckBox):
    """A tick box in a frame, as high as the drop-downs beside it."""

    @override
    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(10 + BOX + 10 + words + 12, Size.STANDARD)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hasHeightForWidth(self) -> bool:
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        fill = Token.ACCENT_SOFT if on else Token.SURFACE
        edge = Token.ACCENT if on else Token.INK2 if self.underMouse() else Token.LINE2
        draw_box(painter, self.rect(), fill, edge)
        box = self.rect().adjusted(10, 0, 0, 0)
        box.setSize(QSize(BOX, BOX))
        box.moveTop((self.height() - BOX) // 2)
        draw_tick_box(painter, box, on=on, hover=self.underMouse())
        words = self.rect().adjusted(10 + BOX + 10, 0, 0, 0)
        painter.setFont(self.font())
        draw_text(painter, words, self.text(), Token.INK, Qt.AlignmentFlag.AlignVCenter)
        painter.end()
