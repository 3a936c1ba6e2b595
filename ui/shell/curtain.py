"""The curtain: covers every window at once, without locking anything."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from ui.common.fonts import Role
from ui.common.icons import AppMark
from ui.common.text import Text
from ui.common.tokens import Token, colour


class Curtain(QObject):
    """Falls over all windows of the application, and rises again."""

    moved = Signal(bool)  # whether it is down

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._covers: list[_Cover] = []
        self._focus: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_window_changed)

    @property
    def is_down(self) -> bool:
        """Whether the windows are covered."""
        return bool(self._covers)

    def toggle(self) -> None:
        """Let it fall, or lift it."""
        if self.is_down:
            self.lift()
        else:
            self.fall()

    def fall(self) -> None:
        """Cover every window; pop-ups and tool tips go away."""
        self._focus = QApplication.focusWidget()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        QToolTip.hideText()
        self._cover_all()
        self.moved.emit(True)

    def lift(self) -> None:
        """Show the windows again, the keyboard where it was."""
        covers, self._covers = self._covers, []
        for cover in covers:
            if shiboken6.isValid(cover):
                cover.leave()
        if self._focus is not None and shiboken6.isValid(self._focus):
            self._focus.setFocus()
        self._focus = None
        self.moved.emit(False)

    def _cover_all(self) -> None:
        covered = [cover.parentWidget() for cover in self._covers if shiboken6.isValid(cover)]
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window not in covered and not _is_passing(window):
                self._covers.append(_Cover(window))

    def _on_window_changed(self) -> None:
        # A dialog that opens while the curtain is down must not show through.
        if self.is_down:
            self._cover_all()


class _Cover(QWidget):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._title = window.windowTitle()
        self._window = window
        window.setWindowTitle("Fasthold")
        window.installEventFilter(self)
        # i18n: Danish: »Skærmen er dækket. Tryk F9«
        words = Text(_("The screen is covered. Press F9"), Role.CARD_TITLE)
        column = QVBoxLayout(self)
        column.setSpacing(20)
        column.addStretch(1)
        column.addWidget(AppMark(56), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setAccessibleName(words.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGeometry(window.rect())
        self.raise_()
        self.show()
        self.setFocus()

    def leave(self) -> None:
        """Give the window back."""
        self._window.removeEventFilter(self)
        self._window.setWindowTitle(self._title)
        self.hide()
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.RAIL))
        painter.end()


def _is_passing(window: QWidget) -> bool:
    return window.windowType() in (Qt.WindowType.ToolTip, Qt.WindowType.Popup)
