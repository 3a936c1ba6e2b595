"""The terms of the day: pairs of words, bundled as data in both languages."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from app.domain.language import language
from app.domain.visit_summary import Term
from app.system.paths import resource


def terms() -> tuple[Term, ...]:
    """Return every pair, in the language in force."""
    spoken = "da" if language() == "da" else "en"
    return tuple(Term(code=entry["code"], **entry[spoken]) for entry in _entries())


def find_term(code: str | None) -> Term | None:
    """Return the pair with this code; None for no code, or for one no longer in the list."""
    return next((term for term in terms() if term.code == code), None)


@cache
def _entries() -> tuple[dict[str, Any], ...]:
    text = resource("reference", "terms.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["term"])
