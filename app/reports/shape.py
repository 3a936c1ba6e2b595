"""The shapes a chart is made of, before it is painted in a window or printed.

Places are counted from the top left.
"""

from __future__ import annotations

from typing import NamedTuple

Point = tuple[float, float]


class Stroke(NamedTuple):
    """A line through points."""

    points: tuple[Point, ...]
    colour: str
    thick: float


class Rectangle(NamedTuple):
    """A box whose top left corner is at `x`, `y`."""

    x: float
    y: float
    wide: float
    tall: float
    fill: str | None
    edge: str | None
    radius: float
    dashed: bool


class Ring(NamedTuple):
    """A ring around a point."""

    at: Point
    fill: str
    edge: str


class Letters(NamedTuple):
    """One line of words; `anchor` says whether it begins, ends, or has its middle at `at`."""

    at: Point
    words: str
    size: float
    strong: bool
    colour: str
    anchor: str


Shape = Stroke | Rectangle | Ring | Letters
RADIUS = 4.5  # of a ring
THICK = 2.0  # a ring's line
DASHES = (4, 3)
