"""Days on which nobody is visited anywhere.

Public holidays come from the `holidays` library (Store bededag is gone from 2024).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from app.domain.language import _, language, mark

SATURDAY = 5


def is_weekend(day: date) -> bool:
    """Return whether `day` is a Saturday or a Sunday."""
    return day.weekday() >= SATURDAY


def holiday_name(day: date) -> str | None:
    """Return the name of the public holiday on `day`, or None."""
    name = _holidays(day.year, "da" if language() == "da" else "en_US").get(day)
    return None if name is None else mark(name)


def closed_reason(day: date) -> str | None:
    """Return why nobody is visited on `day` anywhere: a weekend or a public holiday."""
    return _closed_reason(day, language())


@cache  # a plan asks thousands of times
def is_closed(day: date) -> bool:
    """Return whether nobody is visited on `day` anywhere."""
    return is_weekend(day) or day in _holidays(day.year, "da")


def is_after_ascension(day: date) -> bool:
    """Return whether `day` is the Friday after Ascension."""
    return "himmelfart" in _holidays(day.year, "da").get(day - timedelta(days=1), "")


def a_year_after(day: date) -> date:
    """Return the same day next year; the 28th for a leap day."""
    return date(day.year + 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month where there is none."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def monday_of(day: date) -> date:
    """Return the Monday of the ISO week of `day`."""
    return day - timedelta(days=day.weekday())


# A plan asks about the same days for every practice.
@cache
def _closed_reason(day: date, _spoken: str) -> str | None:
    return holiday_name(day) or (_("weekend") if is_weekend(day) else None)


@cache
def _holidays(year: int, spoken: str) -> Mapping[date, str]:
    import holidays  # loaded when a calendar is first asked for, not before the first window

    return dict(holidays.country_holidays("DK", years=year, language=spoken))
