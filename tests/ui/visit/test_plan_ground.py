from __future__ import annotations

from datetime import date, timedelta

from app.domain.plan_shape import ClosedPeriod, OwnCalendar
from app.domain.practice import ClosedFacts
from app.domain.soft_block import SoftDays, default_blocks
from ui.visit.plan_ground import closed_days, months, off_days, off_weeks, stretch_words, week_of
from ui.visit.plan_rows import HalfYear

AUTUMN = HalfYear(2026, 2)
USUAL = OwnCalendar(soft=SoftDays(row.block for row in default_blocks()))


def test_a_half_year_begins_with_the_week_of_its_first_day() -> None:
    assert (AUTUMN.first, AUTUMN.last) == (date(2026, 6, 29), date(2027, 1, 3))
    assert HalfYear(2026, 1).first == date(2025, 12, 29)
    assert (AUTUMN.step(1), AUTUMN.step(-3)) == (HalfYear(2027, 1), HalfYear(2025, 1))


def test_every_day_of_a_half_year_stands_in_it() -> None:
    halves = [HalfYear(year, half) for year in range(2020, 2040) for half in (1, 2)]
    assert all(one.last >= one.step(1).first - timedelta(days=1) for one in halves)
    assert all(HalfYear(year, 2).last >= date(year, 12, 31) for year in range(2020, 2040))
    assert (HalfYear(2029, 2).weeks, AUTUMN.weeks) == (28, 27)


def test_its_weeks_are_counted_as_the_calendar_does() -> None:
    assert week_of(AUTUMN, date(2026, 9, 9)) == 37 - 27


def test_six_months_stand_above_the_weeks() -> None:
    assert [one.word for one in months(AUTUMN)] == [
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]


def test_each_week_has_a_month_of_its_half_year_with_room_for_its_name() -> None:
    for year in range(2020, 2040):
        for half in (HalfYear(year, 1), HalfYear(year, 2)):
            shown = months(half)
            assert len(shown) == 6
            assert all(month.last - month.first >= 2 for month in shown)
    assert months(HalfYear(2027, 1))[-1].word == "June"


def test_whole_weeks_off_are_named() -> None:
    named = [(one.word, one.first + 27, one.last + 27) for one in off_weeks(AUTUMN, USUAL)]
    assert named == [
        ("summer holiday", 28, 31),
        ("autumn holiday", 42, 42),
        ("Christmas and New Year", 52, 53),
    ]


def test_a_week_i_am_away_is_named_and_a_day_away_is_not() -> None:
    week = ClosedPeriod(first=date(2026, 9, 21), last=date(2026, 9, 25), reason="Kursus")
    day = ClosedPeriod(first=date(2026, 11, 4), last=date(2026, 11, 4), reason="Tandlæge")
    (only,) = off_weeks(AUTUMN, OwnCalendar(absences=(week, day)))[:1]
    assert (only.word, only.first + 27, only.last + 27) == ("Kursus", 39, 39)


def test_a_practice_closed_for_a_day_shades_that_day() -> None:
    closed = ClosedFacts(first=date(2026, 9, 16), last=date(2026, 9, 16), reason="Kursus")
    (day,) = closed_days(AUTUMN, [closed])
    assert stretch_words(day) == "Kursus: 16 September 2026"


def test_closed_days_that_reach_out_of_the_half_year_are_cut_at_its_ends() -> None:
    closed = ClosedFacts(first=date(2026, 12, 21), last=date(2027, 1, 8), reason="")
    past = ClosedFacts(first=date(2026, 5, 1), last=date(2026, 5, 1), reason="")
    (days,) = closed_days(AUTUMN, [closed, past])
    assert (days.first, days.last, days.word) == (date(2026, 12, 21), AUTUMN.last, "closed")


def test_a_day_away_and_a_holiday_are_shaded_alone_and_named() -> None:
    day = ClosedPeriod(first=date(2026, 11, 4), last=date(2026, 11, 4), reason="Tandlæge")
    away = OwnCalendar(absences=(day,))
    assert [stretch_words(one) for one in off_days(AUTUMN, away)] == [
        "Tandlæge: 4 November 2026",
        "Christmas Day: 25 December 2026",
        "New Year's Day: 1 January 2027",
    ]


def test_days_off_run_on_over_a_weekend() -> None:
    weeks = ClosedPeriod(first=date(2026, 9, 14), last=date(2026, 9, 25), reason="Ferie")
    (only,) = off_days(AUTUMN, OwnCalendar(absences=(weeks,)))[:1]
    assert (only.first, only.last) == (weeks.first, weeks.last)
