"""Where somebody is found: mail and web addresses, postcode and town, and streets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.guard.postcode import find_postcodes
from app.domain.guard.rule import Place, Rule
from app.domain.guard.street import find_streets

_MAIL = re.compile(r"@")
_SPELLED_MAIL = re.compile(
    r"[(\[{<] ?(?:a|at|snabel-?a|alfakrølle) ?[)\]}>]|\b(?:snabel[- ]?a|alfakrølle)\b"
    r"|_(?:at|a)_|\b(?:at|a) [a-z0-9-]{2,30} ?(?:\.|dot|punktum|punkt|prik|_dot_) ?"
    r"(?:dk|com|net|org|de|se|no|eu|example)\b"
)
_USER_NAME = re.compile(
    r"\b(?:g?mail|e-mail|hotmail|outlook|insta(?:gram)?|snap(?:chat)?|facebook|messenger|brugernavn|profil)"
    r"(?:en|adressen?)?(?: er| hedder|:| is)? ?:? ?[a-z][a-z._-]{2,30}\d{1,6}(?![^\W_])"
)
_TOP = r"(?:dk|com|net|org|eu|info|io|biz|me|nu|se|no|de|uk|gl|fo|is|pl|gov|edu|app|dev|example)"
_WEB = (
    re.compile(r"\b[a-z0-9]{2,6} ?: ?/ ?/?[a-z0-9]"),
    re.compile(r"\bwww\b"),
    re.compile(
        rf"(?<![^\W_])(?!(?:hjemme)?arb\.pl)"  # arbejdsplads, not Poland
        rf"(?:[a-z0-9æøåéü_-]{{1,63}}\.){{1,5}}{_TOP}(?![^\W_]|\.[^\W_])"
    ),
    re.compile(r"(?<![^\W_])[a-z0-9æøå-]{2,62} ?\.[ \n]?(?:dk|com)(?![^\W_])"),
    re.compile(
        r"[(\[{] ?(?:dot|punktum|prik) ?[)\]}] ?[a-z]{2,3}\b"
        r"|\b(?:dot|punktum|prik) (?:dk|com|org|net|eu)\b"
    ),
)


def find_places(text: str, low: str) -> Iterator[Place]:
    """Yield mail, web and postal addresses in `text`; `low` is the same in lower case."""
    for pattern, rule in _WORDS:
        yield from _whole_words(low, pattern, rule)
    yield from find_streets(text, low)
    yield from find_postcodes(text, low)


_WORDS = (
    (_MAIL, Rule.EMAIL),
    (_SPELLED_MAIL, Rule.EMAIL),
    (_USER_NAME, Rule.EMAIL),
    *((pattern, Rule.URL) for pattern in _WEB),
)


def _whole_words(low: str, pattern: re.Pattern[str], rule: Rule) -> Iterator[Place]:
    """Yield each match with all that hangs on to it, across one blank on each side."""
    reached = 0
    for found in pattern.finditer(low):
        if found.end() > reached:
            reached = _stretch(low, found.end(), 1)
            yield _stretch(low, found.start() - 1, -1) + 1, reached, rule


def _stretch(low: str, place: int, step: int) -> int:
    if 0 <= place < len(low) and low[place] == " ":
        place += step
    while 0 <= place < len(low) and not low[place].isspace():
        place += step
    return place
