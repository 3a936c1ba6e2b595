"""Days on which nobody is visited, and days that are better avoided.

Public holidays come from the `holidays` library (Store bededag is gone from 2024). Everything else
is data with its source: resources/reference/calendar.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from app.domain.language import _, language, mark

CALENDAR = Path(__file__).parents[2] / "resources" / "reference" / "calendar.toml"
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


def soft_reason(day: date) -> str | None:
    """Return why `day` is better avoided (holiday weeks, half holidays), or None."""
    return _soft_reason(day, language())


def monday_of(day: date) -> date:
    """Return the Monday of the ISO week of `day`."""
    return day - timedelta(days=day.weekday())


# A plan asks about the same days for every practice.
@cache
def _closed_reason(day: date, _spoken: str) -> str | None:
    return holiday_name(day) or (_("weekend") if is_weekend(day) else None)


@cache
def _soft_reason(day: date, spoken: str) -> str | None:
    block = _soft_weeks().get(day.isocalendar().week) or _soft_days().get((day.month, day.day))
    if block is None and _is_after_ascension(day):
        block = _calendar()["after_ascension"]
    return None if block is None else mark(block["da" if spoken == "da" else "en"])


@cache
def _holidays(year: int, spoken: str) -> Mapping[date, str]:
    import holidays  # loaded when a calendar is first asked for, not before the first window

    return dict(holidays.country_holidays("DK", years=year, language=spoken))


def _is_after_ascension(day: date) -> bool:
    return "himmelfart" in _holidays(day.year, "da").get(day - timedelta(days=1), "")


@cache
def _calendar() -> Mapping[str, Mapping[str, str]]:
    entries = tomllib.loads(CALENDAR.read_text(encoding="utf-8"))["soft"]
    return {entry["when"]: entry for entry in entries}


@cache
def _soft_weeks() -> Mapping[int, Mapping[str, str]]:
    blocks = {}
    for when, entry in _calendar().items():
        if when.startswith("week "):
            for number in when.removeprefix("week ").split(","):
                blocks[int(number)] = entry
    return blocks


@cache
def _soft_days() -> Mapping[tuple[int, int], Mapping[str, str]]:
    blocks = {}
    for when, entry in _calendar().items():
        if when.startswith("day "):
            day, month = when.removeprefix("day ").split("/")
            blocks[int(month), int(day)] = entry
    return blocks
