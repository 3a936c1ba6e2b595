"""A widget that stays in view while the page beside it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

EDGE = 20  # px kept free above and below, as the page's own
LOWEST, SEEN = 280, 120  # px of it all, and of what lies beneath words that are not cut


class Kept(QWidget):
    """Holds `shown` as high as there is room in `area`, or `whole` and scrolling with the page."""

    def __init__(self, shown: QWidget, area: QScrollArea) -> None:
        super().__init__()
        self._shown, self._area = shown, area
        self._whole = False
        shown.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        area.verticalScrollBar().valueChanged.connect(self._place)
        area.verticalScrollBar().rangeChanged.connect(self._place)

    def set_whole(self, *, whole: bool) -> None:
        """Be as high as what is shown, or keep what is shown in view."""
        self._whole = whole
        self.updateGeometry()
        self._place()

    @override
    def hasHeightForWidth(self) -> bool:
        return self._whole

    @override
    def heightForWidth(self, width: int) -> int:
        if not self._whole:
            return self._least()
        return max(self._shown.heightForWidth(width), self._shown.minimumSizeHint().height())

    @override
    def sizeHint(self) -> QSize:
        return self._shown.sizeHint() if self._whole else QSize(LOWEST, self._least())

    @override
    def minimumSizeHint(self) -> QSize:
        if not self._whole:
            return QSize(0, self._least())
        return QSize(0, self.heightForWidth(self.width()))

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._place()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place()

    def _least(self) -> int:
        """Return how high it is however little room there is: nothing written in it is cut."""
        layout = self._shown.layout()
        words = layout.minimumHeightForWidth(self.width()) if layout is not None else 0
        return max(LOWEST, words + SEEN)

    def _place(self) -> None:
        body = self._area.widget()
        if body is None or not body.isAncestorOf(self):
            return
        if self._whole:
            self._shown.setGeometry(self.rect())
            return
        # How far the place of it lies below the upper edge of what is seen of the page.
        below = self.mapTo(body, QPoint(0, 0)).y() - self._area.verticalScrollBar().value()
        top = max(0, EDGE - below)
        # Asked for each time: a kept wrapper of a scroll area's viewport goes stale.
        room = self._area.viewport().height() - max(EDGE, below) - EDGE
        height = min(max(room, self._least()), self.height() - top)
        self._shown.setGeometry(0, top, self.width(), height)
