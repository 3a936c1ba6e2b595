"""The clock of a visit: how much of the half hour is left, and why it stands when it does.

It counts by the clock on the wall, so it has gone on when the computer slept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.language import _, ngettext
from app.domain.visit_pause import Pause, PauseKind, standing_pause, time_stood
from app.domain.words import clock_time

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
        self.started, self._moment = started, moment
        self._pauses: Sequence[Pause] = ()
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self.ticked)
        self._timer.start()

    def set_pauses(self, pauses: Sequence[Pause]) -> None:
        """Stand, or have stood, at these times."""
        self._pauses = pauses
        self.ticked.emit()

    def is_paused(self) -> bool:
        """Whether the clock stands still."""
        return standing_pause(self._pauses) is not None

    def elapsed(self) -> int:
        """Return the seconds since the start, pauses left out."""
        now = self._moment()
        return max(0, int((now - self.started - time_stood(self._pauses, now)).total_seconds()))

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
        left, standing = self.left(), standing_pause(self._pauses)
        if standing is not None:
            # i18n: Danish: »pause siden 12.41«, »afbrudt siden 12.41«
            text = _("paused since {time}")
            if standing.kind is PauseKind.INTERRUPTION:
                text = _("interrupted since {time}")
            return text.format(time=clock_time(standing.began_at))
        if left < 0:
            return over_words(max(1, -left // 60))
        if left <= WRAP_UP * 60:
            # i18n: Danish: »5 min: afrund«
            return _("{n} min: wrap up").format(n=max(1, -(-left // 60)))
        # i18n: Danish: »tilbage af 30:00«
        return _("left of {minutes}:00").format(minutes=self.minutes)


def over_words(minutes: int) -> str:
    """Return in words how far over time something is."""
    # i18n: Danish: »3 minutter over«
    return ngettext("{n} minute over", "{n} minutes over", minutes).format(n=minutes)
