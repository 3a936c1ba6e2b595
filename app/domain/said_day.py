"""Days as they are said: `i morgen`, `tir`, `+6u`, `uge 42 tir`; Danish or English, either way.

A week is an ISO week: its Monday, or its Friday where it says by when; without a year it is the
nearest one. A weekday alone is the next one, never today. Where a text is none of these, None is
returned.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from app.domain.language import _

_NEAR = {
    "i dag": 0,
    "idag": 0,
    "today": 0,
    "i morgen": 1,
    "imorgen": 1,
    "tomorrow": 1,
    "i overmorgen": 2,
    "overmorgen": 2,
    "i går": -1,
    "igår": -1,
    "yesterday": -1,
}
_WEEKDAYS = (
    ("mandag", "man", "monday", "mon"),
    ("tirsdag", "tirs", "tir", "tuesday", "tue"),
    ("onsdag", "ons", "wednesday", "wed"),
    ("torsdag", "tors", "tor", "thursday", "thu"),
    ("fredag", "fre", "friday", "fri"),
    ("lørdag", "lør", "saturday", "sat"),
    ("søndag", "søn", "sunday", "sun"),
)
_NUMBER = {name: number for number, names in enumerate(_WEEKDAYS) for name in names}
_DAY = "|".join(sorted(_NUMBER, key=len, reverse=True))
_WEEK = r"(?:uge|week|u|w)\s?(\d{1,2})(?:(?:[/ ]|, ?)(\d{4}))?"
_IN_WEEK = re.compile(rf"(?:(?P<before>{_DAY})\.?,? )?{_WEEK}(?:,? (?P<after>{_DAY})\.?)?")
_STEP = re.compile(r"([+-])\s?(\d{1,3})\s?(d|dage?|days?|u|uger?|w|weeks?)")
_LAST_WEEK = 53


class NoSuchWeek(ValueError):
    """The week named is in no calendar; the text says what to do."""


def said_day(line: str, today: date, week_day: str = "man") -> date | None:
    """Return the day `line` (small letters, single spaces) says; raise `NoSuchWeek`. `week_day` is
    the day meant by a week alone."""
    if line in _NEAR:
        return today + timedelta(days=_NEAR[line])
    if line.rstrip(".") in _NUMBER:
        ahead = (_NUMBER[line.rstrip(".")] - today.weekday()) % 7
        return today + timedelta(days=ahead or 7)
    if step := _STEP.fullmatch(line):
        many = int(step[1] + step[2])
        return today + (timedelta(days=many) if step[3][0] == "d" else timedelta(weeks=many))
    return _in_week(line, today, week_day)


def _in_week(line: str, today: date, week_day: str) -> date | None:
    found = _IN_WEEK.fullmatch(line)
    if found is None or (found["before"] and found["after"]):
        return None
    weekday = _NUMBER[found["before"] or found["after"] or week_day] + 1
    number, year = int(found[2]), found[3]
    if not 1 <= number <= _LAST_WEEK:
        raise NoSuchWeek(_("Write a week from 1 to 53."))
    if year is None:
        return _nearest(number, weekday, today)
    try:
        return date.fromisocalendar(int(year), number, weekday)
    except ValueError as error:
        text = _("There is no week {week} in {year}.").format(week=number, year=year)
        raise NoSuchWeek(text) from error


def _nearest(number: int, weekday: int, today: date) -> date:
    days = []
    for year in range(today.year - 6, today.year + 7):  # week 53 comes every fifth or sixth year
        try:
            days.append(date.fromisocalendar(year, number, weekday))
        except ValueError:
            continue
    return min(days, key=lambda day: abs(day - today))
