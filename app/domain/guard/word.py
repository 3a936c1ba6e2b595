"""The words of a text, and how each is compared with others."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+")
_FOLDS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "ł": "l", "ð": "d", "þ": "th"}
    | {"ı": "i", "đ": "d", "ə": "e"}
)
_STARTERS = frozenset('.!?:;\n"»«“”(•*/>|-')
_LONGEST = 30  # no name and no word is longer, and nobody waits for one that is


@dataclass(frozen=True, slots=True)
class Word:
    """A word, how it is compared, and whether its capital can only be that of a name."""

    start: int
    end: int
    text: str
    folded: str
    capital: bool  # Like this, not LIKE THIS
    first: bool  # of its sentence

    @property
    def inside(self) -> bool:
        """Whether the word has a capital inside a sentence."""
        return self.capital and not self.first


def words_of(text: str) -> list[Word]:
    """Return the words of `text` in order."""
    return [_word(text, found) for found in _WORD.finditer(text)]


def fold(word: str) -> str:
    """Return `word` in small plain letters, æ, ø and å as two."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFD", word.casefold().translate(_FOLDS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def starts_sentence(text: str, place: int) -> bool:
    """Return whether a capital at `place` says nothing, since a sentence begins there."""
    before = text[max(0, place - 3) : place].rstrip(" ")
    return place == 0 or not before or before[-1] in _STARTERS


def _word(text: str, found: re.Match[str]) -> Word:
    word = found[0]
    capital = word[0].isupper() and not word[1:].isupper()
    first = starts_sentence(text, found.start())
    folded = fold(word) if len(word) <= _LONGEST else word
    return Word(found.start(), found.end(), word, folded, capital, first)
