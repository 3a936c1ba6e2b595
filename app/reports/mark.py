"""Things that are drawn, never typed: code tags, tick boxes, writing lines, air."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.language import _
from app.reports.ink import ACCENT, INK, STRONG_RULE, WHITE
from app.reports.piece import Piece, Words
from app.reports.tagging import Role, TaggedCanvas
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
        return printable(self.code)

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
            canvas.saveState()
            canvas.setLineWidth(0.75)
            canvas.setStrokeColor(STRONG_RULE)
            canvas.setDash(2, 1.5)
            tall = self.size * 1.44
            canvas.roundRect(x, foot - 0.42 * self.size, self.natural, tall, 4.5)
            canvas.restoreState()
        with canvas.read_as(Role.TEXT):
            self._draw_letters(canvas, x, foot)

    def _draw_letters(self, canvas: TaggedCanvas, x: float, foot: float) -> None:
        letters = canvas.beginText(x + self._pad, foot)
        letters.setFont(STRONG, self.size)
        letters.setFillColor(INK)
        letters.setCharSpace(self._spacing)
        letters.textOut(self.said)
        letters.setCharSpace(0)
        canvas.drawText(letters)


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
        with canvas.read_as(Role.PICTURE, _("ticked") if self.ticked else _("not ticked")):
            _draw_box(canvas, left, top - self.line / 2 - _TICK_SIDE / 2 - 0.4, ticked=self.ticked)
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
        foot = top - self.tall + 1
        with canvas.unread():
            canvas.setLineWidth(0.75)
            canvas.setStrokeColor(STRONG_RULE)
            canvas.line(x, foot, x + min(width, self.wide), foot)


def _draw_box(canvas: TaggedCanvas, x: float, foot: float, *, ticked: bool) -> None:
    canvas.saveState()
    canvas.setLineWidth(0.9)
    canvas.setStrokeColor(ACCENT if ticked else STRONG_RULE)
    canvas.setFillColor(ACCENT if ticked else WHITE)
    canvas.roundRect(x, foot, _TICK_SIDE, _TICK_SIDE, 2.2, stroke=1, fill=1)
    if ticked:
        _draw_tick(canvas, x, foot)
    canvas.restoreState()


def _draw_tick(canvas: TaggedCanvas, x: float, foot: float) -> None:
    canvas.setStrokeColor(WHITE)
    canvas.setLineWidth(1.3)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    tick = canvas.beginPath()
    tick.moveTo(x + 2.5, foot + 5.2)
    tick.lineTo(x + 4.4, foot + 3.2)
    tick.lineTo(x + 8.0, foot + 7.4)
    canvas.drawPath(tick, stroke=1, fill=0)
