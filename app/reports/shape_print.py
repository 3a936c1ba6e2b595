"""Printing the shapes of a chart on a page, in the format's own words.

ReportLab can print a drawing as well, but takes as long for it as for all the rest of a sheet.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor

from app.reports.ink import fill_of, stroke_of
from app.reports.mark import rounded
from app.reports.shape import DASHES, RADIUS, THICK, Letters, Rectangle, Ring, Shape, Stroke
from app.reports.tagging import TaggedCanvas
from app.reports.typeface import REGULAR, STRONG, width_of

_SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}
_DASHED = f"[{DASHES[0]} {DASHES[1]}] 0 d"


def print_shapes(
    canvas: TaggedCanvas, shapes: Iterable[Shape], x: float, top: float, scale: float
) -> None:
    """Print `shapes` with their top left corner at `x`, `top`."""
    for shape in shapes:
        if isinstance(shape, Letters):
            _write(canvas, shape, x, top, scale)
        else:
            left, upper, drawing = _drawing(shape)
            place = f"{scale:g} 0 0 {scale:g} 0 0 cm {drawing}"
            canvas.stamp(x + left * scale, top - upper * scale, place)


def _write(canvas: TaggedCanvas, letters: Letters, x: float, top: float, scale: float) -> None:
    size = letters.size * scale
    wide = width_of(letters.words, strong=letters.strong, size=size)
    left = x + letters.at[0] * scale - wide * _SHARES[letters.anchor]
    with canvas.writing(fill_of(_ink(letters.colour))):
        font = STRONG if letters.strong else REGULAR
        canvas.write(letters.words, font, size, left, top - letters.at[1] * scale)


def _drawing(shape: Stroke | Rectangle | Ring) -> tuple[float, float, str]:
    """Return where a shape stands, and how it is drawn from there."""
    if isinstance(shape, Rectangle):
        return shape.x, shape.y + shape.tall, _box(shape)
    if isinstance(shape, Ring):
        wide = 2 * RADIUS
        colours = f"{fill_of(_ink(shape.fill))} {stroke_of(_ink(shape.edge))} {THICK:g} w"
        circle = rounded(wide, wide, RADIUS)
        return shape.at[0] - RADIUS, shape.at[1] + RADIUS, f"{colours} {circle} B"
    first, *others = [f"{x:.2f} {-y:.2f}" for x, y in shape.points]
    path = " ".join((f"{first} m", *(f"{point} l" for point in others)))
    ends = "1 j 1 J " if len(others) > 1 else ""
    return 0, 0, f"{ends}{stroke_of(_ink(shape.colour))} {shape.thick:g} w {path} S"


def _box(box: Rectangle) -> str:
    parts = []
    if box.fill:
        parts.append(fill_of(_ink(box.fill)))
    if box.edge:
        parts.append(f"{stroke_of(_ink(box.edge))} 1 w")
    if box.dashed:
        parts.append(_DASHED)
    radius = min(box.radius, box.wide / 2, box.tall / 2)
    square = f"0 0 {box.wide:.2f} {box.tall:.2f} re"
    parts.append(rounded(box.wide, box.tall, radius) if radius else square)
    both = "B" if box.edge else "f"
    parts.append(both if box.fill else "S")
    return " ".join(parts)


@cache
def _ink(colour: str) -> Any:
    return HexColor(colour)
