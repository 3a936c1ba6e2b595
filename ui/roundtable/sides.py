"""The plan beside its preview, each scrolling for itself; stacked where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.common.columns import NARROW

WIDEST, LEAST, PART = 560, 480, 0.46  # of the preview
STACKED_HEIGHT = 640
_ANY = 16_777_215


class Sides(QWidget):
    """`left` takes cards; `preview` stays in view while the cards scroll."""

    def __init__(self, preview: QWidget, gap: int = 12) -> None:
        super().__init__()
        self._preview = preview
        self._cards = QWidget()
        self._cards.setObjectName("page_body")
        self.left = QVBoxLayout(self._cards)
        self.left.setContentsMargins(0, 0, 0, 0)
        self.left.setSpacing(gap)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._cards)
        self._cards.installEventFilter(self)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(16)
        self._outer.addWidget(self._area, 1)
        self._outer.addWidget(preview)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return False

    def _arrange(self) -> None:
        wide = self.width() >= NARROW
        direction = QBoxLayout.Direction
        self._outer.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        policy = Qt.ScrollBarPolicy
        self._area.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if wide else policy.ScrollBarAlwaysOff
        )
        if wide:
            self._area.setMinimumHeight(0)
            self._preview.setFixedWidth(max(LEAST, min(WIDEST, int(self.width() * PART))))
            self._preview.setMinimumHeight(0)
        else:
            needed = self.left.heightForWidth(self.width())
            self._area.setMinimumHeight(max(needed, self.left.sizeHint().height()))
            self._preview.setMinimumWidth(0)
            self._preview.setMaximumWidth(_ANY)
            self._preview.setMinimumHeight(STACKED_HEIGHT)
