"""The ground of the plan: weeks, months, and the stretches in which few visits are possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.days import closed_reason, soft_reason
from app.domain.practice import ClosedFacts
from app.domain.words import month_name
from ui.visit.plan_rows import HalfYear

_WORKDAYS = 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """Weeks from `first` to `last` (counted from 0, both included), and the word for them."""

    first: int
    last: int
    word: str


def months(half: HalfYear) -> tuple[Stretch, ...]:
    """Return the months; a week belongs to the one its Thursday is in, as ISO counts."""
    thursdays = [_monday(half, number) + timedelta(days=3) for number in range(half.weeks)]
    return _stretches([month_name(day) for day in thursdays])


def off_weeks(half: HalfYear) -> tuple[Stretch, ...]:
    """Return the holiday weeks: those with a reason against every working day."""
    words = [_off(_monday(half, number)) for number in range(half.weeks)]
    return tuple(one for one in _stretches(words) if one.word)


def closed_weeks(half: HalfYear, closed: Sequence[ClosedFacts]) -> tuple[Stretch, ...]:
    """Return the weeks in which a practice is closed for a day or more."""
    words = []
    for number in range(half.weeks):
        monday = _monday(half, number)
        friday = monday + timedelta(days=_WORKDAYS - 1)
        here = [one for one in closed if one.first <= friday and one.last >= monday]
        words.append(here[0].reason or " " if here else "")
    return tuple(one for one in _stretches(words) if one.word)


def week_of(half: HalfYear, day: date) -> int:
    """Return which week of the half-year `day` is in, from 0; outside, a number beyond."""
    return (day - half.first).days // 7


def _monday(half: HalfYear, number: int) -> date:
    return half.first + timedelta(weeks=number)


def _off(monday: date) -> str:
    days = [monday + timedelta(days=number) for number in range(_WORKDAYS)]
    soft = [soft_reason(day) for day in days]
    if not all(word or closed_reason(day) for word, day in zip(soft, days, strict=True)):
        return ""
    words = [word for word in soft if word]
    return max(words, key=words.count) if words else closed_reason(days[0]) or ""


def _stretches(words: Sequence[str]) -> tuple[Stretch, ...]:
    """Join neighbours with the same word."""
    found: list[Stretch] = []
    for number, word in enumerate(words):
        if found and found[-1].word == word:
            found[-1] = Stretch(found[-1].first, number, word)
        else:
            found.append(Stretch(number, number, word))
    return tuple(found)
