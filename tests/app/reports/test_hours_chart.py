from __future__ import annotations

from datetime import date, timedelta

from app.domain.agreement import StepFacts
from app.reports.hours_chart import bars_of, hours_charts
from tests.papers import REVIEW, STEPS

MONDAY = date(2026, 8, 31)


def _step(week: int, weeks: int, hours: float) -> StepFacts:
    first = MONDAY + timedelta(weeks=week)
    return StepFacts(first=first, last=first + timedelta(weeks=weeks, days=-1), hours=hours)


def test_there_is_a_bar_for_every_week() -> None:
    bars = bars_of(STEPS, REVIEW)
    assert [bar.hours for bar in bars] == [10, 10, 15, 15, 20, 20, None]
    assert [bar.label for bar in bars][::3] == ["Week 36", "Week 39", "From week 42"]


def test_hours_after_the_review_are_not_told() -> None:
    later = (*STEPS, _step(10, 4, 37))
    assert bars_of(later, REVIEW) == bars_of(STEPS, REVIEW)


def test_many_weeks_are_told_step_by_step() -> None:
    bars = bars_of([_step(0, 8, 10), _step(8, 8, 15)], None)
    assert [(bar.label, bar.hours) for bar in bars] == [
        ("Weeks 36 to 43", 10),
        ("Weeks 44 to 51", 15),
    ]


def test_two_steps_in_one_week_are_both_told() -> None:
    short = [
        StepFacts(first=MONDAY, last=MONDAY + timedelta(days=2), hours=10),
        StepFacts(first=MONDAY + timedelta(days=3), last=MONDAY + timedelta(days=6), hours=15),
    ]
    assert [bar.hours for bar in bars_of(short, None)] == [10, 15]


def test_many_steps_take_several_lines() -> None:
    charts = hours_charts([_step(3 * n, 3, n + 1) for n in range(12)], None)
    assert [len(chart.bars) for chart in charts] == [8, 4]
    assert len({chart.highest for chart in charts}) == 1


def test_no_hours_make_no_chart() -> None:
    assert hours_charts((), REVIEW) == ()
    assert hours_charts([_step(20, 2, 37)], REVIEW) == ()


def test_no_hours_a_week_is_a_bar_that_says_so() -> None:
    assert bars_of([_step(0, 1, 0)], None)[0].inside == "0 hours"
