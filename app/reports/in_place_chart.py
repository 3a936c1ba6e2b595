"""The chart of adjustments: which of them were really there, by shape and not by colour alone."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.chart import ChartLook, ChartMark
from app.domain.language import _
from app.domain.measure import IN_PLACE_LABELS, InPlace, MeasureRow
from app.domain.words import long_day
from app.reports.plot import FOOT, LEFT, LINE, Picture, draw_days, slot_of
from app.reports.sketch import SIZE, Sketch, elided

TICK = 14.0
LEGEND = 108.0


def in_place_picture(rows: Sequence[MeasureRow], look: ChartLook, width: float) -> Picture:
    """Return the chart: a line for each adjustment, a mark for each day it was asked about."""
    asked: dict[str, None] = {}  # in the order of the newest measure
    for row in reversed(rows):
        asked.update(dict.fromkeys(one.adjustment for one in row.facts.adjustments))
    tall = LINE + TICK + 10
    sketch = Sketch(look, width, tall * len(asked) + FOOT + LINE + 6)
    slot = slot_of(width, len(rows))
    marks = []
    for line, adjustment in enumerate(asked):
        top = line * tall
        words = elided(adjustment, width, size=SIZE)
        sketch.text((0, top + 11), words, size=SIZE, colour=look.ink)
        for place, row in enumerate(rows):
            state = _state(row, adjustment)
            if state is None:
                continue
            x = LEFT + slot * (place + 0.5)
            _draw_state(sketch, state, x - TICK / 2, top + LINE + 2)
            said = _("{adjustment}: {state}, {day}").format(
                adjustment=adjustment,
                state=_(IN_PLACE_LABELS[state]).lower(),
                day=long_day(row.facts.day),
            )
            marks.append(
                ChartMark(
                    x=x - slot / 2,
                    y=top + LINE - 2,
                    width=slot,
                    height=TICK + 8,
                    said=said,
                    about=row.id,
                )
            )
    draw_days(sketch, [row.facts.day for row in rows], tall * len(asked) + 12)
    _draw_legend(sketch, tall * len(asked) + 22)
    title = _("Adjustments in place")
    return Picture(title=title, sketch=sketch, marks=tuple(marks))


def _draw_state(sketch: Sketch, state: InPlace, x: float, y: float) -> None:
    """Draw whether an adjustment was there: a full box with a tick, half a box, an empty one with
    a cross."""
    look = sketch.look
    if state is InPlace.YES:
        sketch.box(x, y, TICK, TICK, fill=look.accent, edge=look.accent)
        tick = [(x + 3.2, y + 7.4), (x + 6, y + 10), (x + 10.8, y + 4.4)]
        sketch.path(tick, look.surface, thick=1.8)
        return
    sketch.box(x, y, TICK, TICK, fill=look.surface, edge=look.edge)
    if state is InPlace.PARTLY:
        sketch.box(x + 1, y + TICK / 2, TICK - 2, TICK / 2 - 1, fill=look.accent, radius=1)
        return
    sketch.path([(x + 4, y + 4), (x + 10, y + 10)], look.quiet, thick=1.6)
    sketch.path([(x + 4, y + 10), (x + 10, y + 4)], look.quiet, thick=1.6)


def _draw_legend(sketch: Sketch, top: float) -> None:
    x = LEFT
    for state, label in IN_PLACE_LABELS.items():
        _draw_state(sketch, state, x, top)
        sketch.text((x + TICK + 6, top + 11), _(label))
        x += LEGEND


def _state(row: MeasureRow, adjustment: str) -> InPlace | None:
    for one in row.facts.adjustments:
        if one.adjustment == adjustment:
            return one.in_place
    return None
