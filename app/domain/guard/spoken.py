"""Numbers written as words or with letters, read as digits: `nul et nul et ni nul`, `o1o19o`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.domain.guard.number_words import DAYS, DOUBTFUL, ENGLISH, NUMBERS
from app.domain.guard.plain import Builder, Plain

_TOKEN = re.compile(r"[^\W_]+")
_WITH_LETTERS = re.compile(r"[oøli]*[0-9][0-9oøli]*")
_ONLY_LETTERS = re.compile(r"[oOøØlI]{1,10}")
_LETTER_DIGITS = str.maketrans("oOøØlLiI", "00001111")
_PIECE_LENGTHS = sorted({1, *map(len, NUMBERS)})
_SIGN_WORDS = frozenset(
    {"streg", "bindestreg", "skråstreg", "punktum", "prik", "dash", "hyphen", "slash", "dot"}
)
_MONTH = re.compile(r" (?:of )?(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)")
_LETTERS_IN_A_WORD = 4  # no word is made of as many o, l and I
_FEWEST_GLUED, _MANY_GLUED = 3, 5
_TWICE = frozenset({"double", "dobbelt"})
_GAP = 3  # signs that may stand between two numbers that belong together


@dataclass(frozen=True, slots=True)
class _Token:
    """One word: what it reads as in digits ("" if it is no number), and how sure that is."""

    start: int
    end: int
    word: str
    reading: str
    doubtful: bool

    @property
    def joins(self) -> bool:
        """Whether this token can be one of several small numbers in a row."""
        return bool(self.reading) and (not self.word.isdigit() or len(self.word) == 1)


def spoken(source: Plain) -> Plain:
    """Return `source` with number words, and letters that stand for digits, as digits."""
    tokens = _tokens(source.text)
    if signs := list(_signs(tokens)):
        source = _changed(source, signs)
        tokens = _tokens(source.text)
    changes = {change for chain in _chains(tokens, source.text) for change in _changes(chain)}
    changes.update(_pairs(tokens, source.text))
    ordered = sorted(changes, key=lambda token: token.start)
    return _changed(source, ordered) if ordered else source


def _tokens(text: str) -> list[_Token]:
    return [_token(found, text) for found in _TOKEN.finditer(text)]


def _token(found: re.Match[str], text: str) -> _Token:
    word = found.group().lower()
    reading, doubtful = "", False
    if word.isdigit():
        reading = word
    elif word in NUMBERS:
        reading, doubtful = NUMBERS[word], word in DOUBTFUL
    elif word in DAYS and _MONTH.match(text.lower(), found.end()):
        reading = DAYS[word]
    elif _WITH_LETTERS.fullmatch(word):
        reading = word.translate(_LETTER_DIGITS)
    elif _ONLY_LETTERS.fullmatch(found.group()):
        reading, doubtful = found.group().translate(_LETTER_DIGITS), len(word) < _LETTERS_IN_A_WORD
    else:
        reading = _glued(word)
    return _Token(found.start(), found.end(), word, reading, doubtful)


def _glued(word: str) -> str:
    """Return the digits of several numbers written as one word, or "" if it is none."""
    came_from: dict[int, int] = {0: 0}
    for place in range(len(word)):
        if place in came_from:
            for length in _PIECE_LENGTHS:
                if _is_piece(word[place : place + length]):
                    came_from.setdefault(place + length, place)
    if len(word) not in came_from:
        return ""
    pieces, end = [], len(word)
    while end > 0:
        pieces.append(word[came_from[end] : end])
        end = came_from[end]
    if not _is_row_of_numbers(pieces):
        return ""
    return "".join(NUMBERS.get(piece, piece) for piece in reversed(pieces))


def _is_row_of_numbers(pieces: list[str]) -> bool:
    """Return whether this is no word like any other, and no `4to1` of a replacement number."""
    if any(piece.isdigit() for piece in pieces):
        return len(pieces) >= _MANY_GLUED or any(len(piece) > 2 for piece in pieces)
    return len(pieces) >= _FEWEST_GLUED


def _is_piece(piece: str) -> bool:
    return piece in NUMBERS or (len(piece) == 1 and piece.isdigit())


def _signs(tokens: list[_Token]) -> Iterator[_Token]:
    """Yield the spelled-out signs between two numbers, and numbers said to stand twice."""
    for left, sign, right in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if sign.word in _SIGN_WORDS and left.reading and right.reading:
            yield _Token(sign.start, sign.end, sign.word, "-", doubtful=False)
    for twice, number in pairwise(tokens):
        if twice.word in _TWICE and len(number.reading) == 1:
            yield _Token(twice.start, number.end, number.word, 2 * number.reading, doubtful=False)


def _pairs(tokens: list[_Token], text: str) -> Iterator[_Token]:
    """Yield the letters that stand for digits between two numbers: `26 oo 18 17`."""
    for left, letters, right in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (
            len(letters.word) > 1
            and _ONLY_LETTERS.fullmatch(text[letters.start : letters.end])
            and left.word.isdigit()
            and right.word.isdigit()
            and _beside(left, letters, text)
            and _beside(letters, right, text)
        ):
            yield letters


def _chains(tokens: list[_Token], text: str) -> Iterator[list[_Token]]:
    """Yield the rows of small numbers that stand beside each other."""
    chain: list[_Token] = []
    for token in tokens:
        if chain and not (token.joins and _beside(chain[-1], token, text)):
            yield chain
            chain = []
        if token.joins:
            chain.append(token)
    yield chain


def _beside(left: _Token, right: _Token, text: str) -> bool:
    between = text[left.end : right.start]
    return len(between) <= _GAP and "\n" not in between


def _changes(chain: list[_Token]) -> Iterator[_Token]:
    """Yield the tokens to change: doubtful words count only among other numbers."""
    english = any(token.word in ENGLISH for token in chain)
    sure = len(chain) > 2 or any(not token.doubtful for token in chain if not token.word.isdigit())
    for token in chain:
        danish_in_english = english and token.word in DOUBTFUL
        if (sure or not token.doubtful) and not danish_in_english and token.reading != token.word:
            yield token


def _changed(source: Plain, changes: list[_Token]) -> Plain:
    builder, place = Builder(), 0
    for token in changes:
        for sign in range(place, token.start):
            builder.add(source.text[sign], source.starts[sign], source.ends[sign])
        start, end = source.original(token.start, token.end)
        for digit in token.reading:
            builder.add(digit, start, end)
        place = token.end
    for sign in range(place, len(source.text)):
        builder.add(source.text[sign], source.starts[sign], source.ends[sign])
    return builder.plain()
