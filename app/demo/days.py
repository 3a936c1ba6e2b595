"""The clock of a made-up year: it stands on one day until it is moved on."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from app.system.clock import DENMARK

MORNING = time(7, 41)


class MadeUpClock:
    """Gives the services the day the story has come to."""

    def __init__(self, day: date) -> None:
        self._day = day
        self._at = MORNING

    def today(self) -> date:
        """Return the day of the story."""
        return self._day

    def now(self) -> datetime:
        """Return the moment a Danish clock shows that day, in UTC."""
        return datetime.combine(self._day, self._at, DENMARK).astimezone(UTC)

    def go_to(self, day: date, at: time = MORNING) -> None:
        """Move on to `day`."""
        self._day, self._at = day, at

    def pass_minutes(self, minutes: int) -> None:
        """Let some of the day go by."""
        moment = datetime.combine(self._day, self._at) + timedelta(minutes=minutes)
        self.go_to(moment.date(), moment.time())


class CountedBack:
    """Days of the story, counted back from its last."""

    def __init__(self, clock: MadeUpClock, today: date) -> None:
        self._clock = clock
        self._today = today

    def day(self, before: int) -> date:
        """Return the day so many days before the last."""
        return self._today - timedelta(days=before)

    def at(self, before: int) -> str:
        """Move the clock to so many days before the last, and return the day as typed."""
        self._clock.go_to(self.day(before))
        return typed(self.day(before))


def weeks_before(day: date, weeks: int) -> date:
    """Return the day `weeks` weeks before."""
    return day - timedelta(weeks=weeks)


def typed(day: date) -> str:
    """Return the day as one would type it."""
    return f"{day:%d.%m.%Y}"
