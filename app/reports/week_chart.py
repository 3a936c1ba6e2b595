"""The chart of hours per week: agreed in outline, worked filled, both printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from app.domain.chart import ChartLook, ChartMark
from app.domain.days import monday_of
from app.domain.hours_ladder import mondays_of, worked_by_week
from app.domain.language import _
from app.domain.measure import MeasureRow
from app.domain.measure_chart import MeasureView
from app.domain.words import hours, number, week
from app.reports.plot import ABOVE, FOOT, LEFT, LINE, Picture, draw_scale, slot_of
from app.reports.sketch import Sketch

HOURS = 76.0
BAR = 28.0
LEAST_HIGHEST = 10.0
AHEAD = timedelta(weeks=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week: the hours agreed and the hours worked, as far as they are known."""

    monday: date
    planned: float | None
    worked: float | None
    row: MeasureRow | None


def weeks_of(view: MeasureView, most: int) -> list[Week]:
    """Return the last weeks of which hours are known, without a gap; of those ahead two."""
    known = {monday_of(row.facts.day) for row in view.rows if _has_hours(row)}
    planned = {
        monday: step.hours for step in view.steps for monday in mondays_of(step.first, step.last)
    }
    ahead = monday_of(view.today) + AHEAD
    found = sorted(known | {monday for monday in planned if monday <= ahead})
    if not found:
        return []
    span = mondays_of(found[0], found[-1])[-most:]
    worked = worked_by_week((row.facts.day, row.facts.worked_hours) for row in view.rows)
    return [_week(monday, planned.get(monday), worked.get(monday), view.rows) for monday in span]


def hours_picture(weeks: Sequence[Week], today: date, look: ChartLook, width: float) -> Picture:
    """Return the chart: a bar for each week, over a common scale."""
    known = [value for one in weeks for value in (one.planned, one.worked) if value is not None]
    highest = max(LEAST_HIGHEST, ceil(max(known) / 10) * 10.0)
    top = LINE + 4 + ABOVE
    sketch = Sketch(look, width, top + HOURS + FOOT)
    draw_legend(sketch, fill=look.surface, edge=look.edge)
    draw_scale(sketch, top, HOURS, (0, highest / 2, highest))
    slot = slot_of(width, len(weeks))
    foot = top + HOURS
    sketch.text((0, foot + 16), _("Week"))
    marks = []
    for place, one in enumerate(weeks):
        x = LEFT + slot * (place + 0.5)
        _draw_week(sketch, one, x, foot, HOURS / highest)
        now = one.monday == monday_of(today)
        label = str(one.monday.isocalendar().week)
        colour = look.accent if now else look.quiet
        sketch.text((x, foot + 16), label, strong=now, colour=colour, anchor="middle")
        said = said_hours(_upper_first(week(one.monday)), one.planned, one.worked)
        about = one.row.id if one.row else None
        marks.append(
            ChartMark(
                x=x - slot / 2,
                y=top - ABOVE,
                width=slot,
                height=HOURS + ABOVE + FOOT,
                said=said,
                about=about,
            )
        )
    return Picture(title=_("Hours per week"), sketch=sketch, marks=tuple(marks))


def draw_legend(sketch: Sketch, *, fill: str, edge: str) -> None:
    """Draw what an outline in these colours and what is filled mean, at the top."""
    look = sketch.look
    sketch.box(LEFT, 2, 11, 11, fill=fill, edge=edge)
    sketch.text((LEFT + 17, 12), _("Agreed"))
    sketch.box(LEFT + 78, 2, 11, 11, fill=look.accent)
    sketch.text((LEFT + 95, 12), _("Worked"))


def said_hours(label: str, planned: float | None, worked: float | None) -> str:
    """Return in words what is known of the hours of a week."""
    parts = []
    if worked is not None:
        parts.append(_("worked {hours}").format(hours=hours(worked)))
    if planned is not None:
        parts.append(_("agreed {hours}").format(hours=hours(planned)))
    said = ", ".join(parts) or _("nothing is known")
    return _("{week}: {said}").format(week=label, said=said)


def _week(
    monday: date, planned: float | None, worked: float | None, rows: Sequence[MeasureRow]
) -> Week:
    of_week = [row for row in rows if monday_of(row.facts.day) == monday and _has_hours(row)]
    for row in reversed(of_week):
        if row.facts.planned_hours is not None:
            planned = row.facts.planned_hours
            break
    return Week(
        monday=monday,
        planned=planned,
        worked=worked,
        row=of_week[-1] if of_week else None,
    )


def _draw_week(sketch: Sketch, one: Week, x: float, foot: float, per_hour: float) -> None:
    look = sketch.look
    high = max(one.planned or 0, one.worked or 0) * per_hour
    if one.planned is not None:
        tall = max(one.planned * per_hour, 1)
        sketch.box(x - BAR / 2, foot - tall, BAR, tall, fill=look.surface, edge=look.edge)
    if one.worked:
        tall = one.worked * per_hour
        sketch.box(x - BAR / 2 + 4, foot - tall, BAR - 8, tall, fill=look.accent, radius=1.5)
    values = [value for value in (one.worked, one.planned) if value is not None]
    if values:
        words = "/".join(number(value) for value in values)
        sketch.number((x, foot - high - 5), words)


def _has_hours(row: MeasureRow) -> bool:
    return row.facts.worked_hours is not None or row.facts.planned_hours is not None


def _upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]
