"""The plan beside its preview, which stays in view, or two readers' sheets beside each other;
stacked where it is narrow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
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
    is as high as its paper. Where there is room, another may stand in the place of the cards: it is
    made when it is first wanted, and `compared` tells so."""

    compared = Signal(bool)

    def __init__(
        self, preview: Preview, make: Callable[[], Preview], area: QScrollArea, gap: int = 12
    ) -> None:
        super().__init__()
        self.other: Preview | None = None
        self._preview, self._make, self._area = preview, make, area
        self._kept = Kept(preview, area)
        self._kept_other: Kept | None = None
        self._is_compared = False
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

    def is_compared(self) -> bool:
        """Whether two sheets stand beside each other."""
        return self._is_compared

    def compare(self, *, compared: bool) -> None:
        """Put the other sheet in the place of the cards where there is room, or bring them back."""
        self._is_compared = compared and self._is_wide()
        if self._is_compared and self._kept_other is None:
            self.other = self._make()
            self._kept_other = Kept(self.other, self._area)
            self._outer.insertWidget(1, self._kept_other, 1)
        self._cards.setVisible(not self._is_compared)
        if self._kept_other is not None:
            self._kept_other.setVisible(self._is_compared)
        self._arrange()
        self.compared.emit(self._is_compared)

    @override
    def minimumSizeHint(self) -> QSize:
        # That of one above the other: a narrow window must be able to come about.
        width = max(self._cards.minimumSizeHint().width(), LEAST)
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_compared and not self._is_wide():
            self.compare(compared=False)
        self._arrange()

    def _is_wide(self) -> bool:
        return self.width() >= NARROW

    def _arrange(self) -> None:
        wide = self._is_wide()
        direction = QBoxLayout.Direction
        self._outer.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        for kept in (self._kept, self._kept_other):
            if kept is not None:
                kept.set_whole(whole=not wide)
        for preview in (self._preview, self.other):
            if preview is not None:
                preview.set_whole(whole=not wide)
                preview.compare.setVisible(wide)
        if wide:
            self._set_width()
        else:
            self._kept.setMinimumWidth(0)
            self._kept.setMaximumWidth(_ANY)

    def _set_width(self) -> None:
        half = (self.width() - self._outer.spacing()) // 2
        wanted = max(LEAST, min(WIDEST, int(self.width() * PART)))
        wanted = half if self._is_compared else wanted
        if abs(wanted - self._kept.maximumWidth()) > _STILL:
            self._kept.setFixedWidth(wanted)
