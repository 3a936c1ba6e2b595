"""What a paper is made of: pieces, which get a width and take a height. Text is one of them."""

from __future__ import annotations

import re
from typing import Any, Protocol
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paragraph import Paragraph

from app.reports.ink import BODY, sized
from app.reports.tagging import TaggedCanvas
from app.reports.typeface import STRONG, printable, width_of

_BREAKS = re.compile(r"[ \n]+")  # no blank that holds a number together is one
_ENDLESS = 1_000_000.0  # the room given to ask how tall something gets
_NARROWEST = 24.0  # ReportLab sets nothing at all in no width


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

    def __init__(self, paragraph: Any, said: str, *, strong: bool) -> None:
        self._paragraph = paragraph
        self._wrapped: tuple[float, float] | None = None
        self._strong = strong
        self.said = said

    @property
    def natural(self) -> float:
        """The width of the widest line as it was written."""
        return max(map(self._width_of, self.said.split("\n"))) + 0.1

    @property
    def longest(self) -> float:
        """The width of the longest word."""
        return max(map(self._width_of, _BREAKS.split(self.said))) + 0.1

    def height(self, width: float) -> float:
        """Return how tall the lines are in `width`."""
        width = max(width, _NARROWEST)
        if self._wrapped is None or self._wrapped[0] != width:
            self._wrapped = width, float(self._paragraph.wrap(width, _ENDLESS)[1])
        return self._wrapped[1]

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """Draw the lines from `top` downwards."""
        foot = top - self.height(width)
        with canvas.read_as(self._paragraph.style.role):
            self._paragraph.drawOn(canvas, x, foot)

    def split(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Return the lines that fit and the rest; the words belong to the first."""
        self.height(width)
        parts = self._paragraph.split(max(width, _NARROWEST), height)
        self._wrapped = None  # ReportLab forgets the lines it could not divide
        if len(parts) != 2:
            return None
        first = Words(parts[0], self.said, strong=self._strong)
        return first, Words(parts[1], "", strong=self._strong)

    def _width_of(self, words: str) -> float:
        return width_of(words, strong=self._strong, size=self._paragraph.style.fontSize)


def text(words: str, style: ParagraphStyle = BODY, *, lead: str = "") -> Words:
    """Return `words`, after a strong `lead`, as text that wraps. Nothing in them is markup.

    The only place where ReportLab reads text: what people typed is escaped here.
    """
    style = sized(style)
    said, before = printable(words), printable(lead)
    marked = _marked(said)
    if before:
        marked = f'<font name="{STRONG}">{_marked(before)}</font> {marked}'
        said = f"{before} {said}"
    return Words(Paragraph(marked, style), said, strong=bool(before) or style.fontName == STRONG)


def _marked(words: str) -> str:
    return escape(words.strip()).replace("\n", "<br/>")
