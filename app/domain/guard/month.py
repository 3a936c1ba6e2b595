"""The month of a date the guard found: what may be written instead of the day."""

from __future__ import annotations

import re

_NAMES = ("jan", "feb", "mar", "apr", "ma[jy]", "jun", "jul", "aug", "sep", "o[kc]t", "nov", "dec")
_NAMED = tuple(re.compile(rf"(?<![^\W\d_]){name}") for name in _NAMES)
_YEAR_FIRST = re.compile(r"\d{4} ?[./ -] ?(\d{1,2}) ?[./ -] ?\d{1,2}")
_DAY_FIRST = re.compile(r"\d{1,2} ?[./ -] ?(\d{1,2})(?!\d)")


def month_in(date: str) -> int | None:
    """Return the month of a `date` as it was typed, 1 to 12; None if it tells none."""
    low = date.lower()
    named = [place for place, name in enumerate(_NAMED, 1) if name.search(low)]
    if named:
        return named[0]
    found = _YEAR_FIRST.search(low) or _DAY_FIRST.search(low)
    month = int(found[1]) if found else 0
    return month if 1 <= month <= 12 else None
