"""Whether a word is one: of Danish or English, inflected or put together of others."""

from __future__ import annotations

from functools import lru_cache

from app.domain.guard.lists import english, vocabulary
from app.domain.guard.rule import word_set

_ENDINGS = tuple(
    word_set(
        "s e n t r en et er es ne te de st ede ene ens ets ere est ende erne eren ernes "
        "erens enes ing ly ed d ning ninger ingen ningen iske isk else elser elsen hed heder "
        "heden bar bart bare agtig agtige mæssig mæssigt mæssige løs løse løst fuld fri frit "
        "frie"
    )
)
_SHORTEST, _SHORTEST_PART, _FOUR, _LONGEST = 2, 3, 4, 45
_NO_TAILS = frozenset({"sen"})  # of surnames: Rebslagersen
_JOINTS = ("", "s", "e")
_LEARNED = (
    *("itis", "algi", "algier", "pati", "ose", "oser", "emi", "logi", "logen", "log", "loger"),
    *("grafi", "skopi", "terapi", "terapeut", "terapeuten", "fobi", "plegi", "tomi", "ektomi"),
)


@lru_cache(maxsize=4096)
def is_word(word: str) -> bool:
    """Return whether `word`, in small letters, is a word one can look up or put together."""
    if len(word) > _LONGEST:
        return True  # nobody is called that
    word = word.replace("é", "e")  # kopiér, idé
    return is_simple_word(word) or word.endswith(_LEARNED) or _is_compound(word)


def is_simple_word(word: str) -> bool:
    """Return whether `word`, in small letters, is a word with an ending at most."""
    return any(_is_inflected(word, known) for known in (vocabulary(), english()))


def is_listed_word(word: str) -> bool:
    """Return whether `word`, in small letters, stands in a dictionary as it is."""
    return word in vocabulary() or word in english()


def _is_inflected(word: str, known: frozenset[str]) -> bool:
    return word in known or any(
        _is_stem(word[: -len(ending)], known) for ending in _ENDINGS if word.endswith(ending)
    )


def _is_stem(stem: str, known: frozenset[str]) -> bool:
    if len(stem) < _SHORTEST:
        return False
    doubled = stem[-1] == stem[-2] and stem[:-1] in known
    # "gamle" of "gammel", "sikre" of "sikker": the ending swallowed a vowel.
    swallowed = stem[-1] in "lrn" and f"{stem[:-1]}e{stem[-1]}" in known
    return stem in known or f"{stem}e" in known or doubled or swallowed


def _is_compound(word: str) -> bool:
    known = vocabulary()
    for place in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        head, tail = word[:place], word[place:]
        if tail in _NO_TAILS:
            continue
        joined = any(head.removesuffix(joint) in known for joint in _JOINTS)
        if joined and (_is_inflected(tail, known) or (len(head) > _FOUR and _is_compound(tail))):
            return True
    return False
