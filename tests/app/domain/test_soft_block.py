"""Which days are better avoided: the usual ones, and those a municipality makes its own."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date

import pytest

from app.domain.language import PSEUDO, in_language
from app.domain.problem import Rejected
from app.domain.soft_block import (
    CALENDAR,
    SoftBlock,
    SoftBlockDraft,
    SoftDays,
    default_blocks,
    read_when,
    settle_soft_block,
    write_when,
)
from app.domain.typed import Unreadable

TODAY = date(2026, 9, 9)
WINTER = SoftBlock(when="week 8", name="vinterferie", year=2027, source="", last_checked=None)


def usual(day: date) -> str | None:
    return SoftDays(row.block for row in default_blocks()).reason(day)


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
    assert usual(day) == reason


def test_a_day_better_avoided_has_its_name_in_the_language_spoken() -> None:
    with in_language("da"):
        assert usual(date(2026, 10, 12)) == "efterårsferie"
    with in_language(PSEUDO):
        assert usual(date(2026, 10, 12)) == "⟦autumn holiday⟧"


def test_every_rule_of_the_calendar_has_both_names_its_source_and_its_days_of_validity() -> None:
    rules = tomllib.loads(CALENDAR.read_text(encoding="utf-8"))["soft"]
    wanted = {"when", "da", "en", "source_da", "source_en", "valid_from", "last_checked"}
    assert [rule["when"] for rule in rules if set(rule) != wanted] == []


def test_a_week_of_one_year_is_avoided_in_that_year_only() -> None:
    days = SoftDays([WINTER])
    assert days.reason(date(2027, 2, 22)) == "vinterferie"
    assert days.reason(date(2028, 2, 21)) is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("7", "week 7"),
        ("uge 28-31", "week 28,29,30,31"),
        ("Weeks 52–1", "week 52,53,1"),
        ("7, 42", "week 7,42"),
        ("24/12, 31.12.", "day 24/12,31/12"),
        ("29/2", "day 29/2"),
        ("The Friday after Ascension", "after_ascension"),
    ],
)
def test_weeks_and_days_are_typed_as_people_write_them(typed: str, kept: str) -> None:
    assert read_when(typed) == kept


@pytest.mark.parametrize("typed", ["", "54", "0", "7-60", "31/2", "when I like", "7;8", "-"])
def test_what_is_no_week_and_no_day_gets_a_sentence(typed: str) -> None:
    with pytest.raises(Unreadable, match="Write weeks like 7 or 28-31"):
        read_when(typed)


@pytest.mark.parametrize("spoken", ["da", "en"])
def test_what_is_shown_can_be_typed_again(spoken: str) -> None:
    with in_language(spoken):
        for row in default_blocks():
            assert read_when(write_when(row.block.when)) == row.block.when


def test_weeks_are_shown_joined() -> None:
    assert write_when("week 28,29,30,31") == "weeks 28-31"
    assert write_when("week 52,53,1") == "weeks 52-1"
    assert write_when("week 7") == "week 7"


def test_an_entry_says_everything_that_is_to_be_mended() -> None:
    draft = SoftBlockDraft(when="99", name="", year="soon", last_checked="never")
    with pytest.raises(Rejected) as rejection:
        settle_soft_block(draft, TODAY)
    fields = {problem.field for problem in rejection.value.problems}
    assert fields == {"when", "name", "year", "last_checked"}


def test_an_entry_is_kept_as_typed() -> None:
    draft = SoftBlockDraft(when="8", name="vinterferie", year="2027", last_checked="1/9/2026")
    kept = settle_soft_block(draft, TODAY)
    assert kept == replace(WINTER, last_checked=date(2026, 9, 1))
