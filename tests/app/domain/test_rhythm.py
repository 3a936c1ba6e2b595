from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.language import in_language
from app.domain.rhythm import gap_words, rhythm_kept, rhythm_words

TODAY = date(2026, 9, 9)


def held(*weeks_between: float) -> list[date]:
    """Days of visits with these weeks between them; the last one was today."""
    days = [TODAY]
    for weeks in reversed(weeks_between):
        days.insert(0, days[0] - timedelta(days=round(weeks * 7)))
    return days


def said(*weeks_between: float) -> str:
    return rhythm_words(rhythm_kept(held(*weeks_between), 5, 8, TODAY))


def test_the_rhythm_is_said_in_words() -> None:
    assert said(6, 6, 9, 6, 7) == "4 of 5 visits inside 5–8 weeks; longest gap 9 weeks"


def test_the_rhythm_is_said_in_danish() -> None:
    with in_language("da"):
        assert said(6, 6, 9, 6, 7) == "4 af 5 besøg inden for 5–8 uger; længste mellemrum 9 uger"


def test_a_visit_that_came_too_early_is_said_too() -> None:
    assert said(6, 4).endswith("longest gap 6 weeks; shortest 4 weeks")


@pytest.mark.parametrize(("weeks", "inside"), [(5, True), (8, True), (8.15, False), (4.9, False)])
def test_the_last_day_tolerated_is_inside(weeks: float, inside: bool) -> None:
    (gap,) = rhythm_kept(held(weeks), 5, 8, TODAY).gaps
    assert gap.inside is inside


def test_two_visits_on_one_day_leave_no_gap_between_them() -> None:
    kept = rhythm_kept([*held(6), TODAY], 5, 8, TODAY)
    assert [gap.days for gap in kept.gaps] == [42]


def test_what_is_over_a_year_ago_no_longer_counts() -> None:
    assert len(rhythm_kept(held(6, 60), 5, 8, TODAY).gaps) == 1
    assert len(rhythm_kept([date(2024, 1, 3), date(2024, 2, 14)], 5, 8, TODAY).gaps) == 0


def test_one_visit_is_no_rhythm_yet() -> None:
    assert "no rhythm" in rhythm_words(rhythm_kept([TODAY], 5, 8, TODAY))


@pytest.mark.parametrize(
    ("days", "words"),
    [(63, "9 weeks"), (58, "8 weeks and 2 days"), (7, "1 week"), (3, "3 days")],
)
def test_a_gap_is_told_in_weeks_and_days(days: int, words: str) -> None:
    assert gap_words(days) == words
