"""What stands in a text by right: the sender, a practice and its doctors, whom a consent names."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

_FILLER = "…"  # no word, no digit, no blank, and no end of a sentence
_SHORTEST = 2


def without_allowed(text: str, allowed: Collection[str]) -> str:
    """Return `text` with each of the `allowed` values overwritten, sign for sign."""
    pattern = _pattern(frozenset(allowed)) if allowed else None
    return pattern.sub(lambda found: _FILLER * len(found[0]), text) if pattern else text


@lru_cache(maxsize=8)
def _pattern(allowed: frozenset[str]) -> re.Pattern[str] | None:
    """Return what finds each value as words of its own, also in the genitive; the longest first."""
    values = {value.strip() for value in allowed}
    told = sorted((one for one in values if len(one) >= _SHORTEST), key=len, reverse=True)
    if not told:
        return None
    any_of_them = "|".join(re.escape(one) for one in told)
    return re.compile(rf"(?<!\w)(?:{any_of_them})(?:'?s)?(?!\w)", re.IGNORECASE)
