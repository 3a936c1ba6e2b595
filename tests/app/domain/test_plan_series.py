"""Visits that follow a moved one go by as many days, onto days they can have."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.days import closed_reason
from app.domain.plan_day import Diary
from app.domain.plan_series import shift_series
from app.domain.plan_shape import (
    ClosedPeriod,
    OwnCalendar,
    PlannedVisit,
    PlanPractice,
    SeriesMove,
)
from app.domain.soft_block import SoftDays, default_blocks

TODAY = date(2026, 9, 9)
PRACTICE = PlanPractice(key="a", name="Lægehuset", weekdays=(2,), at=time(12))
USUAL = SoftDays(row.block for row in default_blocks())


def visit(day: date, key: str = "a") -> PlannedVisit:
    return PlannedVisit(key=key, start=datetime.combine(day, time(12)), minutes=30)


def shifted(
    by: int,
    *others: date,
    away: tuple[ClosedPeriod, ...] = (),
    soft: SoftDays | None = None,
) -> tuple[SeriesMove, ...]:
    """Move the visit of 16 September by `by` days, with two after it every six weeks."""
    first = date(2026, 9, 16)
    following = [visit(first + timedelta(weeks=6 * n)) for n in (1, 2)]
    moved = (visit(first), visit(first + timedelta(days=by)))
    own = OwnCalendar(absences=away, soft=soft or SoftDays())
    diary = Diary([visit(day, "b") for day in others], own)
    return shift_series(PRACTICE, moved, following, diary, TODAY)


def new_days(moves: tuple[SeriesMove, ...]) -> list[str]:
    return [f"{move.new_start:%d/%m}" for move in moves]


def test_the_following_visits_move_by_as_many_days() -> None:
    moves = shifted(1)
    assert new_days(moves) == ["29/10", "10/12"]
    assert [move.reasons for move in moves] == [(), ()]


def test_a_visit_that_would_meet_another_goes_to_the_nearest_free_day_and_says_so() -> None:
    moves = shifted(1, date(2026, 10, 29))
    assert new_days(moves) == ["28/10", "10/12"]
    assert moves[0].reasons == ("Not Thursday 29 October: another visit is too close.",)


def test_a_visit_that_would_be_on_a_weekend_says_so() -> None:
    moves = shifted(3)
    assert new_days(moves) == ["30/10", "11/12"]
    assert moves[0].reasons == ("Not Saturday 31 October: weekend.",)


def test_a_time_better_avoided_is_said() -> None:
    (first, _second) = shifted(-14, soft=USUAL)
    assert f"{first.new_start:%d/%m}" == "14/10"
    assert "autumn holiday" in first.reasons[0]


def test_without_a_free_day_near_a_visit_stays_and_says_why() -> None:
    away = ClosedPeriod(first=date(2026, 10, 1), last=date(2026, 11, 30), reason="leave")
    first, second = shifted(1, away=(away,))
    assert first.new_start == first.start
    assert first.reasons == (
        "No day near Thursday 29 October is free: you are away (leave). This visit stays where"
        " it is.",
    )
    assert second.new_start.date() == date(2026, 12, 10)


def test_nothing_moves_to_a_day_that_has_passed() -> None:
    moves = shifted(-90)
    assert all(move.new_start.date() >= TODAY for move in moves)


@settings(deadline=None, max_examples=80, database=None)
@given(
    st.integers(-60, 60),
    st.lists(st.integers(0, 200), max_size=8),
    st.lists(st.tuples(st.integers(0, 150), st.integers(0, 20)), max_size=3),
)
def test_whatever_is_moved_no_visit_lands_where_none_can_be(
    by: int, others: list[int], away: list[tuple[int, int]]
) -> None:
    periods = tuple(
        ClosedPeriod(
            first=TODAY + timedelta(start), last=TODAY + timedelta(start + length), reason=""
        )
        for start, length in away
    )
    taken = [TODAY + timedelta(number) for number in others]
    for move in shifted(by, *taken, away=periods):
        day = move.new_start.date()
        if move.new_start == move.start:
            assert by == 0 or move.reasons
            continue
        assert closed_reason(day) is None
        assert day not in taken
        assert not any(one.first <= day <= one.last for one in periods)
        assert day - move.start.date() == timedelta(by) or move.reasons
