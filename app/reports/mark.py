"""Things that are drawn, never typed: code tags, tick boxes, writing lines, air."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from app.domain.language import _
from app.reports.ink import ACCENT, INK, STRONG_RULE, WHITE, fill_of, stroke_of
from app.reports.piece import Piece, Words
from app.reports.tagging import TaggedCanvas
from app.reports.tags import Role
from app.reports.typeface import STRONG, printable, width_of

_TICK_SIDE = 10.5


class Solid:
    """A piece that is never divided between two pages, nor narrowed."""

    __slots__ = ()

    @property
    def natural(self) -> float:
        """The width it takes; none, unless it says otherwise."""
        return 0.0

    @property
    def longest(self) -> float:
        """All of its width."""
        return self.natural

    def split(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Return None: it stays whole."""
        return None


@dataclass(frozen=True, slots=True)
class Air(Solid):
    """Empty height, or an empty place."""

    tall: float = 0.0
    said: str = ""

    def height(self, width: float) -> float:
        """Return the height."""
        return self.tall

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class CodeTag(Solid):
    """A flag code in a dashed frame. It is as tall as the line of text beside it."""

    code: str
    size: float = 10.0
    line: float = 13.0

    @property
    def said(self) -> str:
        """The code."""
        return " ".join(printable(self.code).split())

    @property
    def natural(self) -> float:
        """The width of the frame."""
        spread = width_of(self.said, strong=True, size=self.size)
        return spread + (len(self.said) - 1) * self._spacing + 2 * self._pad

    @property
    def _spacing(self) -> float:
        return self.size * 0.09

    @property
    def _pad(self) -> float:
        return self.size * 0.45

    def height(self, width: float) -> float:
        """Return the height of the line."""
        return self.line

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """Draw the frame round the letters, which stand on the line's own foot."""
        foot = top - 0.55 * self.line - 0.23 * self.size
        with canvas.unread():
            frame = rounded(self.natural, self.size * 1.44, 4.5)
            line = f"{stroke_of(STRONG_RULE)} 0.75 w [2 1.5] 0 d"
            canvas.stamp(x, foot - 0.42 * self.size, f"{line} {frame} S")
        with canvas.read_as(Role.TEXT), canvas.writing(fill_of(INK), self._spacing):
            canvas.write(self.said, STRONG, self.size, x + self._pad, foot)


@dataclass(frozen=True, slots=True)
class TickBox(Solid):
    """A box with or without a tick, and words beside it if any; alone it stands in the middle."""

    ticked: bool
    words: Words | None = None
    line: float = 13.0

    @property
    def said(self) -> str:
        """The words beside it."""
        return self.words.said if self.words else ""

    @property
    def natural(self) -> float:
        """The width of box and words."""
        return _TICK_SIDE + (6 + self.words.natural if self.words else 0)

    def height(self, width: float) -> float:
        """Return the height of the words, or of one line."""
        return self.words.height(width - _TICK_SIDE - 6) if self.words else self.line

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """Draw the box, its tick, and the words."""
        left = x if self.words else x + (width - _TICK_SIDE) / 2
        foot = top - self.line / 2 - _TICK_SIDE / 2 - 0.4
        said = _("ticked") if self.ticked else _("not ticked")
        box = (left, foot, left + _TICK_SIDE, foot + _TICK_SIDE)
        with canvas.read_as(Role.PICTURE, said, box=box):
            canvas.stamp(left, foot, _tick_box(ticked=self.ticked))
        if self.words:
            inner = width - _TICK_SIDE - 6
            self.words.draw(canvas, x + _TICK_SIDE + 6, top, inner, height)


@dataclass(frozen=True, slots=True)
class WritingLine(Solid):
    """A line to write on by hand."""

    wide: float
    tall: float
    said: str = ""

    @property
    def natural(self) -> float:
        """The length of the line."""
        return self.wide

    def height(self, width: float) -> float:
        """Return the room to write in."""
        return self.tall

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """Draw the line at the foot of the room."""
        colour = stroke_of(STRONG_RULE)
        canvas.rule(x, top - self.tall + 1, min(width, self.wide), colour)


def rounded(wide: float, tall: float, radius: float) -> str:
    """Return the path of a box with round corners, in the PDF format's own words."""
    near = radius * 0.4472  # where a curve is pulled to, that is nearly a circle
    far, high = wide - radius, tall - radius
    curves = (
        (far, 0, wide - near, 0, wide, near, wide, radius),
        (wide, high, wide, tall - near, wide - near, tall, far, tall),
        (radius, tall, near, tall, 0, tall - near, 0, high),
        (0, radius, 0, near, near, 0, radius, 0),
    )
    told = [f"{radius:.2f} 0 m"]
    for curve in curves:
        places = [f"{place:.2f}" for place in curve]
        told.append(f"{' '.join(places[:2])} l {' '.join(places[2:])} c")
    return " ".join((*told, "h"))


@cache
def _tick_box(*, ticked: bool) -> str:
    edge, inside = (ACCENT, ACCENT) if ticked else (STRONG_RULE, WHITE)
    box = rounded(_TICK_SIDE, _TICK_SIDE, 2.2)
    drawn = f"{stroke_of(edge)} {fill_of(inside)} 0.9 w {box} B"
    tick = f"{stroke_of(WHITE)} 1.3 w 1 J 1 j 2.5 5.2 m 4.4 3.2 l 8 7.4 l S"
    return f"{drawn} {tick}" if ticked else drawn
