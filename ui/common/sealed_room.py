"""A room that others look at: nothing else is seen over it, and only a key opens the way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.common.discard import discard


class SealedRoom(QWidget):
    """Shows `content`, or, in its place, the page that asks for the key; the frame sees to it that
    nothing lies over either, and that the lock takes both away."""

    leave_requested = Signal()

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._stack = QStackedWidget()
        self._stack.addWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def ask_for_key(self, page: QWidget) -> None:
        """Let `page` stand in the place of what is shown."""
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def is_asking(self) -> bool:
        """Return whether the key is asked for."""
        return self._stack.currentWidget() is not self._content

    def go_back(self) -> None:
        """Show the content again, and throw away the page that asked."""
        page = self._stack.currentWidget()
        self._stack.setCurrentWidget(self._content)
        if page is not None and page is not self._content:
            self._stack.removeWidget(page)
            discard(page)
        self._content.setFocus()
