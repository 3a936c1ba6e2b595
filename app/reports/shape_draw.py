"""The shapes of a chart as a drawing of ReportLab's, from which it makes the SVG for a window."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, Rect, String
from reportlab.lib.colors import HexColor

from app.reports.shape import DASHES, RADIUS, THICK, Letters, Rectangle, Ring, Shape, Stroke
from app.reports.typeface import REGULAR, STRONG

_ENDS = 2  # points of a straight line


def drawn(shapes: Iterable[Shape], width: float, height: float) -> Any:
    """Return `shapes` as a drawing, whose places are counted from the foot."""
    drawing: Any = Drawing(width, height, initialFontName=REGULAR)
    for shape in shapes:
        drawing.add(_shape(shape, height))
    return drawing


def _shape(shape: Shape, height: float) -> Any:
    if isinstance(shape, Rectangle):
        return _box(shape, height)
    if isinstance(shape, Ring):
        x, y = shape.at
        colours = {"fillColor": HexColor(shape.fill), "strokeColor": HexColor(shape.edge)}
        return Circle(x, height - y, RADIUS, strokeWidth=THICK, **colours)
    if isinstance(shape, Letters):
        return _letters(shape, height)
    return _stroke(shape, height)


def _stroke(shape: Stroke, height: float) -> Any:
    flat = [place for x, y in shape.points for place in (x, height - y)]
    look = {"strokeColor": HexColor(shape.colour), "strokeWidth": shape.thick}
    if len(shape.points) == _ENDS:
        return Line(*flat, **look)
    return PolyLine(flat, fillColor=None, strokeLineJoin=1, strokeLineCap=1, **look)


def _box(box: Rectangle, height: float) -> Any:
    return Rect(
        box.x,
        height - box.y - box.tall,
        box.wide,
        box.tall,
        rx=box.radius,
        ry=box.radius,
        fillColor=HexColor(box.fill) if box.fill else None,
        strokeColor=HexColor(box.edge) if box.edge else None,
        strokeWidth=1,
        strokeDashArray=list(DASHES) if box.dashed else None,
    )


def _letters(letters: Letters, height: float) -> Any:
    x, y = letters.at
    return String(
        x,
        height - y,
        letters.words,
        fontName=STRONG if letters.strong else REGULAR,
        fontSize=letters.size,
        fillColor=HexColor(letters.colour),
        textAnchor=letters.anchor,
    )
