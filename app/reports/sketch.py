"""Drawing a chart once, in ReportLab's shapes: shown in a window as SVG, printed as it is.

Places are counted from the top left, as in a window. Letters are those of the papers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from reportlab.graphics import renderSVG
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import simpleSplit

from app.domain.chart import ChartLook
from app.reports.shape import Letters, Point, Rectangle, Ring, Shape, Stroke
from app.reports.shape_draw import drawn
from app.reports.typeface import REGULAR, STRONG, load_typeface, printable, width_of

SIZE = 12.0
SMALL = 11.0
_SVG = "http://www.w3.org/2000/svg"
_ELIDED = "…"
_WEIGHTS = {REGULAR: 400, STRONG: 600}


class Sketch:
    """One drawing of a width and a height, in the colours of `look`."""

    def __init__(self, look: ChartLook, width: float, height: float) -> None:
        load_typeface()
        self.look, self.width, self.height = look, width, height
        self.words: list[str] = []  # everything written, in the order it was
        self.shapes: list[Shape] = []

    def line(self, start: Point, end: Point, colour: str, *, thick: float = 1.0) -> None:
        """Draw a straight line."""
        self.shapes.append(Stroke((start, end), colour, thick))

    def path(self, points: Sequence[Point], colour: str, *, thick: float = 2.0) -> None:
        """Draw a line through `points`."""
        self.shapes.append(Stroke(tuple(points), colour, thick))

    def box(
        self,
        x: float,
        y: float,
        wide: float,
        tall: float,
        *,
        fill: str | None = None,
        edge: str | None = None,
        radius: float = 2.0,
        dashed: bool = False,
    ) -> None:
        """Draw a box whose top left corner is at `x`, `y`."""
        self.shapes.append(Rectangle(x, y, wide, tall, fill, edge, radius, dashed))

    def dot(self, at: Point, *, fill: str, edge: str) -> None:
        """Draw a ring."""
        self.shapes.append(Ring(at, fill, edge))

    def text(
        self,
        at: Point,
        words: str,
        *,
        size: float = SMALL,
        strong: bool = False,
        colour: str = "",
        anchor: str = "start",
    ) -> None:
        """Write one line whose letters stand on the height of `at`."""
        said = printable(words)
        self.words.append(said)
        self.shapes.append(Letters(at, said, size, strong, colour or self.look.quiet, anchor))

    def number(self, at: Point, words: str) -> None:
        """Write a number in the middle above a mark; the lines of the scale end at it."""
        wide = width_of(printable(words), strong=True, size=SIZE) + 4
        self.box(at[0] - wide / 2, at[1] - 11, wide, 13, fill=self.look.surface, radius=0)
        self.text(at, words, size=SIZE, strong=True, colour=self.look.ink, anchor="middle")

    def svg(self) -> bytes:
        """Return the drawing as SVG that Qt can paint, in the letters of the window."""
        drawing = drawn(self.shapes, self.width, self.height)
        root = ElementTree.fromstring(renderSVG.drawToString(drawing))  # noqa: S314 -- ours
        ElementTree.register_namespace("", _SVG)
        for parent in list(root.iter()):
            for child in list(parent):
                # Qt paints a clip path as a black box.
                if child.tag in (f"{{{_SVG}}}clipPath", f"{{{_SVG}}}title", f"{{{_SVG}}}desc"):
                    parent.remove(child)
            if style := parent.get("style"):
                parent.set("style", self._restyled(style))
        return bytes(ElementTree.tostring(root, encoding="utf-8"))

    def _restyled(self, style: str) -> str:
        """Return the style with exact colours, and the family and weight of the letters."""
        style = re.sub(r"clip-path:[^;]*;?", "", style).replace("fill: None", "fill: none")
        for name, weight in _WEIGHTS.items():
            family = f"font-family: {self.look.family}; font-weight: {weight};"
            style = re.sub(rf"font-family: {name};", family, style)
        for colour in _colours(self.look):
            style = style.replace(_percent(colour), colour)
        return style


def wrapped(words: str, width: float, *, size: float = SMALL) -> list[str]:
    """Return `words` in lines that are no wider than `width`."""
    load_typeface()
    return list(simpleSplit(printable(words), REGULAR, size, width))


def elided(words: str, width: float, *, size: float = SMALL, strong: bool = False) -> str:
    """Return `words`, cut with … where they are wider than `width`."""
    words = printable(words)
    if width_of(words, strong=strong, size=size) <= width:
        return words
    while words and width_of(words + _ELIDED, strong=strong, size=size) > width:
        words = words[:-1]
    return words.rstrip() + _ELIDED


def _colours(look: ChartLook) -> tuple[str, ...]:
    return (look.ink, look.quiet, look.rule, look.edge, look.accent, look.surface, look.soft)


def _percent(colour: str) -> str:
    """Return the colour as ReportLab writes it, in rounded hundredths."""
    made = HexColor(colour)
    red, green, blue = (int(part * 100) for part in (made.red, made.green, made.blue))
    return f"rgb({red}%,{green}%,{blue}%)"
