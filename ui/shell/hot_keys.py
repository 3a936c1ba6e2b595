"""Keys that must work whatever is open (the curtain and the lock), or whatever has focus.

A shortcut of the window is not heard while a dialog is open, and the lock always wins; so these
two are taken from the event stream itself.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent

from ui.common.ears import leave, listen

_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})

# With Ctrl, these are keys of our pages and dialogs. Ctrl+Z is not: it takes back typing.
_OURS = frozenset(
    {
        Qt.Key.Key_B,
        Qt.Key.Key_E,
        Qt.Key.Key_K,
        Qt.Key.Key_N,
        Qt.Key.Key_P,
        Qt.Key.Key_Q,
        Qt.Key.Key_R,
    }
)


class HotKeys(QObject):
    """Hears F9 and Ctrl+L everywhere; while `swallow` is on, every other key is lost."""

    curtain_requested = Signal()
    lock_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.swallow = False

    def start(self) -> None:
        """Begin to listen."""
        listen(self, self._on_heard)

    def stop(self) -> None:
        """Listen no longer."""
        leave(self)

    def _on_heard(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() not in _KEYS:
            return False
        asked = self._asked(event)
        if asked is None and not self.swallow:
            return _left_to_the_page(event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # so that it comes back as a key press, not as a shortcut
        elif event.type() == QEvent.Type.KeyPress and asked and not event.isAutoRepeat():
            asked.emit()
        return True

    def _asked(self, event: QKeyEvent) -> SignalInstance | None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_F9 and not event.modifiers():
            return self.curtain_requested
        return self.lock_requested if event.key() == Qt.Key.Key_L and control else None


def _left_to_the_page(event: QKeyEvent) -> bool:
    """Return whether no field is to be asked if it wants this key of ours."""
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    if event.type() != QEvent.Type.ShortcutOverride or not control or event.key() not in _OURS:
        return False
    event.ignore()  # so that it is served as a shortcut
    return True
