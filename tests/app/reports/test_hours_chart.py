from __future__ import annotations

from datetime import date, timedelta

from app.domain.agreement import StepFacts
from app.reports.chart_piece import PAPER
from app.reports.hours_chart import bars_of, hours_charts, hours_pictures
from tests.papers import REVIEW, STEPS, WORKED

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
    charts = hours_pictures([_step(3 * n, 3, n + 1) for n in range(12)], None, (), PAPER, 567)
    assert [len(chart.marks) for chart in charts] == [8, 4]
    assert all("20 h" in chart.sketch.words for chart in charts), "one scale for all"


def test_no_hours_make_no_chart() -> None:
    assert hours_pictures((), REVIEW, (), PAPER, 567) == ()
    assert hours_pictures([_step(20, 2, 37)], REVIEW, (), PAPER, 567) == ()


def test_no_hours_a_week_is_a_bar_that_says_so() -> None:
    assert bars_of([_step(0, 1, 0)], None)[0].inside == "0 hours"


def test_what_was_worked_is_told_beside_what_is_agreed() -> None:
    [picture] = hours_pictures(STEPS, REVIEW, WORKED, PAPER, 567)
    assert picture.marks[1].said == "Week 37: worked 10.5 hours, agreed 10 hours"
    assert picture.marks[2].said == "Week 38: 15 hours"
    assert {"Agreed", "Worked", "10.5/10"} <= set(picture.sketch.words)


def test_nothing_says_worked_before_anything_was() -> None:
    [picture] = hours_pictures(STEPS, REVIEW, (), PAPER, 567)
    assert "Worked" not in picture.sketch.words


def test_a_narrow_window_gets_more_lines_of_the_same_bars() -> None:
    wide = hours_charts(STEPS, REVIEW, WORKED, PAPER, 567)
    narrow = hours_charts(STEPS, REVIEW, WORKED, PAPER, 240)
    assert len(narrow) > len(wide)
    assert "\n".join(one.said for one in narrow) == "\n".join(one.said for one in wide)
    assert all(mark.x + mark.width <= 240 for one in narrow for mark in one.marks)
