"""The chart of the hours ladder: bars with the hours printed, those worked inside them, left open
after the review."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from app.domain.agreement import StepFacts
from app.domain.chart import Chart, ChartLook, ChartMark
from app.domain.hours_ladder import WorkedWeek, mondays_of, until_review
from app.domain.language import _
from app.domain.words import day_and_month, hours, number, week, weeks
from app.reports.plot import ABOVE, LEFT, LINE, RIGHT, Picture, chart_of, draw_scale
from app.reports.sketch import SIZE, Sketch, wrapped
from app.reports.typeface import printable, width_of
from app.reports.week_chart import draw_legend, said_hours

_ONE_BY_ONE, _ONE_BY_ONE_WORKED = 10, 26  # weeks
_BARS_IN_A_LINE = 8
_PLOT = 56.0
_GAP = 4.0
_SLOT, _WIDEST_SLOT = 62.0, 96.0
_LEAST_HIGHEST = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar; no hours means: left open, to be agreed."""

    label: str
    hours: float | None
    inside: str
    worked: float | None = None

    @property
    def said(self) -> str:
        """What the bar says."""
        if self.worked is not None:
            return said_hours(self.label, self.hours, self.worked)
        said = self.inside.replace(" \n", " ")
        return _("{week}: {said}").format(week=self.label, said=said)


def hours_charts(
    steps: Sequence[StepFacts],
    review_on: date | None,
    worked: Sequence[WorkedWeek],
    look: ChartLook,
    width: float,
) -> tuple[Chart, ...]:
    """Return the chart for a window, in as many lines as it needs."""
    return tuple(chart_of(one) for one in hours_pictures(steps, review_on, worked, look, width))


def hours_pictures(
    steps: Sequence[StepFacts],
    review_on: date | None,
    worked: Sequence[WorkedWeek],
    look: ChartLook,
    width: float,
) -> tuple[Picture, ...]:
    """Return the chart, in as many lines as it needs; none if there are no hours to show."""
    bars = bars_of(steps, review_on, worked)
    if not any(bar.hours is not None for bar in bars):
        return ()
    most = max(max(bar.hours or 0, bar.worked or 0) for bar in bars)
    highest = max(_LEAST_HIGHEST, ceil(most / 10) * 10.0)
    room = max(1, min(_BARS_IN_A_LINE, int((width - LEFT - RIGHT) / _SLOT)))
    slots = min(len(bars), room)
    lines = [bars[start : start + slots] for start in range(0, len(bars), slots)]
    slot = min((width - LEFT - RIGHT) / slots, _WIDEST_SLOT)
    return tuple(_picture(line, highest, slot, look, width) for line in lines)


def bars_of(
    steps: Sequence[StepFacts], review_on: date | None, worked: Sequence[WorkedWeek] = ()
) -> tuple[Bar, ...]:
    """Return one bar per week, or per step when there are many. What comes after the review is
    one open bar: it is not agreed yet, and would tell how long this is expected to last."""
    shown = until_review(steps, review_on)
    bars = _weekly(shown, worked) or tuple(_bar(one.first, one.last, one.hours) for one in shown)
    if not shown or review_on is None:
        return bars
    after = max(review_on, max(step.last for step in shown)) + timedelta(weeks=1)
    label = _("From {week}").format(week=week(after))
    agreed = _("To be agreed {day}")  # i18n: Danish: »Aftales 9. oktober«
    inside = agreed.format(day=f"\n{day_and_month(review_on)}")
    return (*bars, Bar(label=label, hours=None, inside=inside))


def _weekly(steps: Sequence[StepFacts], worked: Sequence[WorkedWeek]) -> tuple[Bar, ...]:
    """Return a bar per week, or nothing if a week has two steps or there are many weeks."""
    agreed = [(day, step.hours) for step in steps for day in mondays_of(step.first, step.last)]
    twice = len({monday for monday, _hours in agreed}) < len(agreed)
    if twice or len(agreed) > (_ONE_BY_ONE_WORKED if worked else _ONE_BY_ONE):
        return ()
    known = {one.monday: one.hours for one in worked}
    return tuple(_bar(monday, monday, then, known.get(monday)) for monday, then in agreed)


def _bar(first: date, last: date, agreed: float, worked: float | None = None) -> Bar:
    label = _upper_first(weeks(first, last))
    return Bar(label=label, hours=agreed, inside=hours(agreed), worked=worked)


def _picture(
    bars: Sequence[Bar], highest: float, slot: float, look: ChartLook, width: float
) -> Picture:
    labels = [wrapped(bar.label, slot - _GAP) for bar in bars]
    is_worked = any(bar.worked is not None for bar in bars)
    top = ABOVE + (LINE if is_worked else 0)
    foot = top + _PLOT
    sketch = Sketch(look, width, foot + LINE * max(map(len, labels)) + 4)
    if is_worked:
        draw_legend(sketch, fill=look.soft, edge=look.accent)
    draw_scale(sketch, top, _PLOT, (0, highest / 2, highest), _write_hours)
    marks = []
    for place, (bar, lines) in enumerate(zip(bars, labels, strict=True)):
        left = LEFT + slot * place
        _draw_bar(sketch, bar, (left + _GAP / 2, foot), slot - _GAP, _PLOT / highest)
        if bar.hours is None:
            _draw_open(sketch, bar, (left + _GAP / 2, top), slot - _GAP)
        _write_under(sketch, lines, left + slot / 2, foot)
        tall = sketch.height - top + ABOVE
        marks.append(ChartMark(x=left, y=top - ABOVE, width=slot, height=tall, said=bar.said))
    return Picture(title=_("Hours per week"), sketch=sketch, marks=tuple(marks))


def _draw_bar(
    sketch: Sketch, bar: Bar, at: tuple[float, float], wide: float, per_hour: float
) -> None:
    """Draw what is agreed, what is worked inside it, and the numbers; `at` is where it stands."""
    if bar.hours is None:
        return
    look, (x, foot) = sketch.look, at
    tall = max(bar.hours * per_hour, 1)
    sketch.box(x, foot - tall, wide, tall, fill=look.soft, edge=look.accent, radius=1)
    middle = x + wide / 2
    if bar.worked is None:
        words = bar.inside if _fits(bar.inside, wide) else number(bar.hours)
        if tall > SIZE + 4:
            at = (middle, foot - tall + 13)
            sketch.text(at, words, size=SIZE, strong=True, colour=look.ink, anchor="middle")
        else:
            sketch.number((middle, foot - tall - 5), words)
        return
    high = bar.worked * per_hour
    sketch.box(x + wide / 4, foot - high, wide / 2, high, fill=look.accent, radius=1)
    words = f"{number(bar.worked)}/{number(bar.hours)}"
    sketch.number((middle, foot - max(tall, high) - 5), words)


def _draw_open(sketch: Sketch, bar: Bar, at: tuple[float, float], wide: float) -> None:
    look, (x, top) = sketch.look, at
    sketch.box(x, top, wide, _PLOT, fill=look.surface, edge=look.edge, radius=1, dashed=True)
    parts = bar.inside.split("\n")
    lines = [line for part in parts for line in wrapped(part.strip(), wide - 4)]
    first = top + (_PLOT - LINE * len(lines)) / 2 + 11
    for place, words in enumerate(lines):
        sketch.text((x + wide / 2, first + LINE * place), words, anchor="middle")


def _write_under(sketch: Sketch, lines: Iterable[str], x: float, foot: float) -> None:
    for place, words in enumerate(lines):
        sketch.text((x, foot + LINE * (place + 1)), words, anchor="middle")


def _write_hours(value: float) -> str:
    return _("{hours} h").format(hours=number(value))


def _fits(words: str, wide: float) -> bool:
    return width_of(printable(words), strong=True, size=SIZE) < wide - 4


def _upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]
