"""Measures: whole numbers from 0 to 10, hours with a Danish comma, and blank is not 0."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.measure import (
    InPlace,
    MeasureDraft,
    MeasureFacts,
    Scale,
    draft_of_measure,
    settle_measure,
)
from app.domain.problem import Rejected
from tests.builders import measure_draft

TODAY = date(2026, 9, 9)
START = date(2026, 8, 13)


def settled(draft: MeasureDraft) -> MeasureFacts:
    return settle_measure(draft, START, TODAY)


def problems(draft: MeasureDraft) -> dict[str, str]:
    with pytest.raises(Rejected) as rejection:
        settled(draft)
    return {problem.field: problem.text for problem in rejection.value.problems}


@pytest.mark.parametrize(("typed", "kept"), [("0", 0), ("10", 10), (" 7 ", 7)])
def test_a_whole_number_from_0_to_10_is_kept(typed: str, kept: int) -> None:
    assert settled(measure_draft(typed)).work_ability == kept


@pytest.mark.parametrize("typed", ["7,5", "7.5", "11", "-1", "syv", "1e1", "٣"])
def test_anything_else_is_refused_with_what_to_write(typed: str) -> None:
    assert problems(measure_draft(typed)) == {"work_ability": "Write a whole number from 0 to 10."}


def test_what_is_left_blank_is_not_asked_and_not_0() -> None:
    facts = settled(measure_draft("", energy="0"))
    assert (facts.energy, facts.concentration, facts.worked_hours) == (0, None, None)
    assert facts.at(Scale.WORK_ABILITY) is None


@pytest.mark.parametrize(("typed", "kept"), [("7,5", 7.5), ("0", 0.0), ("60", 60.0)])
def test_hours_are_typed_with_a_comma(typed: str, kept: float) -> None:
    assert settled(measure_draft(worked_hours=typed)).worked_hours == kept


@pytest.mark.parametrize("typed", ["61", "-1", "7,555", "ti"])
def test_hours_out_of_bounds_are_refused(typed: str) -> None:
    assert set(problems(measure_draft(planned_hours=typed))) == {"planned_hours"}


def test_a_measure_that_says_nothing_is_none() -> None:
    assert set(problems(measure_draft("", planned_hours="10"))) == {"work_ability"}


@pytest.mark.parametrize("day", ["12/8/2026", "10/9/2026"])
def test_a_measure_lies_between_the_start_and_today(day: str) -> None:
    assert set(problems(measure_draft(day=day))) == {"day"}


def test_the_sentence_holds_no_personal_number() -> None:
    assert set(problems(measure_draft(sentence="251248-9996 har det bedre"))) == {"sentence"}


def test_an_adjustment_is_in_place_partly_or_not() -> None:
    typed = ("yes:Rolig plads", "no:To pauser: korte", "maybe:Liste")
    facts = settled(measure_draft("", adjustments=typed))
    assert [(one.adjustment, one.in_place) for one in facts.adjustments] == [
        ("Rolig plads", InPlace.YES),
        ("To pauser: korte", InPlace.NO),
    ]


@given(st.text(max_size=8))
def test_whatever_is_typed_is_a_whole_number_or_a_problem(typed: str) -> None:
    with suppress(Rejected):
        energy = settled(measure_draft("5", energy=typed)).energy
        assert energy in (None, *range(11))
        assert energy is not None or not typed.strip() or not typed.isprintable()


@given(
    st.integers(0, 10),
    st.none() | st.integers(0, 6000).map(lambda hundredths: hundredths / 100),
)
def test_a_measure_comes_back_as_it_was_typed(ability: int, hours: float | None) -> None:
    typed = "" if hours is None else f"{hours:g}".replace(".", ",")
    facts = settled(measure_draft(str(ability), worked_hours=typed))
    assert settled(draft_of_measure(facts)) == facts
