"""Days, times, numbers and lists are written as Danish and English readers expect them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

import pytest

from app.domain import words
from app.domain.language import PSEUDO, in_language

DAY = date(2026, 9, 9)
NOON = datetime.combine(DAY, time(12, 30))

SAID: list[tuple[Callable[[date], str], str, str]] = [
    (words.long_day, "9. september 2026", "9 September 2026"),
    (words.day_with_weekday, "onsdag 9. september 2026", "Wednesday 9 September 2026"),
    (words.weekday_and_day, "onsdag 9. september", "Wednesday 9 September"),
    (words.day_and_month, "9. september", "9 September"),
    (words.short_day, "9. sep.", "9 Sep"),
    (words.short_weekday_and_day, "ons. 9. sep.", "Wed 9 Sep"),
    (words.tight_day, "9/9", "9/9"),
    (words.month_and_year, "september 2026", "September 2026"),
    (words.month_name, "september", "September"),
    (words.weekday_name, "onsdag", "Wednesday"),
]


@pytest.mark.parametrize(("say", "danish", "english"), SAID)
def test_a_day_is_said_in_the_language_spoken(
    say: Callable[[date], str], danish: str, english: str
) -> None:
    assert say(DAY) == english
    with in_language("da"):
        assert say(DAY) == danish
    with in_language(PSEUDO):
        assert say(DAY) == f"⟦{english}⟧"


@pytest.mark.parametrize(("say", "danish", "_english"), SAID)
def test_a_moment_is_said_like_its_day(
    say: Callable[[date], str], danish: str, _english: str
) -> None:
    with in_language("da"):
        assert say(NOON) == danish


def test_danish_months_are_shortened_exactly_so() -> None:
    with in_language("da"):
        short = [words.short_day(date(2026, month, 1)) for month in range(1, 13)]
    months = "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec."
    assert short == [f"1. {month}" for month in months.split()]


@pytest.mark.parametrize(
    ("at", "danish", "english"),
    [(time(8, 15), "8.15", "08:15"), (time(0), "0.00", "00:00"), (time(23, 59), "23.59", "23:59")],
)
def test_times_have_a_dot_in_danish_and_a_colon_in_english(
    at: time, danish: str, english: str
) -> None:
    assert words.clock_time(at) == english
    with in_language("da"):
        assert words.clock_time(at) == danish


def test_a_span_of_time_runs_from_start_to_end() -> None:
    assert words.time_span(NOON, 30) == "12:30–13:00"
    with in_language("da"):
        assert words.time_span(NOON, 30) == "kl. 12.30–13.00"
        assert words.time_span(datetime.combine(DAY, time(8)), 75) == "kl. 8.00–9.15"


@pytest.mark.parametrize(
    ("day", "said"),
    [(date(2026, 9, 9), "week 37"), (date(2027, 1, 3), "week 53"), (date(2024, 12, 30), "week 1")],
)
def test_weeks_are_iso_weeks(day: date, said: str) -> None:
    assert words.week(day) == said


def test_several_weeks_are_said_from_first_to_last() -> None:
    assert words.weeks(DAY, date(2026, 10, 9)) == "weeks 37 to 41"
    assert words.weeks(DAY, date(2026, 9, 11)) == "week 37"


def test_weeks_across_the_end_of_a_year_have_their_years() -> None:
    first, last = date(2026, 11, 16), date(2027, 1, 29)
    assert words.weeks(first, last) == "week 47 (2026) to week 4 (2027)"
    assert words.weeks(DAY, date(2027, 9, 15)) == "week 37 (2026) to week 37 (2027)"
    # The year of a week is not always the year of its day.
    assert words.weeks(date(2026, 12, 28), date(2027, 1, 3)) == "week 53"
    assert words.weeks(date(2026, 12, 21), date(2027, 1, 3)) == "weeks 52 to 53"


@pytest.mark.parametrize(
    ("value", "danish"),
    [(37.0, "37"), (7.5, "7,5"), (7.25, "7,25"), (0.0, "0"), (100.0, "100"), (1.005, "1")],
)
def test_numbers_have_a_comma_in_danish(value: float, danish: str) -> None:
    assert words.number(value) == danish.replace(",", ".")
    with in_language("da"):
        assert words.number(value) == danish


def test_hours_are_one_or_many() -> None:
    said = [words.hours(value) for value in (0.0, 0.5, 1.0, 7.5, 37.0)]
    assert said == ["0 hours", "0.5 hours", "1 hour", "7.5 hours", "37 hours"]


def test_days_ahead_and_behind_are_said_as_people_say_them() -> None:
    said = [words.days_left(date(2026, 9, day), DAY) for day in (8, 9, 10, 14)]
    assert said == ["1 day ago", "today", "tomorrow", "in 5 days"]
    assert words.ago_in_days(date(2026, 7, 29), DAY) == "42 days"


@pytest.mark.parametrize(
    ("items", "danish", "english"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a og b", "a and b"),
        (["a", "b", "c"], "a, b og c", "a, b and c"),
    ],
)
def test_lists_end_in_and(items: list[str], danish: str, english: str) -> None:
    assert words.joined(items) == english
    with in_language("da"):
        assert words.joined(items) == danish


def test_quotation_marks_are_those_of_the_language() -> None:
    assert words.quoted("skånehensyn") == "“skånehensyn”"
    with in_language("da"):
        assert words.quoted("skånehensyn") == "»skånehensyn«"


def test_a_period_across_the_end_of_a_year_has_its_years() -> None:
    assert words.tight_span(date(2026, 11, 13), date(2026, 12, 21)) == "13/11–21/12"
    across = words.tight_span(date(2026, 11, 13), date(2027, 1, 21))
    assert across.split(" ") == [
        "13/11\N{NO-BREAK SPACE}2026\N{NO-BREAK SPACE}–",
        "21/1\N{NO-BREAK SPACE}2027",
    ]
