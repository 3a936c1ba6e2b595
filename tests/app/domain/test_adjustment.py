"""The catalogue of adjustments: whole in both languages, found by either, fit for an employer."""

from __future__ import annotations

import pytest

from app.domain.adjustment import (
    AdjustmentDraft,
    AdjustmentFacts,
    function_name,
    icf_of,
    matching,
    settle_adjustment,
    shipped_adjustments,
    shipped_codes,
)
from app.domain.agreement import codes_in
from app.domain.flag_choice import Function
from app.domain.problem import Rejected

DANISH, ENGLISH = shipped_adjustments("da"), shipped_adjustments("en")


def texts(words: str) -> list[str]:
    return [row.facts.text for row in matching(ENGLISH, words)]


def test_every_function_of_a_flag_has_some_and_its_icf_classes() -> None:
    assert {row.facts.function for row in DANISH} == set(Function)
    assert all(icf_of(function) for function in Function)


def test_the_same_line_stands_in_the_same_place_in_both_languages() -> None:
    assert [row.facts.function for row in DANISH] == [row.facts.function for row in ENGLISH]
    assert not {row.facts.text for row in DANISH} & {row.facts.text for row in ENGLISH}


def test_no_line_holds_a_person_or_what_an_employer_may_not_read() -> None:
    for facts in (row.facts for row in (*DANISH, *ENGLISH)):
        draft = AdjustmentDraft(function=facts.function.value, text=facts.text)
        assert settle_adjustment(draft) == facts


def test_a_line_is_found_by_a_word_of_either_language() -> None:
    quiet = "Quiet seat or a place to withdraw"
    assert quiet in texts("quiet")
    assert quiet in texts("rolig")


def test_a_line_is_found_by_its_function_and_by_its_icf_class() -> None:
    memory = [row.facts.text for row in ENGLISH if row.facts.function is Function.MEMORY]
    assert texts("hukommelse") == texts("b144") == memory


def test_every_word_has_to_stand_in_it() -> None:
    assert texts("koncentration pauser") == ["Short breaks planned in advance"]
    assert texts("koncentration havre") == []


def test_nothing_typed_finds_all() -> None:
    assert matching(ENGLISH, " ") == ENGLISH


def test_a_function_is_named_in_the_language_of_the_plan() -> None:
    assert function_name(Function.MEMORY, "da") == "Hukommelse"


def test_a_line_of_ones_own_has_a_function_and_words() -> None:
    draft = AdjustmentDraft(function="noise", text=" Ørepropper  må bruges ")
    settled = settle_adjustment(draft)
    assert settled == AdjustmentFacts(function=Function.NOISE, text="Ørepropper må bruges")


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (AdjustmentDraft(), ["function", "text"]),
        (AdjustmentDraft(function="noise", text="Fri til psykolog"), ["text"]),
        (AdjustmentDraft(function="noise", text="Plads ved siden af Kim Eksempelsen"), ["text"]),
    ],
)
def test_what_is_missing_or_of_a_person_is_refused(
    draft: AdjustmentDraft, fields: list[str]
) -> None:
    with pytest.raises(Rejected) as rejection:
        settle_adjustment(draft)
    assert [problem.field for problem in rejection.value.problems] == fields


def test_a_known_name_is_refused() -> None:
    draft = AdjustmentDraft(function="noise", text="Som aftalt med Quist")
    with pytest.raises(Rejected):
        settle_adjustment(draft, {"Quist"})


def test_each_line_has_a_code_of_its_own_the_same_in_both_languages() -> None:
    codes = [row.code for row in DANISH]
    assert codes == [row.code for row in ENGLISH]
    assert len(set(codes)) == len(codes)
    assert shipped_codes() == set(codes)
    assert all(codes_in(code) == code for code in codes)


def test_only_the_function_without_a_public_list_is_not_checked() -> None:
    assert {row.facts.function for row in DANISH if not row.checked} == {Function.SHIFT_WORK}
