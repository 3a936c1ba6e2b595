"""The head of a page: where one is, and what can be done here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.button import IconButton
from ui.common.fonts import Role
from ui.common.text import Text

_LEAST_BELOW = 360  # a subtitle below the title gets this before the actions stand beside it


class PageHeader(QWidget):
    """Title and quiet subtitle at the left, controls at the right or, where narrow, beneath.

    With `back` there is an arrow before the title, and the subtitle stands below it.
    """

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        *,
        back: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = Text(title, Role.PAGE_TITLE, wrap=back is not None)
        self._subtitle = Text(subtitle, Role.SECONDARY if back else Role.QUIET, wrap=True)
        self._stacked = back is not None
        self._beside = QHBoxLayout()
        self._actions = QHBoxLayout()
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._left = QWidget()
        self._words = QWidget()
        self._row = QHBoxLayout(self._left)
        self._right = QWidget()
        self._build(back)
        self.set_subtitle(subtitle)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)
        self._arrange()

    def set_subtitle(self, subtitle: str) -> None:
        """Show another remark."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self._row.setStretch(self._row.indexOf(self._words), 1 if subtitle else 0)
        self._row.setStretch(self._row.count() - 1, 0 if subtitle else 1)
        self._arrange()

    def add_beside(self, widget: QWidget) -> None:
        """Put `widget` right after the title (a switch of views, a badge)."""
        self._beside.addWidget(widget)

    def add_action(self, widget: QWidget) -> None:
        """Put `widget` at the right, after those already there."""
        self._actions.addWidget(widget)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A control that comes or goes changes how much room they take.
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().eventFilter(watched, event)

    @override
    def minimumSizeHint(self) -> QSize:
        parts = (self._left.minimumSizeHint(), self._right.minimumSizeHint())
        return QSize(max(part.width() for part in parts), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """Put the actions beneath the title when both do not fit on one line."""
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        if self._stacked:
            below = self._subtitle.fontMetrics().horizontalAdvance(self._subtitle.text())
            title = max(title, min(below, _LEAST_BELOW))
        beside = self._beside.sizeHint().width()
        needed = title + beside + self._right.sizeHint().width() + 80
        wide = self.width() >= needed
        direction = QBoxLayout.Direction
        self._outer.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _build(self, back: Callable[[], object] | None) -> None:
        across = QBoxLayout.Direction.LeftToRight
        words = QBoxLayout(QBoxLayout.Direction.TopToBottom if back else across, self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0 if back else 12)
        words.addWidget(self._title)
        words.addWidget(self._subtitle, 0 if back else 1)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        if back is not None:
            self._row.addWidget(IconButton("arrow-left", _("Back"), pressed=back))
        self._row.addWidget(self._words)
        self._row.addLayout(self._beside)
        self._row.addStretch(1)
        self._actions.setContentsMargins(0, 0, 0, 0)
        self._actions.setSpacing(12)
        self._right.setLayout(self._actions)
        self._right.installEventFilter(self)
        self._right.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(12)
        self._outer.addWidget(self._left, 1)
        self._outer.addWidget(self._right)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
