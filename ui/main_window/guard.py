"""Rest and the lock keys, while a file is being set up and there is no frame yet to watch them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.shell.hot_keys import HotKeys
from ui.shell.idle import Idle

SECONDS = 300


class Guard(QObject):
    """Asks for the lock; `stop` before it is thrown away."""

    lock_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._idle = Idle(SECONDS, self)
        self._keys = HotKeys(self)
        for source in (self._idle, self._keys):
            source.lock_requested.connect(self.lock_requested)
            source.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._idle.stop()
        self._keys.stop()
