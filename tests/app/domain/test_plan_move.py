"""What a move would lead to is told before it is done, and never otherwise than the plan has it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.days import closed_reason
from app.domain.plan_load import week_words
from app.domain.plan_move import Consequence, MoveOutlook, MovePlace
from app.domain.plan_shape import (
    Appointment,
    ClosedPeriod,
    OwnCalendar,
    PlannedVisit,
    PlanPractice,
)
from app.domain.soft_block import SoftDays, default_blocks

TODAY = date(2026, 9, 9)
HELD = date(2026, 9, 3)
AUTUMN = ClosedPeriod(first=date(2026, 10, 12), last=date(2026, 10, 16), reason="Efterårsferie")
PRACTICE = PlanPractice(
    key="a", name="Åhavnens Lægehus", at=time(12), closed=(AUTUMN,), last_held=HELD
)
USUAL = SoftDays(row.block for row in default_blocks())


def visit(day: date, key: str = "a", at: time = time(12)) -> PlannedVisit:
    return PlannedVisit(key=key, start=datetime.combine(day, at), minutes=30)


def outlook(*others: PlannedVisit, own: OwnCalendar | None = None) -> MoveOutlook:
    """The visit of Thursday 15 October, with `others` around it."""
    return MoveOutlook(
        MovePlace(
            practice=PRACTICE,
            visit=visit(date(2026, 10, 15)),
            others=others,
            names={"b": "Skovbrynets Læger"},
            held=(),
            own=own or OwnCalendar(soft=USUAL),
            today=TODAY,
        )
    )


def at(month: int, day: int, *others: PlannedVisit, own: OwnCalendar | None = None) -> Consequence:
    return outlook(*others, own=own).at(date(2026, month, day))


def test_a_free_day_in_the_window_says_when_and_how_long_after() -> None:
    told = at(10, 8)
    assert told.when == "Thursday 8 October, week 41, 12:00–12:30"
    assert told.refusal is None
    assert told.in_window
    assert told.rhythm == (
        "35 days after the visit held 3 September: within the 5 to 8 weeks tolerated."
    )
    assert told.following == "What is proposed after it counts from the new day."


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 9, 17), "14 days after the visit held 3 September: sooner than the"),
        (date(2026, 11, 5), "63 days after the visit held 3 September: later than the"),
    ],
)
def test_a_day_outside_the_window_says_so_and_is_not_forbidden(day: date, said: str) -> None:
    told = outlook().at(day)
    assert told.rhythm.startswith(said)
    assert not told.in_window
    assert told.refusal is None


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 10, 13), "the practice is closed (Efterårsferie)"),
        (date(2026, 10, 10), "weekend"),
        (date(2026, 12, 25), "Christmas Day"),
        (date(2026, 9, 8), "the day has passed"),
        (date(2026, 10, 6), "you are away (Kursus)"),
        (date(2026, 10, 7), "too close to the visit at Skovbrynets Læger at 12:45"),
        (date(2026, 10, 9), "too close to the roundtable at 11:00"),
    ],
)
def test_a_day_nobody_can_come_on_is_refused_in_one_sentence(day: date, reason: str) -> None:
    own = OwnCalendar(
        absences=(ClosedPeriod(first=date(2026, 10, 6), last=date(2026, 10, 6), reason="Kursus"),),
        appointments=(
            Appointment(start=datetime.combine(date(2026, 10, 9), time(11)), minutes=60),
        ),
    )
    told = outlook(visit(date(2026, 10, 7), "b", time(12, 45)), own=own).at(day)
    assert told.refusal is not None
    assert told.refusal.startswith("Not ")
    assert told.refusal.endswith(f"{reason}.")


def test_a_day_better_avoided_is_named() -> None:
    assert at(12, 23).soft == (
        "It falls in a time that is better avoided: Christmas and New Year.",
    )


def test_the_days_count_from_a_visit_planned_in_between() -> None:
    assert at(12, 3, visit(date(2026, 11, 26))).rhythm.startswith(
        "7 days after the visit planned 26 November: sooner"
    )


def test_the_visits_after_it_are_told_of() -> None:
    later = visit(date(2026, 11, 26))
    soon = at(10, 29, later)
    assert soon.following == (
        "28 days later comes the next one, 26 November, unless it is moved along. That is sooner"
        " than tolerated."
    )
    assert not soon.fits_following
    assert at(9, 10, later).following.endswith("That is later than tolerated.")
    assert at(10, 8, later).following == (
        "49 days later comes the next one, 26 November, unless it is moved along."
    )
    assert at(12, 3, later).following == (
        "The visit planned 26 November would then come before it."
    )


def test_the_week_is_told_day_by_day() -> None:
    own = OwnCalendar(
        absences=(ClosedPeriod(first=date(2026, 10, 5), last=date(2026, 10, 5), reason="Kursus"),),
        appointments=(Appointment(start=datetime.combine(date(2026, 10, 6), time(9)), minutes=60),),
    )
    others = (visit(date(2026, 10, 6), "b"), visit(date(2026, 10, 6), "c", time(14)))
    assert week_words(at(10, 8, *others, own=own).loads) == (
        "Week 41. Monday 5 October: you are away (Kursus). Tuesday 6 October: 2 visits and 1"
        " roundtable. Wednesday 7 October: nothing yet. Thursday 8 October: nothing yet. Friday 9"
        " October: nothing yet."
    )


DAYS = st.integers(0, 700).map(lambda number: TODAY + timedelta(days=number))


@given(st.lists(DAYS, max_size=20), st.lists(DAYS, max_size=5), DAYS)
@settings(deadline=None, max_examples=60)
def test_a_day_is_refused_exactly_when_something_hard_is_there(
    booked: list[date], away: list[date], day: date
) -> None:
    own = OwnCalendar(absences=tuple(ClosedPeriod(first=d, last=d, reason="") for d in away))
    told = outlook(*(visit(one, "b") for one in booked), own=own).at(day)
    closed = AUTUMN.first <= day <= AUTUMN.last
    hard = closed_reason(day) is not None or closed or day in away or day in booked
    assert (told.refusal is not None) is hard
