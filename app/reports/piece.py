"""What a paper is made of: pieces, which get a width and take a height. Text is one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from app.reports.ink import BODY, Align, Style, fill_of, sized
from app.reports.lines import Line, Paragraph, broken, natural_of, paragraphs_of
from app.reports.tagging import TaggedCanvas
from app.reports.typeface import printable

_SHARES = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}  # of what a line leaves empty
_NEARLY = 0.1  # what adding up widths may be wrong by
_FEWEST = 2  # lines of a text that stand alone on a page


class Piece(Protocol):
    """Something with a width to fill and a height that follows from it."""

    @property
    def said(self) -> str:
        """The words it prints."""

    @property
    def natural(self) -> float:
        """The width at which nothing has to wrap."""

    @property
    def longest(self) -> float:
        """The width below which a word would have to be broken."""

    def height(self, width: float) -> float:
        """Return how tall it gets in `width`."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """Draw it from `top` downwards; `height` is the room given, which a frame fills."""

    def split(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Return what fits into `height` and the rest, or None if it cannot be divided."""


class Words:
    """Text that wraps, and is divided between its lines."""

    def __init__(self, paragraphs: Sequence[Paragraph], style: Style, said: str) -> None:
        self._paragraphs, self._style, self.said = paragraphs, style, said
        self._wrapped: tuple[float, tuple[Line, ...]] | None = None
        self._whole: object = self  # what it is a part of, once it is divided

    @property
    def natural(self) -> float:
        """The width of the widest line as it was written."""
        return natural_of(self._paragraphs, self._style) + _NEARLY

    @property
    def longest(self) -> float:
        """The width of the longest word."""
        widths = (word.width for one in self._paragraphs for word in one)
        return max(widths, default=0.0) + _NEARLY

    def height(self, width: float) -> float:
        """Return how tall the lines are in `width`."""
        return len(self._lines(width)) * self._style.leading

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """Draw the lines from `top` downwards."""
        lines, style = self._lines(width), self._style
        if not lines:
            return
        with canvas.read_as(style.role, of=self._whole), canvas.writing(fill_of(style.colour)):
            foot = top - style.size
            for line in lines:
                left = x + (width - line.width) * _SHARES[style.align]
                for part in line.parts:
                    canvas.write(part.words, part.font, style.size, left, foot)
                    left += part.width
                foot -= style.leading

    def split(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Return the lines that fit and the rest; the words belong to the first."""
        lines = self._lines(width)
        fitting = int((height + _NEARLY) / self._style.leading)
        fitting = min(fitting, len(lines) - _FEWEST)
        if fitting < _FEWEST:
            return None
        return self._part(width, lines[:fitting], self.said), self._part(width, lines[fitting:], "")

    def _lines(self, width: float) -> tuple[Line, ...]:
        if self._wrapped is None or self._wrapped[0] != width:
            self._wrapped = width, broken(self._paragraphs, self._style, width)
        return self._wrapped[1]

    def _part(self, width: float, lines: tuple[Line, ...], said: str) -> Words:
        part = Words(self._paragraphs, self._style, said)
        part._wrapped, part._whole = (width, lines), self._whole
        return part


def text(words: str, style: Style = BODY, *, lead: str = "") -> Words:
    """Return `words`, after a strong `lead`, as text that wraps."""
    said, before = printable(words), printable(lead)
    style = sized(style)
    paragraphs = paragraphs_of(said.strip(), style, before) if (said.strip() or before) else []
    return Words(paragraphs, style, f"{before} {said}" if before else said)
