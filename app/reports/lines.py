"""Breaking text into lines. Nothing in it is markup: there is nothing here that reads any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from app.reports.ink import Style
from app.reports.typeface import REGULAR, STRONG, width_of

_SHORT = 0.12  # of a line: a word that looks lost alone on it
_SPARING = 4  # words in a line that can spare one


class Word(NamedTuple):
    """What is not broken while there is room; `cut` if it goes on in the next line."""

    letters: str
    strong: bool
    width: float
    cut: bool = False


class Part(NamedTuple):
    """What stands in one font on a line."""

    words: str
    font: str
    width: float


class Line(NamedTuple):
    """One line, and how wide it is."""

    parts: tuple[Part, ...]
    width: float


Paragraph = Sequence[Word]


def paragraphs_of(words: str, style: Style, lead: str = "") -> list[Paragraph]:
    """Return what was written, after a strong `lead`, in paragraphs: as it was broken by hand."""
    before = [word for line in lead.split("\n") for word in _words(line, style, strong=True)]
    first, *rest = (_words(line, style, strong=style.strong) for line in words.split("\n"))
    return [[*before, *first], *rest]


def blank_of(style: Style) -> float:
    """Return how wide the blank between two words is."""
    return width_of(" ", strong=style.strong, size=style.size)


def natural_of(paragraphs: Sequence[Paragraph], style: Style) -> float:
    """Return the width at which nothing has to wrap."""
    blank = blank_of(style)
    return max(
        (sum(word.width + blank for word in one) - blank for one in paragraphs if one), default=0.0
    )


def broken(paragraphs: Sequence[Paragraph], style: Style, room: float) -> tuple[Line, ...]:
    """Return the lines in a width of `room`; a word is broken only if it is wider than that."""
    blank = blank_of(style)
    lines = [line for one in paragraphs for line in _shared(one, style, blank, room)]
    last = len(lines) - 1
    return tuple(_line(line, blank, last=place == last) for place, line in enumerate(lines))


def _shared(words: Paragraph, style: Style, blank: float, room: float) -> list[list[Word]]:
    """Return the lines; the last one is not a short word alone, if the one before can spare one."""
    *lines, last = _lines_of(words, style, blank, room)
    alone = len(last) == 1 and last[0].width < _SHORT * room
    if lines and alone and len(lines[-1]) >= _SPARING:
        last.insert(0, lines[-1].pop())
    return [*lines, last]


def _lines_of(words: Paragraph, style: Style, blank: float, room: float) -> Iterator[list[Word]]:
    line: list[Word] = []
    taken = 0.0
    for word in words:
        if line and taken + blank + word.width > room:
            yield line
            line = []
        if word.width > room:
            *full, word = _cut(word, style, room)
            yield from ([part] for part in full)
        taken = taken + blank + word.width if line else word.width
        line.append(word)
    yield line


def _cut(word: Word, style: Style, room: float) -> Iterator[Word]:
    """Yield a word that is wider than `room` in parts that are not."""
    part, wide = "", 0.0
    for letter in word.letters:
        more = width_of(letter, strong=word.strong, size=style.size)
        if part and wide + more > room:
            yield Word(part, word.strong, wide, cut=True)
            part, wide = "", 0.0
        part, wide = part + letter, wide + more
    yield Word(part, word.strong, wide)


def _line(words: Sequence[Word], blank: float, *, last: bool) -> Line:
    """Return the line; unless it is the last, it ends in a blank, so that it is read as words."""
    parts = []
    for strong, together in groupby(words, lambda word: word.strong):
        told = list(together)
        wide = sum(word.width + blank for word in told)
        letters = " ".join(word.letters for word in told) + " "
        parts.append(Part(letters, STRONG if strong else REGULAR, wide))
    if parts and (last or words[-1].cut):
        parts[-1] = parts[-1]._replace(words=parts[-1].words[:-1])
    return Line(tuple(parts), max(0.0, sum(part.width for part in parts) - blank))


def _words(line: str, style: Style, *, strong: bool) -> list[Word]:
    return [
        Word(each, strong, width_of(each, strong=strong, size=style.size))
        for each in line.split(" ")  # no blank that holds a number together
        if each
    ]
