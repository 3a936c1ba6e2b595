"""Listed names that somebody, or a hasty hand, has written in another way.

Glued together, with signs, digits or line breaks between the letters, backwards, stretched, or with
two letters changed about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from app.domain.guard.doing import FIRST_NAMES
from app.domain.guard.lists import names
from app.domain.guard.rule import Place, Rule
from app.domain.guard.unknown import is_elsewhere
from app.domain.guard.vocabulary import is_listed_word, is_simple_word, is_word
from app.domain.guard.word import Word, fold

_SHORTEST_GLUED, _LONGEST_GLUED = 3, 40
_SHORTEST_MISSPELT, _SHORTEST_SWAPPED = 4, 5
_MANY_LETTERS, _LONG_NAME = 5, 6
_JOINED = re.compile(
    r"(?<![^\W\d_])[^\W\d_]{1,30}(?:[-.'*_/·|+,~^]\n?[^\W\d_]{1,30}){1,12}(?![^\W\d_])"
)
_SPACED = re.compile(r"(?<![^\W_])[^\W\d_](?:(?:[^\w\n]|_){1,2}[^\W\d_](?![^\W_])){2,40}(?![^\W_])")
_SPACED_MIXED = re.compile(
    r"(?<![^\W_])[^\W\d_](?:(?:[^\w\n]|_){1,2}[^\W_](?![^\W_])){2,40}(?![^\W_])"
)
_BROKEN = re.compile(r"(?<![^\W\d_])([A-ZÆØÅ][a-zæøåé]{1,14})-?\n([a-zæøåé]{2,15})(?![^\W\d_])")
_PARTS = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])")
_HUMPS = re.compile(r"[a-zæøå](?=[A-ZÆØÅ][a-zæøå])")
_MIXED = re.compile(r"(?<![\w$!|€])[\w$!|€]{4,40}(?![\w$!|€])")
_TABLES = (
    str.maketrans("01345789$!|€", "oieastbgsile"),
    str.maketrans("012345678$!|€", "olzeasgtbslle"),
)
_BETWEEN_LETTERS = re.compile(r"[^\W\d_]{1,}\d+[^\W\d_]{2,}|[^\W\d_]{2,}\d+[^\W\d_]")
_TWICE = re.compile(r"([a-z])\1")
_TWICE_LAST = re.compile(r"([a-z])\1$")
_THRICE = re.compile(r"(.)\1{2,}")


def find_disguised(text: str, words: list[Word]) -> Iterator[Place]:
    """Yield where a listed name stands in `text` in disguise; `words` are its words."""
    for word in words:
        if len(word.text) <= _LONGEST_GLUED and _is_disguised(word):
            yield word.start, word.end, Rule.NAME
    for start, end in _with_signs(text):
        yield start, end, Rule.NAME


def _is_disguised(word: Word) -> bool:
    glued = len(word.text) >= 2 * _SHORTEST_GLUED and _is_glued(word)
    return glued or _is_backwards(word.text) or _is_misspelt(word)


def _is_glued(word: Word) -> bool:
    """Return whether two names were written as one word: JensHansen, jenshansen."""
    hump = _HUMPS.search(word.text)
    if hump:
        parts = [fold(part) for part in _PARTS.split(word.text)]
        return any(part in names() or part in FIRST_NAMES for part in parts)
    if is_word(word.text.lower()):
        return False
    return _is_two_names(word.folded) or (word.capital and _begins_as_name(word.text.lower()))


def _is_two_names(folded: str) -> bool:
    known = names()
    return any(
        folded[:place] in known and folded[place:] in known
        for place in range(_SHORTEST_GLUED, len(folded) - _SHORTEST_GLUED + 1)
    )


def _begins_as_name(low: str) -> bool:
    """Return whether a long word that is none begins with a long name: Nikolajravnsborg."""
    runs_on = any(
        fold(low[:place]) in names() and is_simple_word(low[place:])
        for place in range(_SHORTEST_MISSPELT, len(low) - 1)
    )
    return runs_on or any(
        fold(low[:place]) in names()
        for place in range(_LONG_NAME, len(low) - _SHORTEST_MISSPELT + 1)
    )


def _is_backwards(word: str) -> bool:
    """Return whether the capital stands last, and the word read from there is a name: sneJ."""
    turned = word[-1].isupper() and word[:-1].islower() and len(word) >= _SHORTEST_MISSPELT
    return turned and fold(word[::-1]) in names()


def _is_misspelt(word: Word) -> bool:
    """Return whether a letter too many, or two changed about, make a name of no word."""
    low, folded = word.text.lower(), word.folded
    if len(folded) < _SHORTEST_MISSPELT or is_listed_word(low):
        return False
    if _THRICE.search(folded) or _TWICE_LAST.search(folded):
        return _is_stretched(folded)
    return word.capital and _is_swapped(folded) and not is_word(low) and not is_elsewhere(word)


def _is_stretched(folded: str) -> bool:
    once, twice = _THRICE.sub(r"\1", folded), _THRICE.sub(r"\1\1", folded)
    candidates = {once, twice, _TWICE_LAST.sub(r"\1", once), _TWICE_LAST.sub(r"\1", twice)}
    return not names().isdisjoint(candidates - {folded})


def _is_doubled(folded: str) -> bool:
    return any(
        folded[: found.start()] + folded[found.end() - 1 :] in names()
        for found in _TWICE.finditer(folded)
    )


def _is_swapped(folded: str) -> bool:
    swapped = (
        folded[:place] + folded[place + 1] + folded[place] + folded[place + 2 :]
        for place in range(1, len(folded) - 1)
    )
    return len(folded) >= _SHORTEST_SWAPPED and any(each in names() for each in swapped)


def _with_signs(text: str) -> Iterator[tuple[int, int]]:
    """Yield names with signs between their letters, broken over lines, or with digits in them."""
    for pattern, is_a_name in _WRITTEN:
        yield from (found.span() for found in pattern.finditer(text) if is_a_name(found))


def _is_spaced_name(found: re.Match[str]) -> bool:
    letters = fold(re.sub(r"[\W_]", "", found[0]))
    if letters.isalpha():
        return letters in names() or len(letters) >= _MANY_LETTERS
    evenly = len(set(re.findall(r"[\W_]+", found[0]))) == 1
    if sum(letter.isalpha() for letter in letters) >= _MANY_LETTERS:
        return evenly
    return evenly and any(letters.translate(table) in names() for table in _TABLES)


def _is_joined_name(found: re.Match[str]) -> bool:
    whole = re.sub(r"[\W_]", "", found[0])
    folded = fold(whole)
    if len(whole) > _SHORTEST_GLUED and len(found[0]) == 2 * len(whole) - 1:
        return folded in names() or folded in FIRST_NAMES
    return (folded in names() or _is_two_names(folded)) and not is_word(whole.lower())


def _is_broken_name(found: re.Match[str]) -> bool:
    both_words = is_word(found[1].lower()) and is_listed_word(found[2])
    return fold(found[1] + found[2]) in names() and not both_words


def _is_mixed_name(found: re.Match[str]) -> bool:
    letters = sum(sign.isalpha() for sign in found[0])
    return 0 < letters < len(found[0]) and any(_hides_name(found[0], table) for table in _TABLES)


_WRITTEN: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    (_SPACED, _is_spaced_name),
    (_SPACED_MIXED, _is_spaced_name),
    (_JOINED, _is_joined_name),
    (_BROKEN, _is_broken_name),
    (_MIXED, _is_mixed_name),
)


def _hides_name(disguised: str, table: dict[int, int]) -> bool:
    """Return whether digits stand for the letters of a name, or of a word nobody knows."""
    read = disguised.translate(table)
    return _is_read_as_name(read) or _is_no_other_word(disguised, read)


def _is_read_as_name(text: str) -> bool:
    folded = fold(text)
    return len(folded) > _SHORTEST_GLUED and (
        folded in names()
        or folded in FIRST_NAMES
        or _is_two_names(folded)
        or folded.removesuffix("s") in names()
    )


def _is_no_other_word(disguised: str, text: str) -> bool:
    """Return whether digits between the letters only hide a word nobody knows."""
    hidden = _BETWEEN_LETTERS.search(disguised) and text.isalpha()
    return bool(hidden) and not is_word(text.lower())
