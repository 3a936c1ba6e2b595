"""How a check ends, and what it tells."""

from __future__ import annotations

from pathlib import Path

from app.selftest import Check, Facts, need
from app.selftest.check import attempt


def _refuses(_folder: Path) -> Facts:
    need(False, "the typeface is missing")
    return {}


def _breaks(_folder: Path) -> Facts:
    raise ImportError("no such part")


def test_what_holds_tells_its_facts(tmp_path: Path) -> None:
    told = attempt(Check("parts", lambda _: {"names": ["a", "b"], "count": 2}), tmp_path)
    assert told.as_line() == "ok     parts: names a b, count 2"
    assert told.as_dict() == {"check": "parts", "passed": True, "names": ["a", "b"], "count": 2}


def test_what_is_missing_is_said_in_words(tmp_path: Path) -> None:
    told = attempt(Check("type", _refuses), tmp_path)
    assert (told.passed, told.as_line()) == (False, "FAILED type: the typeface is missing")


def test_a_check_that_breaks_is_an_answer_too(tmp_path: Path) -> None:
    told = attempt(Check("type", _breaks), tmp_path)
    assert told.as_dict()["trouble"] == "ImportError: no such part"
