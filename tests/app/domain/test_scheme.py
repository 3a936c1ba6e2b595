"""Schemes: whole in both languages, with the days they can be relied on, and never a person."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.language import in_language
from app.domain.problem import Rejected
from app.domain.scheme import (
    OTHER,
    SchemeDraft,
    SchemeFacts,
    SchemeState,
    about_scheme,
    scheme_name,
    scheme_of,
    schemes,
    settle_scheme,
    state_words,
)

TODAY = date(2026, 12, 1)
CHECK = "Check them before you build on it."


def facts(**changes: object) -> SchemeFacts:
    known = {"scheme": "section_56", "name": "", "who": "", "day": None}
    return SchemeFacts(**{"state": SchemeState.TO_APPLY, **known, **changes})  # type: ignore[arg-type]


def test_every_scheme_says_in_both_languages_what_it_gives_and_where_that_is_written() -> None:
    english = schemes()
    with in_language("da"):
        danish = schemes()
    assert [one.code for one in english] == [one.code for one in danish]
    assert all(one.name and one.line and one.source for one in (*english, *danish))
    assert not {one.name for one in english} & {one.name for one in danish}


def test_what_rests_on_the_act_that_was_to_be_replaced_is_certain_until_the_year_ends() -> None:
    aid = scheme_of("work_aid")
    assert aid is not None
    assert aid.is_certain(date(2026, 12, 31))
    assert not aid.is_certain(date(2027, 1, 1))


def test_nothing_is_certain_a_year_after_it_was_checked() -> None:
    plan = scheme_of("retention_plan")
    assert plan is not None
    assert plan.is_certain(date(2027, 11, 30))
    assert not plan.is_certain(date(2027, 12, 1))


def test_what_may_have_changed_is_to_be_checked_first() -> None:
    aid = scheme_of("work_aid")
    assert aid is not None
    assert CHECK not in about_scheme(aid, TODAY)
    assert about_scheme(aid, date(2027, 1, 2)).endswith(CHECK)


def test_a_scheme_is_called_by_its_name_in_the_language_of_the_paper() -> None:
    assert scheme_name(facts()) == "Section 56 agreement"
    with in_language("da"):
        assert scheme_name(facts()) == "§ 56-aftale"
        assert scheme_name(facts(scheme=OTHER, name="Isbryder")) == "Isbryder"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "To be applied for"),
        ({"day": date(2026, 9, 18)}, "To be applied for, by 18 Sep"),
        ({"state": SchemeState.GRANTED, "day": date(2026, 9, 18)}, "Granted, 18 Sep"),
    ],
)
def test_how_far_one_has_come_is_said_with_its_day(changes: dict[str, object], words: str) -> None:
    assert state_words(facts(**changes)) == words


def test_a_scheme_of_the_list_needs_no_name_and_keeps_none() -> None:
    settled = settle_scheme(SchemeDraft(scheme="section_56", name="x", who="Leder"), TODAY)
    assert settled == facts(who="Leder")


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (SchemeDraft(), "scheme"),
        (SchemeDraft(scheme=OTHER), "name"),
        (SchemeDraft(scheme=OTHER, name="Tilskud til psykolog"), "name"),
        (SchemeDraft(scheme="section_56", state="x"), "state"),
        (SchemeDraft(scheme="section_56", who="Hendes psykolog"), "who"),
        (SchemeDraft(scheme="section_56", day="engang"), "day"),
    ],
)
def test_what_is_missing_or_may_not_be_read_is_refused(draft: SchemeDraft, field: str) -> None:
    with pytest.raises(Rejected) as rejection:
        settle_scheme(draft, TODAY)
    assert [problem.field for problem in rejection.value.problems] == [field]
