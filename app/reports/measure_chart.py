"""The charts of the measures: each number is printed at its mark, and nothing is added up.

What was not asked has no mark: blank is not 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.chart import Chart, ChartLook, ChartMark
from app.domain.language import _
from app.domain.measure import MOST, SCALE_LABELS, MeasureRow, Scale
from app.domain.measure_chart import MeasureView
from app.domain.words import long_day, quoted, short_day
from app.reports.in_place_chart import in_place_picture
from app.reports.plot import (
    ABOVE,
    FOOT,
    LEFT,
    LINE,
    Picture,
    chart_of,
    draw_days,
    draw_scale,
    slot_of,
    slots_in,
)
from app.reports.shape import Point
from app.reports.sketch import SIZE, Sketch, wrapped
from app.reports.week_chart import hours_picture, weeks_of

ABILITY = 76.0  # the height of each plot
STRIP = 36.0
BETWEEN = 10.0
_STRIPS = (Scale.ENERGY, Scale.CONCENTRATION, Scale.CONFIDENCE)


def charts(view: MeasureView, look: ChartLook, width: float) -> tuple[Chart, ...]:
    """Return the charts that have something to show, for a window."""
    return tuple(chart_of(picture) for picture in pictures(view, look, width))


def pictures(view: MeasureView, look: ChartLook, width: float) -> Iterator[Picture]:
    """Yield the charts that have something to show, in their order."""
    slots = slots_in(width)
    asked = [row for row in view.rows if row.facts.work_ability is not None][-slots:]
    if asked:
        yield _ability(asked, look, width)
    if weeks := weeks_of(view, slots):
        yield hours_picture(weeks, view.today, look, width)
    strips = [row for row in view.rows if any(_is_asked(row, scale) for scale in _STRIPS)][-slots:]
    if strips:
        yield _strips(strips, look, width)
    seen = [row for row in view.rows if row.facts.adjustments][-slots:]
    if seen:
        yield in_place_picture(seen, look, width)


def _ability(rows: Sequence[MeasureRow], look: ChartLook, width: float) -> Picture:
    told = next((row.facts for row in reversed(rows) if row.facts.sentence), None)
    said = f"{short_day(told.day)}: {quoted(told.sentence)}" if told else ""
    lines = wrapped(said, width - LEFT) if said else []
    foot = ABOVE + ABILITY
    sketch = Sketch(look, width, foot + FOOT + LINE * len(lines) + (4 if lines else 0))
    draw_scale(sketch, ABOVE, ABILITY, (0, MOST // 2, MOST))
    marks = _draw_line(sketch, rows, Scale.WORK_ABILITY, ABOVE, ABILITY)
    draw_days(sketch, [row.facts.day for row in rows], foot + 16)
    for place, words in enumerate(lines):
        sketch.text((LEFT, foot + FOOT + LINE * (place + 1) - 2), words, colour=look.ink)
    title = _("{scale}, 0–10").format(scale=_(SCALE_LABELS[Scale.WORK_ABILITY]))
    return Picture(title=title, sketch=sketch, marks=tuple(marks))


def _strips(rows: Sequence[MeasureRow], look: ChartLook, width: float) -> Picture:
    scales = [scale for scale in _STRIPS if any(_is_asked(row, scale) for row in rows)]
    tall = LINE + ABOVE + STRIP + BETWEEN
    sketch = Sketch(look, width, tall * len(scales) + FOOT)
    marks: list[ChartMark] = []
    for place, scale in enumerate(scales):
        top = place * tall
        sketch.text((0, top + 11), _(SCALE_LABELS[scale]), size=SIZE, colour=look.ink)
        draw_scale(sketch, top + LINE + ABOVE, STRIP, (0, MOST))
        marks += _draw_line(sketch, rows, scale, top + LINE + ABOVE, STRIP)
    draw_days(sketch, [row.facts.day for row in rows], tall * len(scales) + 8)
    # i18n: Danish: »Borgerens egne tal, 0–10«
    return Picture(title=_("Own numbers, 0–10"), sketch=sketch, marks=tuple(marks))


def _draw_line(
    sketch: Sketch, rows: Sequence[MeasureRow], scale: Scale, top: float, tall: float
) -> Iterator[ChartMark]:
    """Draw the numbers of one scale as a line, and yield a mark for each."""
    look, slot = sketch.look, slot_of(sketch.width, len(rows))
    points: list[tuple[Point, int, MeasureRow]] = []
    for place, row in enumerate(rows):
        value = row.facts.at(scale)
        if value is not None:
            y = top + tall * (1 - value / MOST)
            points.append(((LEFT + slot * (place + 0.5), y), value, row))
    if len(points) > 1:
        sketch.path([at for at, _value, _row in points], look.accent)
    for at, value, row in points:
        sketch.dot(at, fill=look.surface, edge=look.accent)
        sketch.number((at[0], at[1] - 9), str(value))
        said = _said_point(scale, value, row)
        yield ChartMark(
            x=at[0] - slot / 2,
            y=top - ABOVE,
            width=slot,
            height=tall + ABOVE + 4,
            said=said,
            about=row.id,
        )


def _said_point(scale: Scale, value: int, row: MeasureRow) -> str:
    said = _("{scale}: {value} of {most}, {day}").format(
        scale=_(SCALE_LABELS[scale]), value=value, most=MOST, day=long_day(row.facts.day)
    )
    sentence = row.facts.sentence if scale is Scale.WORK_ABILITY else ""
    return f"{said}. {quoted(sentence)}" if sentence else said


def _is_asked(row: MeasureRow, scale: Scale) -> bool:
    return row.facts.at(scale) is not None
