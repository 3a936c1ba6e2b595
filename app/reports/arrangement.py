"""Pieces one above the other, side by side, or in a frame."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from typing import Any

from app.reports.ink import fill_of, stroke_of
from app.reports.mark import Air, rounded
from app.reports.piece import Piece
from app.reports.tagging import TaggedCanvas
from app.reports.tags import Role


@dataclass(frozen=True, slots=True)
class Stack:
    """Pieces one above the other."""

    pieces: tuple[Piece, ...]

    @property
    def said(self) -> str:
        """The words of all the pieces."""
        return "\n".join(piece.said for piece in self.pieces if piece.said)

    @property
    def natural(self) -> float:
        """The width of the widest piece."""
        return max((piece.natural for piece in self.pieces), default=0.0)

    @property
    def longest(self) -> float:
        """The longest word of all the pieces."""
        return max((piece.longest for piece in self.pieces), default=0.0)

    def height(self, width: float) -> float:
        """Return the heights together."""
        return sum(piece.height(width) for piece in self.pieces)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """Draw the pieces from `top` downwards."""
        for piece in self.pieces:
            tall = piece.height(width)
            piece.draw(canvas, x, top, width, tall)
            top -= tall

    def split(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Return the pieces that fit and the rest; the one at the edge is divided if it can be."""
        fitting: list[Piece] = []
        for place, piece in enumerate(self.pieces):
            tall = piece.height(width)
            if tall > height:
                parts = piece.split(width, height)
                before = (parts[0],) if parts else ()
                after = (parts[1],) if parts else (piece,)
                if not fitting and not before:
                    return None
                return Stack((*fitting, *before)), Stack((*after, *self.pieces[place + 1 :]))
            fitting.append(piece)
            height -= tall
        return None


@dataclass(frozen=True, slots=True)
class Cell:
    """One piece and its place, measured from the left edge of what it stands in; as the cell of a
    table it has a `role` and may `span` columns. Divided, it stays one `whole`."""

    piece: Piece
    x: float
    width: float
    role: Role | None = None
    span: int = 1
    whole: object = field(default_factory=object, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Across:
    """Pieces side by side, each in its place; all get the height of the tallest."""

    cells: tuple[Cell, ...]

    @property
    def said(self) -> str:
        """The words of all the cells."""
        return "\n".join(cell.piece.said for cell in self.cells if cell.piece.said)

    @property
    def natural(self) -> float:
        """Where the last cell ends."""
        return max((cell.x + cell.width for cell in self.cells), default=0.0)

    @property
    def longest(self) -> float:
        """Where the last cell ends: the places are fixed."""
        return self.natural

    def height(self, width: float) -> float:
        """Return the height of the tallest cell."""
        return max((cell.piece.height(cell.width) for cell in self.cells), default=0.0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """Draw the cells."""
        for cell in self.cells:
            with (
                canvas.group(cell.role, of=cell.whole, span=cell.span)
                if cell.role
                else nullcontext()
            ):
                cell.piece.draw(canvas, x + cell.x, top, cell.width, height)

    def split(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Return every cell divided at the same height, or None if one cannot be."""
        firsts: list[Cell] = []
        rests: list[Cell] = []
        for cell in self.cells:
            fits = cell.piece.height(cell.width) <= height
            parts = (cell.piece, Air()) if fits else cell.piece.split(cell.width, height)
            if parts is None:
                return None
            firsts.append(replace(cell, piece=parts[0]))
            rests.append(replace(cell, piece=parts[1]))
        return replace(self, cells=tuple(firsts)), replace(self, cells=tuple(rests))


@dataclass(frozen=True, slots=True)
class Box:
    """A piece in a rounded frame, which fills the room it is given."""

    piece: Piece
    edge: Any
    fill: Any
    pad: float = 11.0

    @property
    def said(self) -> str:
        """The words inside."""
        return self.piece.said

    @property
    def natural(self) -> float:
        """The width inside, and the frame."""
        return self.piece.natural + 2 * self.pad

    @property
    def longest(self) -> float:
        """The longest word inside, and the frame."""
        return self.piece.longest + 2 * self.pad

    def height(self, width: float) -> float:
        """Return the height inside, and the frame."""
        return self.piece.height(width - 2 * self.pad) + 2 * self.pad - 3

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """Draw the frame, then what is inside."""
        with canvas.unread():
            self._draw_frame(canvas, x, top - height, width, height)
        inner = width - 2 * self.pad
        self.piece.draw(canvas, x + self.pad, top - self.pad + 1, inner, self.piece.height(inner))

    def split(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Return two boxes."""
        parts = self.piece.split(width - 2 * self.pad, height - 2 * self.pad)
        if parts is None:
            return None
        first, rest = parts
        return Box(first, self.edge, self.fill, self.pad), Box(rest, self.edge, self.fill, self.pad)

    def _draw_frame(
        self, canvas: TaggedCanvas, x: float, foot: float, width: float, height: float
    ) -> None:
        frame = rounded(width, height, 4.5)
        canvas.stamp(x, foot, f"{stroke_of(self.edge)} {fill_of(self.fill)} 0.75 w {frame} B")


@dataclass(frozen=True, slots=True)
class Told:
    """A piece that is read as one `role`, with what it holds as parts of that."""

    piece: Piece
    role: Role
    whole: object = field(default_factory=object, compare=False, repr=False)

    @property
    def said(self) -> str:
        """The words inside."""
        return self.piece.said

    @property
    def natural(self) -> float:
        """The width inside."""
        return self.piece.natural

    @property
    def longest(self) -> float:
        """The longest word inside."""
        return self.piece.longest

    def height(self, width: float) -> float:
        """Return the height inside."""
        return self.piece.height(width)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """Draw what is inside."""
        with canvas.group(self.role, of=self.whole):
            self.piece.draw(canvas, x, top, width, height)

    def split(self, width: float, height: float) -> tuple[Piece, Piece] | None:
        """Return two parts of the same whole."""
        parts = self.piece.split(width, height)
        return (replace(self, piece=parts[0]), replace(self, piece=parts[1])) if parts else None
