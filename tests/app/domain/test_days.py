"""Which days nobody is visited, and which are better avoided."""

from __future__ import annotations

import tomllib
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


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 2, 9), "winter holiday"),
        (date(2026, 7, 6), "summer holiday"),
        (date(2026, 8, 2), "summer holiday"),
        (date(2026, 10, 12), "autumn holiday"),
        (date(2026, 12, 30), "Christmas and New Year"),
        (date(2027, 1, 3), "Christmas and New Year"),
        (date(2027, 1, 4), "Christmas and New Year"),
        (date(2026, 6, 5), "Constitution Day"),
        (date(2031, 12, 24), "Christmas and New Year"),
        (date(2029, 5, 11), "the Friday after Ascension"),
        (date(2026, 9, 9), None),
        (date(2027, 1, 11), None),
        (date(2026, 8, 3), None),
    ],
)
def test_some_days_are_better_avoided(day: date, reason: str | None) -> None:
    assert days.soft_reason(day) == reason


def test_a_day_better_avoided_has_its_name_in_the_language_spoken() -> None:
    with in_language("da"):
        assert days.soft_reason(date(2026, 10, 12)) == "efterårsferie"
    with in_language(PSEUDO):
        assert days.soft_reason(date(2026, 10, 12)) == "⟦autumn holiday⟧"


def test_every_rule_of_the_calendar_has_both_names_a_source_and_its_days_of_validity() -> None:
    rules = tomllib.loads(days.CALENDAR.read_text(encoding="utf-8"))["soft"]
    wanted = {"when", "da", "en", "source", "valid_from", "last_checked"}
    assert [rule["when"] for rule in rules if set(rule) != wanted] == []


def test_a_week_begins_on_monday() -> None:
    assert days.monday_of(date(2026, 9, 13)) == date(2026, 9, 7)
    assert days.monday_of(date(2026, 9, 7)) == date(2026, 9, 7)
