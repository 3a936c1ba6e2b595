"""The plan beside its preview, which stays in view; stacked where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.common.columns import NARROW
from ui.roundtable.kept import Kept
from ui.roundtable.preview import Preview

WIDEST, LEAST, PART = 560, 480, 0.46  # of the preview
_STILL = 8  # what the page's scroll bar takes of the preview must not make it come and go
_ANY = 16_777_215


class Sides(QWidget):
    """`left` takes cards; the preview stays beside them while `area` scrolls, or, beneath them,
    is as high as its paper."""

    def __init__(self, preview: Preview, area: QScrollArea, gap: int = 12) -> None:
        super().__init__()
        self._preview = preview
        self._kept = Kept(preview, area)
        self._cards = QWidget()
        self.left = QVBoxLayout(self._cards)
        self.left.setContentsMargins(0, 0, 0, 0)
        self.left.setSpacing(gap)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(16)
        self._outer.addWidget(self._cards, 1)
        self._outer.addWidget(self._kept)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @override
    def minimumSizeHint(self) -> QSize:
        # That of one above the other: a narrow window must be able to come about.
        width = max(self._cards.minimumSizeHint().width(), LEAST)
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= NARROW
        direction = QBoxLayout.Direction
        self._outer.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._kept.set_whole(whole=not wide)
        self._preview.set_whole(whole=not wide)
        if wide:
            wanted = max(LEAST, min(WIDEST, int(self.width() * PART)))
            if abs(wanted - self._kept.maximumWidth()) > _STILL:
                self._kept.setFixedWidth(wanted)
        else:
            self._kept.setMinimumWidth(0)
            self._kept.setMaximumWidth(_ANY)
