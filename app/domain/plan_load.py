"""What the days of a week hold already, shown while a date is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.days import closed_reason, monday_of
from app.domain.language import _, ngettext, pgettext
from app.domain.plan_day import Diary, closed_at
from app.domain.plan_shape import PlanPractice
from app.domain.words import joined, week, weekday_and_day

WORKDAYS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLoad:
    """How many visits and roundtables a day has, why nobody is visited then (`hard`), and why it
    is better avoided (`soft`)."""

    day: date
    visits: int
    roundtables: int
    hard: str | None
    soft: str | None


def week_loads(diary: Diary, day: date, practice: PlanPractice | None = None) -> Sequence[DayLoad]:
    """Return the working days of the week of `day`, as they are for `practice`."""
    monday = monday_of(day)
    return [_load(diary, monday + timedelta(days=number), practice) for number in range(WORKDAYS)]


def hard_reason(diary: Diary, day: date, practice: PlanPractice | None) -> str | None:
    """Return why nobody is visited on `day`: everywhere, or at `practice`."""
    closed = closed_reason(day) or (closed_at(practice, day) if practice else None)
    return closed or diary.away(day)


def load_words(load: DayLoad, *, narrow: bool = False) -> tuple[str, ...]:
    """Return what there is to say of a day, the weightiest first; nothing of an empty one. In a
    `narrow` column long words are shorter."""
    found = [load.hard] if load.hard else []
    if load.visits:
        found.append(ngettext("{n} visit", "{n} visits", load.visits).format(n=load.visits))
    if load.roundtables:
        text = ngettext("{n} roundtable", "{n} roundtables", load.roundtables)
        if narrow:
            one, more = pgettext("narrow", "{n} roundtable"), pgettext("narrow", "{n} roundtables")
            text = one if load.roundtables == 1 else more
        found.append(text.format(n=load.roundtables))
    if load.soft:
        found.append(load.soft)
    return tuple(found)


def week_words(loads: Sequence[DayLoad]) -> str:
    """Return a whole week in one sentence for each day, to be heard."""
    said = [_("{week}.").format(week=week(loads[0].day).capitalize())] if loads else []
    for load in loads:
        words = joined(load_words(load)) or _("nothing yet")
        day = weekday_and_day(load.day)
        said.append(_("{day}: {words}.").format(day=day[:1].upper() + day[1:], words=words))
    return " ".join(said)


def _load(diary: Diary, day: date, practice: PlanPractice | None) -> DayLoad:
    visits, roundtables = diary.count(day)
    return DayLoad(
        day=day,
        visits=visits,
        roundtables=roundtables,
        hard=hard_reason(diary, day, practice),
        soft=diary.soft_reason(day),
    )
