"""The keys that lead from one thing back to the list it came from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def asks_back(event: QKeyEvent) -> bool:
    """Return whether Esc or Alt and the arrow to the left were pressed."""
    if event.key() == Qt.Key.Key_Escape:
        return True
    alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
    return event.key() == Qt.Key.Key_Left and bool(alt)
