"""Lateness counts from the rhythm, but only once the practice no longer tolerates it."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.today import days_over, over_words

LAST = date(2026, 7, 7)


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2026, 8, 18), 0),  # six weeks: the rhythm
        (date(2026, 9, 1), 0),  # eight weeks: still tolerated
        (date(2026, 9, 2), 15),
        (date(2026, 9, 9), 22),
    ],
)
def test_a_practice_is_late_when_more_weeks_have_passed_than_it_tolerates(
    today: date, days: int
) -> None:
    assert days_over(LAST, rhythm_weeks=6, tolerated_to=8, today=today) == days


def test_lateness_is_said_in_words() -> None:
    assert (over_words(1), over_words(22)) == (
        "1 day over the rhythm",
        "22 days over the rhythm",
    )
