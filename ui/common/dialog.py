"""The look of every dialog: a heading, a body that scrolls if it must, buttons below.

Window titles are »Fasthold« and nothing else: a task bar must not show what is worked on.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.common.button import Button
from ui.common.fonts import Role
from ui.common.keyboard import come_back_after
from ui.common.scroll_area import ScrollArea
from ui.common.text import Text
from ui.common.tokens import Token, colour

WIDEST = 720
_SIDE = 24


class Dialog(QDialog):
    """A window-modal dialog; open it with `open()`. Put the content into `body`."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 560) -> None:
        super().__init__(parent)
        self.setWindowTitle("Fasthold")
        self.setAccessibleName(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._width = min(width, WIDEST)
        self._heading = Text(title, Role.PAGE_TITLE, wrap=True)
        self.body = QVBoxLayout()
        self._buttons = QHBoxLayout()
        self._foot = QWidget()
        self._lay_out()

    def add_button(self, button: Button) -> Button:
        """Put `button` at the right of the foot, after those already there."""
        self._buttons.addWidget(button)
        return button

    def add_left(self, widget: QWidget) -> None:
        """Put `widget` at the left of the foot."""
        self._buttons.insertWidget(0, widget)

    @override
    def sizeHint(self) -> QSize:
        room = self.screen().availableGeometry()
        width = min(self._width, room.width() - 40)
        return QSize(width, min(self._wanted_height(width), room.height() - 60))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.resize(self.sizeHint())
        come_back_after(self)
        super().showEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Qt would rather cut a heading of two lines than the room of what scrolls.
        self._heading.setMinimumHeight(self._heading.heightForWidth(self.width()))
        super().resizeEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.CANVAS))
        painter.fillRect(self._foot.geometry(), colour(Token.SURFACE))
        top = self._foot.geometry().top()
        painter.fillRect(0, top, self.width(), 1, colour(Token.LINE))
        painter.end()

    def fit(self) -> None:
        """Grow to the height the content needs now, within the screen."""
        wanted = self.sizeHint().height()
        if wanted > self.height():
            self.resize(self.width(), wanted)
            room = self.screen().availableGeometry()
            over = self.frameGeometry().bottom() - room.bottom()
            if over > 0:  # else the buttons would be below the screen's edge
                self.move(self.x(), max(room.top(), self.y() - over))

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setLayout(self.body)
        inner.installEventFilter(self)
        self.body.setContentsMargins(_SIDE, 4, _SIDE, 20)
        self.body.setSpacing(16)
        self._area = ScrollArea(inner)
        self._area.setMinimumHeight(1)  # a scroll area asks for more than a short text needs
        self._heading.setContentsMargins(_SIDE, 20, _SIDE, 12)
        self._buttons.setContentsMargins(_SIDE, 12, _SIDE, 12)
        self._buttons.setSpacing(12)
        self._buttons.addStretch(1)
        self._foot.setLayout(self._buttons)
        self._foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self._area, 1)
        column.addWidget(self._foot)

    def _wanted_height(self, width: int) -> int:
        # While there is a bar the words have less room: a line more of them would keep it there.
        bar = self._area.verticalScrollBar()
        room = width - bar.width() if bar.isVisible() else width
        inside = self.body.heightForWidth(room) if self.body.hasHeightForWidth() else -1
        inside = max(inside, self.body.sizeHint().height() if inside < 0 else inside)
        head = self._heading.heightForWidth(width)
        return head + inside + self._foot.sizeHint().height() + 4
