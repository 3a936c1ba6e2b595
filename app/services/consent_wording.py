"""The texts said to a citizen who gives a consent: bundled as data, numbered, in both languages."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any

from app.domain.language import language
from app.domain.wording import Wording, WordingTexts, newest_on
from app.system.paths import resource


def wording_on(day: date) -> Wording:
    """Return the text in force on `day`, in the language in force."""
    return newest_on(_wordings(_spoken()), day)


def wording_of(version: int, day: date) -> Wording:
    """Return the text of this number; the one in force on `day` if this Fasthold has no such."""
    found = [one for one in _wordings(_spoken()) if one.version == version]
    return found[0] if found else wording_on(day)


def every_wording() -> tuple[Wording, ...]:
    """Return every text there is, in every language."""
    return (*_wordings("da"), *_wordings("en"))


def _spoken() -> str:
    return "da" if language() == "da" else "en"


def _wordings(spoken: str) -> tuple[Wording, ...]:
    return tuple(_wording(entry, spoken) for entry in _entries())


def _wording(entry: dict[str, Any], spoken: str) -> Wording:
    return Wording(
        version=entry["version"],
        language=spoken,
        valid_from=entry["valid_from"],
        source=entry["source"],
        last_checked=entry["last_checked"],
        texts=WordingTexts(**{one.name: entry[spoken][one.name] for one in fields(WordingTexts)}),
    )


@cache
def _entries() -> tuple[dict[str, Any], ...]:
    text = resource("reference", "consent.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["wording"])
