"""A card's head: its title and count, a remark or what an empty card says, and its actions."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.override import override
from ui.common.text import ShortText, Text
from ui.common.tokens import Token

HEADER = 48
SIDE = 16
_GAP = 8


class CardHead(QWidget):
    """One line; what an empty card says takes a line of its own where it would not fit on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Text("", Role.CARD_TITLE)
        self.count = Text("", Role.SECONDARY_STRONG, tone=Token.INK2)
        self.detail = ShortText("", Role.SECONDARY)
        self.empty = Text("", Role.QUIET, wrap=True)
        self.acts = QHBoxLayout()
        self._row = QHBoxLayout()
        self._below = QHBoxLayout()
        self._build()

    def set_icon(self, icon: IconLabel) -> None:
        """Show `icon` before the title."""
        self._row.insertWidget(0, icon)

    def set_empty(self, text: str | None) -> None:
        """Say `text` beside or below the title; None says nothing."""
        self.empty.setText(text or "")
        self.empty.setVisible(text is not None)
        self.detail.setVisible(text is None and bool(self.detail.text()))
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def _place(self) -> None:
        below = self._below.indexOf(self.empty) >= 0
        if self._fits() is not below:
            return
        (self._below if below else self._row).removeWidget(self.empty)
        if below:
            self._row.insertWidget(self._row.indexOf(self.detail) + 1, self.empty, 1)
        else:
            self._below.addWidget(self.empty)
        self._below.setContentsMargins(SIDE, 0, SIDE, 0 if below else 12)

    def _fits(self) -> bool:
        said = self.empty.fontMetrics().horizontalAdvance(self.empty.text())
        others = self.acts.sizeHint().width() + self.title.sizeHint().width()
        count = 0 if self.count.isHidden() else self.count.sizeHint().width() + _GAP
        return said + others + count + 3 * _GAP + 2 * SIDE <= self.width()

    def _build(self) -> None:
        self._row.setContentsMargins(SIDE, 6, SIDE - 4, 6)
        self._row.setSpacing(_GAP)
        self._row.addWidget(self.title)
        self._row.addWidget(self.count)
        self._row.addWidget(self.detail, 1)
        self._row.addWidget(self.empty, 1)
        self._row.addStretch()
        self.acts.setSpacing(_GAP)
        self._row.addLayout(self.acts)
        self.count.setVisible(False)
        self.empty.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addLayout(self._below)
        self.setMinimumHeight(HEADER)
