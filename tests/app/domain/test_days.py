"""Which days nobody is visited anywhere."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain import days
from app.domain.language import PSEUDO, in_language

# As published by the Danish church year: Maundy Thursday, Good Friday, Easter, Easter Monday,
# Ascension, Whit Sunday and Monday.
MOVABLE = {
    2025: "17/4 18/4 20/4 21/4 29/5 8/6 9/6",
    2026: "2/4 3/4 5/4 6/4 14/5 24/5 25/5",
    2027: "25/3 26/3 28/3 29/3 6/5 16/5 17/5",
    2028: "13/4 14/4 16/4 17/4 25/5 4/6 5/6",
    2029: "29/3 30/3 1/4 2/4 10/5 20/5 21/5",
    2030: "18/4 19/4 21/4 22/4 30/5 9/6 10/6",
}
FIXED = "1/1 25/12 26/12"


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [day for n in range(366) if (day := first + timedelta(n)).year == year]


@pytest.mark.parametrize("year", MOVABLE)
def test_the_public_holidays_of_a_year_are_these_and_no_others(year: int) -> None:
    told = [day.split("/") for day in f"{MOVABLE[year]} {FIXED}".split()]
    expected = sorted(date(year, int(month), int(day)) for day, month in told)
    assert [day for day in days_of(year) if days.holiday_name(day)] == expected


def test_the_great_prayer_day_is_gone_from_2024() -> None:
    assert days.holiday_name(date(2023, 5, 5)) == "Great Prayer Day"
    assert days.holiday_name(date(2024, 4, 26)) is None


def test_a_holiday_has_its_name_in_the_language_spoken() -> None:
    day = date(2026, 4, 2)
    assert days.closed_reason(day) == "Maundy Thursday"
    with in_language("da"):
        assert days.closed_reason(day) == "Skærtorsdag"
    with in_language(PSEUDO):
        assert days.closed_reason(day) == "⟦Maundy Thursday⟧"


def test_a_weekend_is_closed_and_an_ordinary_day_is_not() -> None:
    assert days.closed_reason(date(2026, 9, 12)) == "weekend"
    assert days.closed_reason(date(2026, 9, 9)) is None


def test_a_week_begins_on_monday() -> None:
    assert days.monday_of(date(2026, 9, 13)) == date(2026, 9, 7)
    assert days.monday_of(date(2026, 9, 7)) == date(2026, 9, 7)
