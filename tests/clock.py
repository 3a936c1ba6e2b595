"""A clock that stands still until a test moves it on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time


@dataclass
class Clock:
    """The day, and half past twelve of it in Danish summer time, unless `at` (UTC) says else."""

    day: date
    at: time = time(10, 30)

    def today(self) -> date:
        return self.day

    def now(self) -> datetime:
        return datetime.combine(self.day, self.at, UTC)
