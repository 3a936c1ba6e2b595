"""The words of the slip can be changed, but point at nobody and keep what they promise."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.domain.problem import Rejected
from app.domain.slip import SlipDraft, SlipLanguage, settle_slip
from tests.papers import SLIP

DRAFT = SlipDraft(title="Ring", lead="You decide.", body="It goes after {days} days.")


def problems(**changes: Any) -> dict[str, str]:
    try:
        settle_slip(replace(DRAFT, **changes), SlipLanguage.DANISH, frozenset({"berggren"}))
    except Rejected as rejection:
        return {problem.field: problem.text for problem in rejection.problems}
    return {}


def test_words_that_break_no_rule_are_kept() -> None:
    assert (
        settle_slip(DRAFT, SlipLanguage.ENGLISH, frozenset()).body == "It goes after {days} days."
    )


def test_number_hours_code_and_days_are_filled_in() -> None:
    filled = SLIP.filled_in("{number}, {hours}, {code}, {days}")
    assert filled == f"{SLIP.sender.phone}, {SLIP.sender.reachable}, K7-QX, 90"


def test_how_long_the_note_is_kept_cannot_be_left_out() -> None:
    assert list(problems(body="It goes.")) == ["body"]


@pytest.mark.parametrize("words", ["{name}", "{}", "{{code}}", "a } b", "{code"])
def test_nothing_else_stands_in_braces(words: str) -> None:
    assert "braces" in problems(lead=words)["lead"]


@pytest.mark.parametrize("words", ["251248-9996", "nancy@post.example", "Berggren", "22334455"])
def test_what_points_at_somebody_is_refused(words: str) -> None:
    for field in ("title", "lead"):
        assert list(problems(**{field: f"Ring {words}"})) == [field]


def test_an_empty_title_is_asked_for() -> None:
    assert list(problems(title=" ")) == ["title"]


def test_in_a_language_the_guard_has_no_words_of_names_are_told_by_how_they_are_written() -> None:
    known = frozenset({"Nancy Ann Test Berggren"})
    polish = replace(DRAFT, lead="To Pani/Pan decyduje, czy zadzwonić i co opowiedzieć.")
    assert settle_slip(polish, SlipLanguage.POLISH, known).lead == polish.lead
    for words in (
        "pani berggren",
        "Fatima Yilmaz",
        "251248-9996",
        "nancy@post.example",
        "22334455",
    ):
        with pytest.raises(Rejected):
            settle_slip(replace(DRAFT, lead=words), SlipLanguage.POLISH, known)
