"""The lists the guard looks words up in, each read once, when it is first needed.

Sources and how they were reviewed: README.md in resources/names and resources/words.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_RESOURCES = Path(__file__).parents[3] / "resources"


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """Return, folded, the first names and surnames that are no words besides."""
    return _lines("names", "names.txt")


@lru_cache(maxsize=1)
def also_words() -> frozenset[str]:
    """Return, folded, the names that are common words too."""
    return _lines("names", "also_words.txt")


@lru_cache(maxsize=1)
def employers() -> frozenset[str]:
    """Return, folded, the names of employers that many know."""
    return _lines("names", "employers.txt")


@lru_cache(maxsize=1)
def no_names() -> frozenset[str]:
    """Return, folded, what has a capital and names no person: countries, programs, illnesses."""
    return _lines("names", "no_names.txt")


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """Return, folded, the names of towns, villages and regions."""
    return _lines("names", "places.txt")


@lru_cache(maxsize=1)
def vocabulary() -> frozenset[str]:
    """Return Danish words in their basic forms."""
    return _lines("words", "vocabulary.txt")


@lru_cache(maxsize=1)
def english() -> frozenset[str]:
    """Return English words in their basic forms."""
    return _lines("words", "english.txt")


@lru_cache(maxsize=1)
def sounds() -> frozenset[str]:
    """Return how the longer names sound, so that another spelling is found too."""
    text = "\n".join(name for name in names() if len(name) >= _LONG_ENOUGH)
    return frozenset(sound(text).split("\n"))


_LONG_ENOUGH = 5


def sound(text: str) -> str:
    """Return `text` (folded) as it sounds, roughly: spellings of one name become alike."""
    for spelled, spoken in _SOUNDS:
        text = text.replace(spelled, spoken)
    return text.translate(_ALIKE)


_SOUNDS = (
    *(("ph", "f"), ("sch", "s"), ("tsch", "s"), ("sh", "s"), ("ch", "k"), ("kh", "k")),
    *(("th", "t"), ("gh", "g"), ("dh", "d"), ("x", "ks"), ("ck", "k"), ("aa", "o")),
    *((2 * letter, letter) for letter in "abcdefgijklmnoprstuvyz"),
)
_ALIKE = str.maketrans(
    {"c": "k", "q": "k", "w": "v", "z": "s", "y": "i", "j": "i", "u": "o", "e": "a", "h": None}
)


def _lines(folder: str, name: str) -> frozenset[str]:
    text = (_RESOURCES / folder / name).read_text(encoding="utf-8")
    return frozenset(text.split())
