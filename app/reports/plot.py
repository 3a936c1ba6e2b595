"""What the charts of the measures share: a picture with its marks, the scale at the left, the days
beneath."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.chart import Chart, ChartMark
from app.domain.words import number, short_day
from app.reports.sketch import Sketch

LEFT, RIGHT = 30.0, 8.0
SLOT = 44.0  # the least width of a mark with its date
WIDEST_SLOT = 64.0
LINE = 15.0
ABOVE = 20.0  # room for a number above the highest mark
FOOT = 20.0  # room for what stands beneath


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One chart before it is shown or printed."""

    title: str
    sketch: Sketch
    marks: tuple[ChartMark, ...]

    @property
    def said(self) -> str:
        """Every mark in words, one a line."""
        return "\n".join(mark.said for mark in self.marks)


def chart_of(picture: Picture) -> Chart:
    """Return the picture as a window shows it."""
    return Chart(
        title=picture.title,
        said=picture.said,
        width=picture.sketch.width,
        height=picture.sketch.height,
        svg=picture.sketch.svg(),
        marks=picture.marks,
    )


def slots_in(width: float) -> int:
    """Return how many marks stand beside each other in `width`."""
    return max(1, int((width - LEFT - RIGHT) / SLOT))


def slot_of(width: float, count: int) -> float:
    """Return the width of each of `count` marks."""
    return min((width - LEFT - RIGHT) / count, WIDEST_SLOT)


def draw_scale(
    sketch: Sketch,
    top: float,
    tall: float,
    values: Sequence[float],
    write: Callable[[float], str] = number,
) -> None:
    """Draw a line and its number for each of `values`, of which the last is the highest."""
    look = sketch.look
    for value in values:
        y = top + tall * (1 - value / values[-1])
        colour = look.edge if value == 0 else look.rule
        sketch.line((LEFT, y), (sketch.width - RIGHT, y), colour)
        sketch.text((LEFT - 8, y + 4), write(value), anchor="end")


def draw_days(sketch: Sketch, days: Sequence[date], y: float) -> None:
    """Write the day beneath each mark."""
    slot = slot_of(sketch.width, len(days))
    for place, day in enumerate(days):
        sketch.text((LEFT + slot * (place + 0.5), y), short_day(day), anchor="middle")
