"""Noticing that a new day has begun while Fasthold stays open."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.system.clock import Today

TICK = 30_000  # ms: what is due at midnight goes a moment after it


class Daily(QObject):
    """Asks now and then what day it is; `day_begun` when it is another than before."""

    day_begun = Signal()

    def __init__(self, today: Today, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._day = today()
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Watch from this day on."""
        self._day = self._today()
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def look(self) -> None:
        """Tell of the day if it is a new one; the clock may also have been set back."""
        day = self._today()
        if day != self._day:
            self._day = day
            self.day_begun.emit()
