"""What day and what moment it is; the only place that asks the computer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

Today = Callable[[], date]
Now = Callable[[], datetime]

DENMARK = ZoneInfo("Europe/Copenhagen")


def today() -> date:
    """Return the calendar day in Denmark, whatever zone the computer is set to."""
    return datetime.now(DENMARK).date()


def now_utc() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """Return `moment` as the Danish clock shows it."""
    return moment.astimezone(DENMARK)
