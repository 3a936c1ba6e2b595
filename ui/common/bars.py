"""Bars in parts (time, strength), the hatch, and the quiet place of an empty page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.common.button import Button
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.override import override
from ui.common.paint import draw_hatch
from ui.common.shown import as_tip
from ui.common.text import Text
from ui.common.tokens import Token, colour

_GAP = 3


class TimeBar(QWidget):
    """A bar divided like an agenda; what is done is filled from the left."""

    def __init__(
        self,
        parts: Sequence[float] = (1,),
        *,
        token: Token = Token.ACCENT,
        height: int = 6,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts, self._token, self._done = tuple(parts), token, 0.0
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_parts(self, parts: Sequence[float]) -> None:
        """Divide the bar in these proportions."""
        self._parts = tuple(parts) or (1,)
        self.update()

    def set_done(self, done: float, token: Token | None = None) -> None:
        """Fill `done` of the sum of the parts, in another colour if given."""
        self._done = done
        self._token = token or self._token
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(228, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.width() - _GAP * (len(self._parts) - 1)
        scale = room / (sum(self._parts) or 1)
        left, begun = 0.0, 0.0
        for part in self._parts:
            filled = min(max(self._done - begun, 0), part)
            self._draw_part(painter, left, part * scale, filled * scale)
            left, begun = left + part * scale + _GAP, begun + part
        painter.end()

    def _draw_part(self, painter: QPainter, left: float, width: float, filled: float) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(left, 0, width, self.height()), 2, 2)
        painter.fillPath(shape, colour(Token.LINE))
        done = QPainterPath()
        done.addRect(QRectF(left, 0, filled, self.height()))
        painter.fillPath(shape.intersected(done), colour(self._token))


class Hatch(QWidget):
    """A hatched area with a fixed meaning: an off-day, a hidden number or withheld text."""

    def __init__(self, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(meaning)
        self.setToolTip(as_tip(meaning))

    @override
    def sizeHint(self) -> QSize:
        return QSize(20, 20)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_hatch(painter, self.rect())
        painter.end()


class EmptyState(QWidget):
    """What a page says while it has nothing to show, with the one act that changes that."""

    def __init__(
        self,
        text: str,
        icon: str,
        act: Button | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(IconLabel(icon, Token.INK3, 40), 0, Qt.AlignmentFlag.AlignHCenter)
        self._text = Text(text, Role.QUIET, wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._text)
        if act is not None:
            column.addWidget(act, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)
