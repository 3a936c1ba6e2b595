"""Text drawn apart, read together: one sign between all signs, or a line broken inside a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.domain.guard.harmless import blank_harmless
from app.domain.guard.number import find_numbers
from app.domain.guard.place import find_places
from app.domain.guard.rule import Place, Rule

_APART = tuple(
    re.compile(rf"(?<![^\W_])[^\s](?:{re.escape(sign)}[^\s{re.escape(sign)}]){{5,60}}(?![^\W_])")
    for sign in "-_/. "
)
_GOES_ON = re.compile(r"\n(?![A-ZÆØÅ])")  # a capital begins a new line of thought
# Beside each other lines can hold these by chance: hours under hours, a count above a word.
_BY_CHANCE = frozenset({Rule.CPR, Rule.DIGITS, Rule.PHONE})


def find_drawn(text: str) -> Iterator[Place]:
    """Yield what `text` (plain, spoken) tells once its signs are drawn together."""
    for pattern in _APART:
        for found in pattern.finditer(text):
            for place in _told(found[0][::2]):
                yield found.start(), found.end(), place[2]
    if "\n" in text:
        yield from _across_lines(text)


def _across_lines(text: str) -> Iterator[Place]:
    kept = [place for place in range(len(text)) if not _is_broken_off(text, place)]
    together = "".join(text[place] for place in kept)
    for start, end, rule in _told(together):
        first, last = kept[start], kept[end - 1]
        if rule not in _BY_CHANCE and _GOES_ON.search(text, first, last):
            yield first, last + 1, rule


def _is_broken_off(text: str, place: int) -> bool:
    """Return whether a line break, or the hyphen before it, stands here."""
    return text[place] == "\n" or (text[place] == "-" and text[place + 1 : place + 2] == "\n")


def _told(text: str) -> Iterator[Place]:
    low = text.lower() if len(text.lower()) == len(text) else text
    yield from find_numbers(low, blank_harmless(low))
    yield from find_places(text, low)
