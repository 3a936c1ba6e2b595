"""A yes or no: a box of 18 px with the whole row as its target."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget
from typing_extensions import override

from ui.common.field import Field, FieldValue
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import Role, font
from ui.common.icons import draw_icon
from ui.common.paint import SMALL_RADIUS, draw_box
from ui.common.tokens import Token, colour

BOX = 18
_GAP = 10
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


def draw_tick_box(
    painter: QPainter, rect: QRect, *, on: bool, enabled: bool = True, hover: bool = False
) -> None:
    """Draw a tick box into `rect`."""
    if not enabled:
        draw_box(painter, rect, Token.CANVAS, Token.LINE, radius=SMALL_RADIUS, width=1.5)
    elif on:
        draw_box(painter, rect, Token.ACCENT, None, radius=SMALL_RADIUS)
    else:
        fill = Token.CANVAS if hover else Token.SURFACE
        draw_box(painter, rect, fill, Token.LINE2, radius=SMALL_RADIUS, width=1.5)
    if on:
        ink = Token.ON_ACCENT if enabled else Token.INK3
        draw_icon(painter, "check", rect.adjusted(2, 2, -2, -2), ink, bold=True)


class CheckBox(QCheckBox):
    """A tick box whose words wrap and whose whole area is its target."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_ring(self, Ring.SELF)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(font(Role.BODY)).horizontalAdvance(self.text())
        return QSize(BOX + (_GAP + words + 4 if self.text() else 4), 32)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 160), 32)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - BOX - _GAP, 20), 10_000)
        needed = QFontMetrics(font(Role.BODY)).boundingRect(room, int(_WRAP), self.text())
        return max(32, needed.height() + 12)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A layout gives a fixed height that of the hint: one line, however many there are.
        self.setMinimumHeight(self.heightForWidth(self.width()))

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRect(2, (self.height() - BOX) // 2, BOX, BOX)
        draw_tick_box(
            painter, box, on=self.isChecked(), enabled=self.isEnabled(), hover=self.underMouse()
        )
        painter.setFont(font(Role.BODY))
        painter.setPen(colour(Token.INK if self.isEnabled() else Token.INK3))
        room = self.rect().adjusted(BOX + _GAP, 0, 0, 0)
        painter.drawText(room, int(_WRAP), self.text())
        painter.end()


class CheckField(Field):
    """A yes or no in a form; its words stand beside the box."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = CheckBox(text)
        self._put(self._box, self._box)
        self._box.clicked.connect(self._report)

    @override
    def value(self) -> bool:
        return self._box.isChecked()

    @override
    def set_value(self, value: FieldValue) -> None:
        self._box.setChecked(value is True)

    @override
    def set_name(self, name: str, label: str, help_text: str = "") -> None:
        super().set_name(name, label or self._box.text(), help_text)
