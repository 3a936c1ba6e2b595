"""The deadlines of the clock are data with a source."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date

import pytest

from app.domain.clock_rule import (
    CLOCK,
    ClockRuleDraft,
    default_clock_rules,
    rule_title,
    settle_clock_rule,
)
from app.domain.language import in_language
from app.domain.problem import Rejected

TODAY = date(2026, 9, 9)
DRAFT = ClockRuleDraft(
    weeks="22",
    name="revurdering",
    source="Sygedagpengeloven § 24",
    valid_from="1/1/2026",
    last_checked="1/9/2026",
)


def test_every_shipped_deadline_has_both_languages_its_source_and_its_days() -> None:
    rules = tomllib.loads(CLOCK.read_text(encoding="utf-8"))["clock"]
    spoken = {f"{name}{tail}" for name in ("", "step_", "source_") for tail in ("da", "en")}
    wanted = {"weeks", "valid_from", "last_checked", "compares", *spoken}
    assert [rule["weeks"] for rule in rules if set(rule) != wanted] == []
    assert [rule["weeks"] for rule in rules] == [4, 5, 8]
    assert [rule["compares"] for rule in rules] == [False, False, True]


def test_a_shipped_deadline_is_named_in_the_language_spoken() -> None:
    assert rule_title(default_clock_rules()[0].rule) == "4 weeks: sickness talk"
    with in_language("da"):
        assert rule_title(default_clock_rules()[0].rule) == "4 uger: sygefraværssamtale"


def test_no_deadline_is_kept_without_a_source_and_its_days() -> None:
    with pytest.raises(Rejected) as rejection:
        settle_clock_rule(ClockRuleDraft(weeks="4,5"), TODAY)
    fields = {problem.field for problem in rejection.value.problems}
    assert fields == {"weeks", "name", "source", "valid_from", "last_checked"}


@pytest.mark.parametrize(("weeks", "kept"), [("1", True), ("104", True), ("0", False)])
def test_a_deadline_lies_between_a_week_and_two_years_ahead(weeks: str, *, kept: bool) -> None:
    if kept:
        assert settle_clock_rule(replace(DRAFT, weeks=weeks), TODAY).weeks == int(weeks)
    else:
        with pytest.raises(Rejected):
            settle_clock_rule(replace(DRAFT, weeks=weeks), TODAY)


@pytest.mark.parametrize(("day", "old"), [(date(2027, 9, 1), False), (date(2027, 9, 2), True)])
def test_a_deadline_nobody_checked_for_a_year_is_old(day: date, *, old: bool) -> None:
    assert settle_clock_rule(DRAFT, TODAY).is_old(day) is old
