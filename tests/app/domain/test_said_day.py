"""Days as they are said, in Danish and in English."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.typed import Unreadable, read_day, read_deadline

TODAY = date(2026, 9, 9)  # a Wednesday, week 37


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("i dag", TODAY),
        ("I morgen", date(2026, 9, 10)),
        ("tomorrow", date(2026, 9, 10)),
        ("overmorgen", date(2026, 9, 11)),
        ("i går", date(2026, 9, 8)),
        ("tir", date(2026, 9, 15)),
        ("Fri.", date(2026, 9, 11)),
        ("onsdag", date(2026, 9, 16)),
        ("+6u", date(2026, 10, 21)),
        ("+ 6 uger", date(2026, 10, 21)),
        ("-2w", date(2026, 8, 26)),
        ("+3d", date(2026, 9, 12)),
        ("uge 42 tir", date(2026, 10, 13)),
        ("Uge 42, tirsdag", date(2026, 10, 13)),
        ("tirsdag uge 42", date(2026, 10, 13)),
        ("week 42 tue", date(2026, 10, 13)),
        ("u42", date(2026, 10, 12)),
        ("uge 2", date(2027, 1, 11)),
        ("uge 2/2026 fre", date(2026, 1, 9)),
        ("uge 53 man", date(2026, 12, 28)),
    ],
)
def test_a_day_is_read_as_it_is_said(typed: str, day: date) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("uge 54", "Write a week from 1 to 53."),
        ("uge 0 tir", "Write a week from 1 to 53."),
        ("uge 53 2027", "There is no week 53 in 2027."),
        ("uge 42 0000", "There is no week 42 in 0000."),
        ("tir uge 42 ons", "Write the day like 9/9/2026."),
        ("+999u", None),
        ("31/2", "There is no such day. Write the day like 9/9/2026."),
        ("1/1/0000", "Write a year between 2000 and 2100."),
        ("0000-01-01", "Write a year between 2000 and 2100."),
        ("engang", "Write the day like 9/9/2026."),
    ],
)
def test_what_is_no_day_gets_a_sentence(typed: str, sentence: str | None) -> None:
    if sentence is None:
        assert read_day(typed, TODAY) == TODAY + timedelta(weeks=999)
        return
    with pytest.raises(Unreadable, match=sentence.replace(".", r"\.")):
        read_day(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("senest uge 49", date(2026, 12, 4)),
        ("by week 49", date(2026, 12, 4)),
        ("inden uge 49", date(2026, 12, 4)),
        ("uge 49/2027", date(2027, 12, 10)),
        ("uge 49 tir", date(2026, 12, 1)),
        ("+1u", date(2026, 9, 16)),
        ("senest 4/12", date(2026, 12, 4)),
    ],
)
def test_a_week_said_as_a_deadline_lasts_until_its_friday(typed: str, day: date) -> None:
    assert read_deadline(typed, TODAY) == day


def test_a_week_said_as_a_beginning_is_its_monday() -> None:
    assert read_day("uge 49", TODAY) == date(2026, 11, 30)


@given(st.dates(date(2001, 1, 1), date(2099, 1, 1)), st.dates(date(2001, 1, 1), date(2099, 1, 1)))
def test_every_day_can_be_said_by_its_week(day: date, today: date) -> None:
    year, week, weekday = day.isocalendar()
    names = ("man", "tir", "ons", "tor", "fre", "lør", "søn")
    assert read_day(f"uge {week}/{year} {names[weekday - 1]}", today) == day


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_day_or_gets_a_sentence(typed: str) -> None:
    with suppress(Unreadable):
        assert 2000 <= read_day(typed, TODAY).year <= 2100
