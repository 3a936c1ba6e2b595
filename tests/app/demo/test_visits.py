"""The made-up year keeps to what its practices wish."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.demo.practices import weekday_of
from app.demo.visits import visit_days
from app.domain.days import closed_reason
from app.domain.soft_block import SoftDays, default_blocks

WEDNESDAY, MONDAY, SUNDAY = date(2026, 9, 9), date(2026, 11, 23), date(2026, 11, 22)


@pytest.mark.parametrize("today", [WEDNESDAY, MONDAY, SUNDAY])
def test_practices_are_visited_on_the_weekday_they_wish(today: date) -> None:
    for plan in visit_days(today):
        wished = plan.day
        while wished.weekday() != weekday_of(plan.practice, today):
            wished -= timedelta(days=1)
        days = (plan.day - wished).days
        assert all(
            closed_reason(wished + timedelta(days=number))
            or (wished + timedelta(days=number)).weekday() > 4
            for number in range(days)
        )


@pytest.mark.parametrize("today", [WEDNESDAY, MONDAY])
def test_on_a_working_day_the_first_practice_wishes_that_day(today: date) -> None:
    assert weekday_of(0, today) == today.weekday()


@pytest.mark.parametrize("today", [WEDNESDAY, MONDAY, SUNDAY])
def test_nobody_is_visited_on_a_day_better_avoided(today: date) -> None:
    soft = SoftDays(row.block for row in default_blocks())
    assert not [plan.day for plan in visit_days(today) if soft.reason(plan.day)]


def test_visits_stay_in_their_order_and_before_today() -> None:
    for number in range(0, 371, 7):
        today = WEDNESDAY + timedelta(days=number)
        days = [plan.day for plan in visit_days(today) if plan.practice == 0]
        assert days == sorted(set(days))
        assert days[-1] < today
