"""A chart as a piece of a paper: the very shapes that a window shows."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.chart import ChartLook
from app.reports.mark import Solid
from app.reports.plot import Picture
from app.reports.shape_print import print_shapes
from app.reports.tagging import TaggedCanvas
from app.reports.tags import Role
from app.reports.typeface import printable

SCALE = 0.85  # letters of 11 and 12 px are a little over 9 and 10 points
PAPER = ChartLook(
    ink="#12232b",
    quiet="#3e5058",
    rule="#d2dbda",
    edge="#74858a",
    accent="#0b5568",
    surface="#ffffff",
    soft="#d9ebef",
    family="",
)


@dataclass(frozen=True, slots=True)
class ChartPiece(Solid):
    """One chart as a piece of a paper."""

    picture: Picture

    @property
    def said(self) -> str:
        """The words written in the drawing."""
        return "\n".join(self.picture.sketch.words)

    def height(self, width: float) -> float:
        """Return the height of the drawing."""
        return self.picture.sketch.height * SCALE

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """Draw the very shapes that a window shows."""
        box = (x, top - self.height(width), x + width, top)
        with canvas.read_as(Role.PICTURE, printable(self.picture.said), box=box):
            print_shapes(canvas, self.picture.sketch.shapes, x, top, SCALE)
