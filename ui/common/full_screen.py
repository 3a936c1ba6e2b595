"""Full screen while others look on: nothing of the system in sight. Esc does not end it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_FULL = Qt.WindowState.WindowFullScreen


def toggle_full_screen(window: QWidget) -> None:
    """Take the whole screen, or give back what was taken."""
    window.setWindowState(window.windowState() ^ _FULL)


def leave_full_screen(window: QWidget) -> None:
    """Be a window among others again."""
    if window.windowState() & _FULL:
        window.setWindowState(window.windowState() & ~_FULL)
