"""A head that stays in view while what is below it scrolls, so that it is one press away.

Where the window is too low for both, everything scrolls together.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.common.scroll_area import ScrollArea

LEAST_BELOW = 340
MARGINS = 40  # of the page, above and below


class HeldHead(QWidget):
    """Put into `head` what stays; `content` scrolls. `page` is what it stands in."""

    def __init__(self, content: QWidget, page: QScrollArea, gap: int = 14) -> None:
        super().__init__()
        self._content, self._page, self._gap = content, page, gap
        self._top = QWidget()
        self.head = QVBoxLayout(self._top)
        self.head.setContentsMargins(0, 0, 0, 0)
        self.head.setSpacing(gap)
        self._top.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._area = ScrollArea(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(self._top)
        column.addWidget(self._area, 1)
        for watched in (content, page.viewport(), self._top):
            watched.installEventFilter(self)

    def to_top(self) -> None:
        """Show the beginning of what scrolls."""
        self._area.verticalScrollBar().setValue(0)

    def is_held(self) -> bool:
        """Whether the head stays while the rest scrolls."""
        # Asked for each time: a kept wrapper of a scroll area's viewport goes stale.
        below = self._page.viewport().height() - MARGINS - self._gap - self._head_height()
        return below >= LEAST_BELOW

    def _head_height(self) -> int:
        """Return how tall the head is at the width it has: not as wide as its words would like."""
        return max(
            self.head.totalHeightForWidth(self.width()), self.head.totalMinimumSize().height()
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._arrange()
        return False

    def _stands(self) -> bool:
        # While a page is taken down, its parts still move and some of them are gone already.
        parts = (self, self._content, self._page, self._top, self._area)
        return all(shiboken6.isValid(part) for part in parts)

    def _arrange(self) -> None:
        if not self._stands():
            return
        held = self.is_held()
        policy, bar = Qt.ScrollBarPolicy, self._area.verticalScrollBar()
        asked = policy.ScrollBarAsNeeded if held else policy.ScrollBarAlwaysOff
        scrolls = held and bar.maximum() > 0
        if self._area.verticalScrollBarPolicy() is not asked or bar.isVisible() is not scrolls:
            self._area.setVerticalScrollBarPolicy(asked)  # which lays out all there is once more
        self._area.setMinimumHeight(0 if held else self._needed())
        # What scrolls by itself asks for no height: the page would scroll too, to give it that.
        asks = QSizePolicy.Policy.Ignored if held else QSizePolicy.Policy.Preferred
        self._area.setSizePolicy(QSizePolicy.Policy.Preferred, asks)
        beside = bar.sizeHint().width() if held and bar.maximum() > 0 else 0
        if self.head.contentsMargins().right() != beside:
            self.head.setContentsMargins(0, 0, beside, 0)  # its edge is that of the cards below

    def _needed(self) -> int:
        layout = self._content.layout()
        width = self._area.viewport().width()
        if layout is not None and layout.hasHeightForWidth():
            return max(layout.heightForWidth(width), 0)
        return self._content.sizeHint().height()
