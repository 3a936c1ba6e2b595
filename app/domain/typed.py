"""Reading what people type: lines, days, times, whole numbers, hours.

Each reader returns the value, or raises `Unreadable` with one sentence saying what to do.
"""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from app.domain.clean import clean, clean_line
from app.domain.language import _
from app.domain.said_day import NoSuchWeek, said_day
from app.domain.words import clock_time

NAME_LIMIT = 80
LINE_LIMIT = 200
NOTE_LIMIT = 20_000

_NUMERIC_DAY = re.compile(r"(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{4}|\d{2}))?\.?")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_BY = re.compile(r"^(?:senest|inden|by) (?:i )?")
_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?")


class Unreadable(ValueError):
    """What was typed cannot be read as asked; the text says what to do."""


def read_line(text: str, limit: int = LINE_LIMIT) -> str:
    """Return one clean line of at most `limit` signs."""
    return _within(clean_line(text), limit)


def read_note(text: str, limit: int = NOTE_LIMIT) -> str:
    """Return clean text of several lines, at most `limit` signs."""
    return _within(clean(text), limit)


def read_required(text: str, limit: int = LINE_LIMIT) -> str:
    """Return one clean line that says something."""
    line = read_line(text, limit)
    if not line:
        raise Unreadable(_("Write something here."))
    return line


def read_day(text: str, today: date) -> date:
    """Return the day: `9/9`, `9.9.2026`, `2026-09-09`, day first; no year means the nearest one.

    Or as it is said: `i morgen`, `tir`, `+6u`, `uge 42 tir`.
    """
    return _read_day(read_line(text).lower(), today, "man")


def read_deadline(text: str, today: date) -> date:
    """Return the last day: read like a day, but a week alone lasts until its Friday."""
    return _read_day(_BY.sub("", read_line(text).lower()), today, "fre")


def read_optional_deadline(text: str, today: date) -> date | None:
    """Return the last day, or None when nothing was typed."""
    return read_deadline(text, today) if clean(text) else None


def _read_day(line: str, today: date, week_day: str) -> date:
    try:
        found = said_day(line, today, week_day) or date(*_day_parts(line, today))
    except (NoSuchWeek, Unreadable) as error:
        raise Unreadable(str(error)) from error
    except (ValueError, OverflowError) as error:
        raise Unreadable(_("There is no such day. Write the day like 9/9/2026.")) from error
    if not 2000 <= found.year <= 2100:
        raise _no_year()
    return found


def read_optional_day(text: str, today: date) -> date | None:
    """Return the day, or None when nothing was typed."""
    return read_day(text, today) if clean(text) else None


def read_optional_time(text: str) -> time | None:
    """Return the time of day, or None when nothing was typed."""
    return read_time(text) if clean(text) else None


def read_time(text: str) -> time:
    """Return the time of day: `12.30`, `12:30`, `8`, whatever the language."""
    found = _CLOCK.fullmatch(read_line(text).lower())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        text = _("Write the time like {example}, from {first} to {last}.")
        example, first, last = (write_time(at) for at in (time(12, 30), time.min, time(23, 59)))
        raise Unreadable(text.format(example=example, first=first, last=last))
    return time(int(found[1]), int(found[2] or 0))


def write_day(day: date | None) -> str:
    """Return the day as it could have been typed: `09.09.2026`, or nothing."""
    return f"{day:%d.%m.%Y}" if day else ""


def write_time(at: time | None) -> str:
    """Return the time of day as the pages write it, `8.15` or `08:15`, or nothing."""
    return clock_time(at) if at else ""


def write_hours(hours: float) -> str:
    """Return hours as they could have been typed: `37`, `7,5`."""
    return f"{hours:g}".replace(".", ",")


def read_whole(text: str, low: int, high: int) -> int:
    """Return a whole number from `low` to `high`."""
    line = read_line(text)
    if not re.fullmatch(r"[0-9]{1,6}", line) or not low <= int(line) <= high:
        raise Unreadable(_("Write a whole number from {low} to {high}.").format(low=low, high=high))
    return int(line)


def read_hours(text: str, high: float = 60) -> float:
    """Return hours per week, comma or dot: `37`, `7,5`."""
    line = read_line(text).replace(",", ".")
    if not re.fullmatch(r"\d{1,2}(\.\d{1,2})?", line) or float(line) > high:
        raise Unreadable(_("Write the hours per week, from 0 to {high}.").format(high=int(high)))
    return float(line)


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise Unreadable(
            _("Write at most {limit} characters; here are {count}.").format(
                limit=limit, count=len(text)
            )
        )
    return text


def _no_year() -> Unreadable:
    return Unreadable(_("Write a year between 2000 and 2100."))


def _day_parts(line: str, today: date) -> tuple[int, int, int]:
    if iso := _ISO_DAY.fullmatch(line):
        parts = int(iso[1]), int(iso[2]), int(iso[3])
    elif found := _NUMERIC_DAY.fullmatch(line):
        day, month, year = int(found[1]), int(found[2]), found[3]
        parts = _year(year, month, day, today), month, day
    else:
        raise Unreadable(_("Write the day like 9/9/2026."))
    if parts[0] == 0:  # no date can hold it, so it would look like a day that is not there
        raise _no_year()
    return parts


def _year(typed: str | None, month: int, day: int, today: date) -> int:
    if typed is None:
        return min(
            (today.year - 1, today.year, today.year + 1),
            key=lambda year: abs(_around(year, month, day) - today),
        )
    return int(typed) if len(typed) == 4 else 2000 + int(typed)


def _around(year: int, month: int, day: int) -> date:
    start = date(year, max(1, min(month, 12)), 1)
    return start + timedelta(days=min(day, 31) - 1)
