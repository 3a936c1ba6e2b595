"""What scrolls: up and down, never sideways, and what lies behind it shows through."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from ui.common.style_sheet import SCROLL_BARS, wear


class ScrollBar(QScrollBar):
    """A thin bar without arrows."""

    def __init__(self, direction: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(direction, parent)
        wear(self, SCROLL_BARS)


class ScrollArea(QScrollArea):
    """Scrolls `inner`, which is as wide as the area."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__(widgetResizable=True)
        # One made by Qt would be met first by whoever asks for its children's parent, and PySide
        # then looks through every kind of widget there is: 14 ms of the time to a first picture.
        self.setViewport(QWidget())
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner.setObjectName("page_body")
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
