"""The terms of the day: whole in both languages, each with a source and the day it was checked."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from app.domain.guard import is_clean
from app.domain.language import in_language
from app.services.term import find_term, terms
from app.system.paths import resource

ENTRIES = tomllib.loads(resource("reference", "terms.toml").read_text(encoding="utf-8"))["term"]
LONGEST = 110


def test_there_are_at_least_eight_pairs_with_codes_of_their_own() -> None:
    codes = [term.code for term in terms()]
    assert len(set(codes)) == len(codes) >= 8
    assert all(code.replace("_", "").isalpha() and code.islower() for code in codes)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["code"])
def test_each_pair_says_where_it_is_from_and_when_it_was_checked(entry: dict[str, object]) -> None:
    assert entry["source"]
    assert isinstance(entry["valid_from"], date)
    assert isinstance(entry["last_checked"], date)


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_line_is_short_and_points_to_nobody(language: str) -> None:
    with in_language(language):
        for term in terms():
            for line in (term.left, term.left_text, term.right, term.right_text):
                assert 0 < len(line) <= LONGEST
                assert is_clean(line)


def test_a_pair_speaks_the_language_in_force() -> None:
    danish, english = "Skånebehov", "Need for care"
    with in_language("da"):
        assert find_term("need_and_consideration") == terms()[0]
        assert terms()[0].left == danish
    assert terms()[0].left == english


@pytest.mark.parametrize("code", [None, "", "long_gone"])
def test_a_code_nobody_knows_is_no_term(code: str | None) -> None:
    assert find_term(code) is None
