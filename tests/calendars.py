"""Calendar files as other programs write them, for tests."""

from __future__ import annotations


def calendar(*entries: str) -> bytes:
    """Return a calendar file with these entries."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Another program//EN", *entries]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def entry(name: str, *lines: str) -> str:
    """Return one entry with the identifier `name`, or with none."""
    named = [f"UID:{name}"] if name else []
    return "\r\n".join(["BEGIN:VEVENT", *named, *lines, "END:VEVENT"])


def series(month: int, day: int) -> str:
    """Return a rule for this day of each year."""
    return f"RRULE:FREQ=DAILY;BYMONTH={month};BYMONTHDAY={day}"
