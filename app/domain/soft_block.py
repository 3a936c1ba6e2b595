"""Weeks and days that are better avoided when a visit is planned: school weeks, half holidays.

They only make other days likelier; none of them forbids a day. A new file has those of
resources/reference/calendar.toml; each municipality then makes the list its own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NewType
from uuid import NAMESPACE_OID, UUID, uuid5

from app.domain.clean import clean
from app.domain.days import is_after_ascension
from app.domain.language import _, language, mark, ngettext
from app.domain.settling import Settling
from app.domain.typed import (
    LINE_LIMIT,
    NAME_LIMIT,
    Unreadable,
    read_line,
    read_optional_day,
    read_required,
    read_whole,
)

SoftBlockId = NewType("SoftBlockId", UUID)

CALENDAR = Path(__file__).parents[2] / "resources" / "reference" / "calendar.toml"
AFTER_ASCENSION = "after_ascension"
FIRST_YEAR, LAST_YEAR = 2000, 2100

_LAST_WEEK = 53
_LEAP_YEAR = 2024
_WEEK_WORD = re.compile(r"^(?:weeks?|uger?)\s+")
_WEEKS = re.compile(r"(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?")
_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})\.?")


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftBlock:
    """One entry. `when` is `week 28,29`, `day 24/12` or `after_ascension`; without a `year` it is
    so every year."""

    when: str
    name: str
    year: int | None
    source: str
    last_checked: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftBlockDraft:
    """One entry as typed."""

    when: str = ""
    name: str = ""
    year: str = ""
    source: str = ""
    last_checked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftBlockRow:
    """One line of the list."""

    id: SoftBlockId
    block: SoftBlock


class SoftDays:
    """Knows of each day whether, and why, it is better avoided."""

    def __init__(self, blocks: Iterable[SoftBlock] = ()) -> None:
        self._names: dict[tuple[str, int | None], str] = {}
        # A plan asks about the same days for every practice.
        self._known: dict[date, str | None] = {}
        for block in blocks:
            for key in _keys(block.when):
                self._names.setdefault((key, block.year), block.name)

    def reason(self, day: date) -> str | None:
        """Return why `day` is better avoided, or None."""
        if day not in self._known:
            self._known[day] = self._find(day)
        return self._known[day]

    def _find(self, day: date) -> str | None:
        iso = day.isocalendar()
        places = [(f"week {iso.week}", iso.year), (f"day {day.day}/{day.month}", day.year)]
        if is_after_ascension(day):
            places.append((AFTER_ASCENSION, day.year))
        for key, year in places:
            name = self._names.get((key, year)) or self._names.get((key, None))
            if name:
                return name
        return None


def default_blocks() -> tuple[SoftBlockRow, ...]:
    """Return the entries a new file has, named in the language in force."""
    spoken = "da" if language() == "da" else "en"
    return tuple(
        SoftBlockRow(
            id=SoftBlockId(uuid5(NAMESPACE_OID, entry["when"])),
            block=SoftBlock(
                when=entry["when"],
                name=mark(entry[spoken]),
                year=None,
                source=mark(entry[f"source_{spoken}"]),
                last_checked=entry["last_checked"],
            ),
        )
        for entry in _entries()
    )


def settle_soft_block(
    draft: SoftBlockDraft, today: date, known_names: Collection[str] = ()
) -> SoftBlock:
    """Return the entry as facts, or raise `Rejected`."""
    form = Settling()
    block = SoftBlock(
        when=form.read("when", lambda: read_when(draft.when), ""),
        name=form.read("name", lambda: read_required(draft.name, NAME_LIMIT), ""),
        year=form.read("year", lambda: _read_year(draft.year), None),
        source=form.read("source", lambda: read_line(draft.source, LINE_LIMIT), ""),
        last_checked=form.read(
            "last_checked", lambda: read_optional_day(draft.last_checked, today), None
        ),
    )
    form.guard("name", draft.name, known_names)
    form.guard("source", draft.source, known_names)
    form.finish()
    return block


def read_when(text: str) -> str:
    """Return what was typed as it is kept: `28-31`, `uge 7`, `24/12`, or as `write_when` says."""
    line = read_line(text, NAME_LIMIT).lower()
    if line in (AFTER_ASCENSION, write_when(AFTER_ASCENSION).lower()):
        return AFTER_ASCENSION
    parts = [part.strip() for part in _WEEK_WORD.sub("", line).split(",")]
    if all(_WEEKS.fullmatch(part) for part in parts):
        return f"week {','.join(str(number) for part in parts for number in _read_weeks(part))}"
    if all(_DAY.fullmatch(part) for part in parts):
        return f"day {','.join(_read_day(part) for part in parts)}"
    raise Unreadable(_unread())


def write_when(when: str) -> str:
    """Return when an entry falls, as people say it and as it can be typed again."""
    kind, _space, listed = when.partition(" ")
    if kind == AFTER_ASCENSION:
        return _("the Friday after Ascension")
    if kind == "day":
        return listed.replace(",", ", ")
    numbers = [int(number) for number in listed.split(",")]
    text = ngettext("week {numbers}", "weeks {numbers}", len(numbers))
    return text.format(numbers=", ".join(_joined_weeks(numbers)))


def _keys(when: str) -> Iterable[str]:
    kind, _space, listed = when.partition(" ")
    return [f"{kind} {one}" for one in listed.split(",")] if listed else [kind]


def _read_weeks(part: str) -> Sequence[int]:
    """Return the weeks of one number or range; 52-1 runs over the end of the year."""
    found = _WEEKS.fullmatch(part)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
    if not (1 <= first <= _LAST_WEEK and 1 <= last <= _LAST_WEEK):
        raise Unreadable(_unread())
    if first <= last:
        return range(first, last + 1)
    return (*range(first, _LAST_WEEK + 1), *range(1, last + 1))


def _read_day(part: str) -> str:
    found = _DAY.fullmatch(part)
    day, month = (int(found[1]), int(found[2])) if found else (0, 0)
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError as error:
        raise Unreadable(_unread()) from error
    return f"{day}/{month}"


def _read_year(text: str) -> int | None:
    return read_whole(text, FIRST_YEAR, LAST_YEAR) if clean(text) else None


def _unread() -> str:
    return _("Write weeks like 7 or 28-31, from 1 to 53, or days like 24/12.")


def _joined_weeks(numbers: Sequence[int]) -> list[str]:
    """Return the weeks with neighbours joined: 28-31."""
    runs: list[list[int]] = []
    for number in numbers:
        follows = runs and number in (runs[-1][-1] + 1, runs[-1][-1] + 1 - _LAST_WEEK)
        if follows:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]


@cache
def _entries() -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = tomllib.loads(CALENDAR.read_text(encoding="utf-8"))["soft"]
    return found
