"""Keeps every window of the program off the screen while a sealed room is shown.

What opened meanwhile, a report of a fault for example, comes into view when the room is left.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from typing_extensions import override


class Seal(QObject):
    """Hides dialogs that stand over `window`, and those that open while it is on."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._kept: list[QDialog] = []
        self._on = False

    def close(self) -> None:
        """Let no dialog be seen from now on."""
        self._on = True
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                self._keep(dialog)

    def open(self) -> None:
        """Show what was kept back, and keep back nothing any longer."""
        self.lift()
        kept, self._kept = self._kept, []
        for dialog in kept:
            if shiboken6.isValid(dialog):
                dialog.setWindowOpacity(1)
                dialog.show()

    def lift(self) -> None:
        """Keep back nothing any longer, and show nothing: the lock throws away what was kept."""
        self._on = False
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog) and self._on:
            self._keep(watched)
        return False

    def _keep(self, dialog: QDialog) -> None:
        if dialog not in self._kept:
            self._kept.append(dialog)
        dialog.setWindowOpacity(0)  # hiding it in the middle of its showing would not last
        QTimer.singleShot(0, dialog, lambda: self._hide(dialog))

    def _hide(self, dialog: QDialog) -> None:
        if self._on:
            dialog.hide()
