"""Lateness counts from the rhythm, but only once the practice no longer tolerates it."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.language import in_language
from app.domain.today import days_over, due_words, over_words

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


HELD = date(2026, 7, 29)  # due on 9 September, tolerated until 23 September


@pytest.mark.parametrize(
    ("today", "english", "danish"),
    [
        (
            date(2026, 8, 31),
            "due in week 37, at the latest Wed 23 Sep",
            "skal besøges i uge 37, senest ons. 23. sep.",
        ),
        (
            date(2026, 9, 7),
            "due this week, at the latest Wed 23 Sep",
            "skal besøges i denne uge, senest ons. 23. sep.",
        ),
        (
            date(2026, 9, 14),
            "due now, at the latest Wed 23 Sep",
            "skal besøges nu, senest ons. 23. sep.",
        ),
        (date(2026, 9, 24), "15 days over the rhythm", "15 dage over rytmen"),
    ],
)
def test_when_a_practice_is_due_is_said_in_words(today: date, english: str, danish: str) -> None:
    assert due_words(HELD, 6, 8, today) == english
    with in_language("da"):
        assert due_words(HELD, 6, 8, today) == danish
