"""The clock of a visit: how much of the half hour is left, and the pause."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.language import _

WRAP_UP = 5  # minutes
_TICK = 500  # ms


class VisitClock(QObject):
    """Counts from the start of the visit; a pause stops the clock, never the visit."""

    ticked = Signal()

    def __init__(
        self,
        started: datetime,
        minutes: int,
        moment: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.minutes = minutes
        self._started, self._moment = started, moment
        self._paused_at: datetime | None = None
        self._rested = timedelta()
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self.ticked)
        self._timer.start()

    def is_paused(self) -> bool:
        """Whether the clock stands still."""
        return self._paused_at is not None

    def toggle_pause(self) -> None:
        """Let the clock stand, or go on."""
        if self._paused_at is None:
            self._paused_at = self._moment()
        else:
            self._rested += self._moment() - self._paused_at
            self._paused_at = None
        self.ticked.emit()

    def elapsed(self) -> int:
        """Return the seconds since the start, pauses left out."""
        now = self._paused_at or self._moment()
        return max(0, int((now - self._started - self._rested).total_seconds()))

    def left(self) -> int:
        """Return the seconds left; below zero when the time is over."""
        return self.minutes * 60 - self.elapsed()

    def figure(self) -> str:
        """Return minutes and seconds as they are read."""
        left = abs(self.left())
        sign = "−" if self.left() < 0 else ""
        return f"{sign}{left // 60}:{left % 60:02}"

    def words(self) -> str:
        """Return what stands beside the figure."""
        left = self.left()
        if self.is_paused():
            # i18n: Danish: »pause«
            return _("paused")
        if left < 0:
            # i18n: Danish: »{n} min over«
            return _("{n} min over").format(n=max(1, -left // 60))
        if left <= WRAP_UP * 60:
            # i18n: Danish: »5 min: afrund«
            return _("{n} min: wrap up").format(n=max(1, -(-left // 60)))
        # i18n: Danish: »tilbage af 30:00«
        return _("left of {minutes}:00").format(minutes=self.minutes)
