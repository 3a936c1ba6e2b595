"""Notices that nobody is there, and asks for the lock.

Two clocks: the monotonic one cannot be set back, but on some systems stands still while the
computer sleeps; the wall clock runs on. Whichever says »too long« first decides. Waking up asks
for the lock at any rate.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from ui.common.ears import leave, listen

TICK = 1_000  # ms
SLEPT = 30  # seconds the wall clock may run ahead of the monotonic one between two ticks

_ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)

Clock = Callable[[], float]


class Idle(QObject):
    """Watches the whole application for hands; `lock_requested` comes once per rest."""

    lock_requested = Signal()
    remaining_changed = Signal(int)  # seconds

    def __init__(
        self,
        seconds: int,
        parent: QObject | None = None,
        *,
        monotonic: Clock = time.monotonic,
        wall: Clock = time.time,
    ) -> None:
        super().__init__(parent)
        self._limit, self._monotonic, self._wall = seconds, monotonic, wall
        self._deaf = False
        self.slept = False  # whether the lock was asked for because the computer had slept
        self._touched = self._seen = (monotonic(), wall())
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.check)

    def start(self) -> None:
        """Begin to watch."""
        listen(self, self._on_heard)
        self.touch()
        self._timer.start()
        self.remaining_changed.emit(self._limit)

    def stop(self) -> None:
        """Watch no longer."""
        leave(self)
        self._timer.stop()

    def set_limit(self, seconds: int) -> None:
        """Ask for the lock after `seconds` from now on."""
        self._limit = seconds
        self.check()

    def ignore_hands(self, ignore: bool) -> None:  # noqa: FBT001 -- connected to a signal
        """Let no touch count while the curtain is down: it does not show who is there."""
        self._deaf = ignore

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._seen = (self._monotonic(), self._wall())

    def check(self) -> None:
        """Look at both clocks; the timer calls this every second."""
        now = (self._monotonic(), self._wall())
        ticked, passed = now[0] - self._seen[0], now[1] - self._seen[1]
        self._seen = now
        idle = max(now[0] - self._touched[0], now[1] - self._touched[1])
        self.slept = passed - ticked > SLEPT
        if idle >= self._limit or self.slept:
            self._timer.stop()
            self.remaining_changed.emit(0)
            self.lock_requested.emit()
            return
        self.remaining_changed.emit(int(self._limit - idle + 0.5))

    def _on_heard(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVITY and not self._deaf:
            self.touch()
        return False
