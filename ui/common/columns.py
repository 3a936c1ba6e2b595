"""Two columns that become one where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

NARROW = 920  # what a page is wide in a window of about 1 180


class Columns(QWidget):
    """The right column keeps its width, the left one gives way; below `narrow` they stack."""

    def __init__(
        self,
        *,
        right: int = 424,
        narrow: int = NARROW,
        gap: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._right_width, self._narrow = right, narrow
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        self._sides = (QWidget(), QWidget())
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(gap)
        for side, column in zip(self._sides, (self.left, self.right), strict=True):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(gap)
            column.addStretch(1)  # without a number, cards would share the room left over
            side.setLayout(column)
            side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            self._outer.addWidget(side)
        self._outer.addStretch()
        self._outer.setStretch(0, 1)
        self._sides[1].setFixedWidth(right)

    def add_left(self, widget: QWidget, stretch: int = 0) -> None:
        """Put `widget` below what is in the left column."""
        self.left.insertWidget(self.left.count() - 1, widget, stretch)

    def add_right(self, widget: QWidget, stretch: int = 0) -> None:
        """Put `widget` below what is in the right column."""
        self.right.insertWidget(self.right.count() - 1, widget, stretch)

    @override
    def minimumSizeHint(self) -> QSize:
        # That of one column above the other: a narrow window must be able to come about.
        widths = (self._sides[0].minimumSizeHint().width(), self._right_width)
        return QSize(max(widths), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._narrow
        direction = QBoxLayout.Direction
        self._outer.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        # Stacked, what height is left over lies below both columns, not between them.
        for place, takes in ((0, wide), (2, not wide)):
            self._outer.setStretch(place, int(takes))
        if wide:
            self._sides[1].setFixedWidth(self._right_width)
        else:
            self._sides[1].setMinimumWidth(0)
            self._sides[1].setMaximumWidth(16_777_215)
