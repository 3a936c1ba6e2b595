"""A chart, drawn once: as a picture for the window, and as one piece of a paper.

Every mark of it also has its words, for the keyboard and for a screen reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartLook:
    """The colours a chart is drawn in, as #RRGGBB, and the family of its letters."""

    ink: str
    quiet: str
    rule: str
    edge: str
    accent: str
    surface: str
    soft: str
    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartMark:
    """One mark: where it stands from the top left, what it says, and what it is about."""

    x: float
    y: float
    width: float
    height: float
    said: str
    about: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One chart as SVG, with its marks in reading order."""

    title: str
    said: str
    width: float
    height: float
    svg: bytes
    marks: tuple[ChartMark, ...]
