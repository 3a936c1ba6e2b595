"""The clock counts from the first sick day, else from the start, and says how many days are won."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clock_rule import ClockRule
from app.domain.followup_clock import FollowupClock, clock_line, clock_of, won_line

TODAY = date(2026, 9, 9)
START = date(2026, 8, 13)
SICK = date(2026, 7, 30)


def deadline(weeks: int, *, compares: bool = False, valid_from: date = SICK) -> ClockRule:
    return ClockRule(
        weeks=weeks,
        name=f"deadline {weeks}",
        step="",
        source="the act",
        valid_from=valid_from,
        last_checked=TODAY,
        compares=compares,
    )


RULES = (deadline(8, compares=True), deadline(4), deadline(5))


def a_clock(sick: date | None = SICK, talk: date = START, at: date = TODAY) -> FollowupClock:
    return clock_of(sick, START, talk, RULES, at)


def test_the_clock_says_how_long_it_has_gone_on_and_what_comes_next() -> None:
    said = "5 weeks and 6 days since the first sick day. Next deadline: deadline 8,"
    assert clock_line(a_clock()) == f"{said} 24 September 2026 (in 15 days)."


def test_a_deadline_is_ahead_until_its_own_day_has_passed() -> None:
    assert clock_line(a_clock(at=date(2026, 9, 24))).endswith("24 September 2026 (today).")
    assert (
        clock_line(a_clock(at=date(2026, 9, 25))) == "8 weeks and 1 day since the first sick day."
    )


def test_days_are_won_when_the_first_talk_comes_before_the_deadline() -> None:
    assert won_line(a_clock()).startswith("42 days won: the first talk was on 13 August 2026,")
    late = won_line(a_clock(talk=date(2026, 9, 25), at=date(2026, 9, 26)))
    assert "25 September 2026, 1 day after deadline 8 (24 September 2026)." in late


def test_without_a_sick_leave_no_deadline_runs() -> None:
    clock = a_clock(sick=None)
    assert clock_line(clock) == "3 weeks and 6 days since the start."
    assert won_line(clock) == ""
    assert {mark.day for mark in clock.marks} == {None}


def test_a_deadline_that_is_not_in_force_yet_is_left_out() -> None:
    tomorrow = TODAY + timedelta(days=1)
    clock = clock_of(SICK, START, START, [deadline(4, valid_from=tomorrow)], TODAY)
    assert clock.marks == ()


@pytest.mark.parametrize(("day", "said"), [(SICK, "0 days"), (date(2026, 8, 6), "1 week")])
def test_the_first_days_are_said_plainly(day: date, said: str) -> None:
    assert clock_line(a_clock(at=day)).startswith(f"{said} since")


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 400), st.integers(0, 400))
def test_the_marks_stand_whole_weeks_after_the_first_sick_day_across_leap_days(
    sick: date, talk: int, gone: int
) -> None:
    rules = [deadline(8, compares=True, valid_from=sick), deadline(4, valid_from=sick)]
    at = sick + timedelta(days=gone)
    clock = clock_of(sick, sick, sick + timedelta(days=talk), rules, at)
    assert clock.days == gone
    assert [mark.day for mark in clock.marks] == [
        sick + timedelta(weeks=4),
        sick + timedelta(weeks=8),
    ]
    assert clock.days_won == 56 - talk
