"""The ground of the plan: weeks, months, and the stretches in which few visits are possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.days import closed_reason, is_weekend
from app.domain.language import _
from app.domain.plan_shape import OwnCalendar
from app.domain.practice import ClosedFacts
from app.domain.words import long_span, month_name
from ui.visit.plan_rows import HalfYear

_WORKDAYS = 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """Weeks from `first` to `last` (counted from 0, both included), and the word for them."""

    first: int
    last: int
    word: str


@dataclass(frozen=True, slots=True)
class DayStretch:
    """Days from `first` to `last`, both included, and the word for them."""

    first: date
    last: date
    word: str


def months(half: HalfYear) -> tuple[Stretch, ...]:
    """Return the months; a week belongs to the one its Thursday is in, as ISO counts, and at
    either end to the month of this half-year that it is shown for."""
    thursdays = [_monday(half, number) + timedelta(days=3) for number in range(half.weeks)]
    start, end = half.days
    return _stretches([month_name(min(max(day, start), end)) for day in thursdays])


def off_weeks(half: HalfYear, own: OwnCalendar) -> tuple[Stretch, ...]:
    """Return the weeks off: those with a reason against every working day."""
    words = [_off(_monday(half, number), own) for number in range(half.weeks)]
    return tuple(one for one in _stretches(words) if one.word)


def off_days(half: HalfYear, own: OwnCalendar) -> tuple[DayStretch, ...]:
    """Return every working day off, whether alone or one of many, with why."""
    found: list[DayStretch] = []
    for day in _working_days(half):
        word = _away(day, own) or closed_reason(day) or own.soft.reason(day)
        if not word:
            continue
        if found and found[-1].word == word and _is_next(found[-1].last, day):
            found[-1] = DayStretch(found[-1].first, day, word)
        else:
            found.append(DayStretch(day, day, word))
    return tuple(found)


def closed_days(half: HalfYear, closed: Sequence[ClosedFacts]) -> tuple[DayStretch, ...]:
    """Return the days a practice is closed that lie in the half-year."""
    return tuple(
        DayStretch(max(one.first, half.first), min(one.last, half.last), one.reason or _("closed"))
        for one in closed
        if one.first <= half.last and one.last >= half.first
    )


def words_of(stretches: Sequence[DayStretch], day: date) -> tuple[str, ...]:
    """Return what is to be said of `day`, each stretch with its days."""
    return tuple(stretch_words(one) for one in stretches if one.first <= day <= one.last)


def stretch_words(stretch: DayStretch) -> str:
    """Return a stretch with its days: `Kursus: 16 September 2026`."""
    name = stretch.word[:1].upper() + stretch.word[1:]
    return _("{name}: {days}").format(name=name, days=long_span(stretch.first, stretch.last))


def week_of(half: HalfYear, day: date) -> int:
    """Return which week of the half-year `day` is in, from 0; outside, a number beyond."""
    return (day - half.first).days // 7


def _working_days(half: HalfYear) -> Iterator[date]:
    for number in range(half.weeks * 7):
        day = half.first + timedelta(days=number)
        if not is_weekend(day):
            yield day


def _is_next(day: date, other: date) -> bool:
    """Whether `other` is the working day after `day`."""
    return (other - day).days == (3 if day.weekday() == _WORKDAYS - 1 else 1)


def _monday(half: HalfYear, number: int) -> date:
    return half.first + timedelta(weeks=number)


def _off(monday: date, own: OwnCalendar) -> str:
    """Return the commonest reason against the week, if there is one against each day of it."""
    days = [monday + timedelta(days=number) for number in range(_WORKDAYS)]
    mine = [_away(day, own) or own.soft.reason(day) for day in days]
    if not all(word or closed_reason(day) for word, day in zip(mine, days, strict=True)):
        return ""
    words = [word for word in mine if word]
    return max(words, key=words.count) if words else closed_reason(days[0]) or ""


def _away(day: date, own: OwnCalendar) -> str:
    here = next((one for one in own.absences if one.first <= day <= one.last), None)
    return "" if here is None else here.reason or _("away")


def _stretches(words: Sequence[str]) -> tuple[Stretch, ...]:
    """Join neighbours with the same word."""
    found: list[Stretch] = []
    for number, word in enumerate(words):
        if found and found[-1].word == word:
            found[-1] = Stretch(found[-1].first, number, word)
        else:
            found.append(Stretch(number, number, word))
    return tuple(found)
