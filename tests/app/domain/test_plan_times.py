"""Two visits on one day leave room for the way between them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.plan import plan_visits
from app.domain.plan_shape import OwnCalendar, PlanPractice
from app.domain.plan_times import PlanTimes

TODAY = date(2026, 9, 9)


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 180), st.integers(2, 6))
def test_the_way_is_left_between_any_two_visits_of_a_day(travel: int, count: int) -> None:
    practices = [
        PlanPractice(key=str(n), name=str(n), weekdays=(2,), at=time(10 + n % 3), last_held=TODAY)
        for n in range(count)
    ]
    own = OwnCalendar(times=PlanTimes(travel=travel))
    visits = plan_visits(practices, (), own, TODAY, 30).visits
    taken: dict[date, datetime] = {}
    for visit in visits:
        day = visit.start.date()
        if day in taken:
            assert visit.start >= taken[day] + timedelta(minutes=travel)
        taken[day] = visit.start + timedelta(minutes=visit.minutes)
