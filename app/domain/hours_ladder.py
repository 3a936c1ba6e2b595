"""The hours ladder: the agreed steps, the hours worked beside them, and what it leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from app.domain.agreement import StepFacts
from app.domain.days import monday_of
from app.domain.language import _
from app.domain.words import day_and_month

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedWeek:
    """The hours worked in the week of a Monday, and nothing else that was asked that week."""

    monday: date
    hours: float


def in_order(steps: Iterable[StepFacts]) -> tuple[StepFacts, ...]:
    """Return the steps, first day first."""
    return tuple(sorted(steps, key=lambda step: step.first))


def until_review(steps: Iterable[StepFacts], review_on: date | None) -> tuple[StepFacts, ...]:
    """Return the steps in order, none of them beyond the review: what comes then is not agreed yet,
    and would tell how long this is expected to last."""
    if review_on is None:
        return in_order(steps)
    return tuple(
        replace(step, last=min(step.last, review_on))
        for step in in_order(steps)
        if step.first <= review_on
    )


def mondays_of(first: date, last: date) -> list[date]:
    """Return the Monday of each week from `first` to `last`."""
    weeks = (monday_of(last) - monday_of(first)).days // 7 + 1
    return [monday_of(first) + timedelta(weeks=n) for n in range(weeks)]


def worked_by_week(measured: Iterable[tuple[date, float | None]]) -> dict[date, float]:
    """Return the hours worked in each week; of two measures of a week the later one counts."""
    known = sorted((day, hours) for day, hours in measured if hours is not None)
    return {monday_of(day): hours for day, hours in known}


def worked_on(steps: Iterable[StepFacts], worked: dict[date, float]) -> tuple[WorkedWeek, ...]:
    """Return the hours worked in the weeks of these steps, and of no other week."""
    mondays = {monday for step in steps for monday in mondays_of(step.first, step.last)}
    return tuple(
        WorkedWeek(monday=monday, hours=worked[monday])
        for monday in sorted(mondays)
        if monday in worked
    )


def open_ends(steps: Iterable[StepFacts], review_on: date | None) -> tuple[str, ...]:
    """Return, a sentence each, between which days no hours are agreed, and what no paper tells."""
    ladder = in_order(steps)
    said = [_between(before, after) for before, after in _gaps(ladder)]
    if ladder and review_on is not None:
        said += _at_review(ladder, review_on)
    return tuple(said)


def _gaps(ladder: Sequence[StepFacts]) -> list[tuple[date, date]]:
    return [
        (one.last + DAY, other.first - DAY)
        for one, other in pairwise(ladder)
        if one.last + DAY < other.first and not _is_weekend(one.last + DAY, other.first - DAY)
    ]


def _is_weekend(first: date, last: date) -> bool:
    return last - first <= DAY and first.weekday() >= 5 and last.weekday() >= 5


def _between(first: date, last: date) -> str:
    # i18n: Danish: »Der er ikke aftalt timer fra 14. til 20. september.«
    said = _("No hours are agreed from {first} to {last}.")
    return said.format(first=day_and_month(first), last=day_and_month(last))


def _at_review(ladder: Sequence[StepFacts], review_on: date) -> list[str]:
    review, last = day_and_month(review_on), ladder[-1].last
    if last > review_on:
        # i18n: Danish: »Arkene viser trinene til opfølgningen 9. oktober; resten aftales der.«
        said = _("The sheets show the steps until the follow-up on {day}; the rest is agreed then.")
        return [said.format(day=review)]
    if last + DAY < review_on and not _is_weekend(last + DAY, review_on - DAY):
        said = _("The last step ends {last}, before the plan is followed up on {day}.")
        return [said.format(last=day_and_month(last), day=review)]
    return []
