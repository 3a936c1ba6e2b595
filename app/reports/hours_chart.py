"""The chart of hours per week: bars with the hours printed, left open after the review."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

from app.domain.agreement import StepFacts
from app.domain.language import _
from app.domain.words import day_and_month, hours, number, week, weeks
from app.reports import ink
from app.reports.mark import Solid
from app.reports.piece import Words, text
from app.reports.tagging import TaggedCanvas
from app.reports.tags import Role

_WEEKS_SHOWN_ONE_BY_ONE = 10
_BARS_IN_A_LINE = 8
_AXIS = 30.0
_PLOT = 48.0
_GAP = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar; no hours means: left open, to be agreed."""

    label: str
    hours: float | None
    inside: str


@dataclass(frozen=True, slots=True)
class HoursChart(Solid):
    """Up to a line of bars over a common scale."""

    bars: tuple[Bar, ...]
    highest: float
    slots: int

    @property
    def said(self) -> str:
        """What the bars say."""
        return "\n".join(f"{bar.label} {bar.inside}" for bar in self.bars)

    def height(self, width: float) -> float:
        """Return the height of plot and labels."""
        return _PLOT + 12 + max(self._label(bar).height(self._wide(width)) for bar in self.bars)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float, height: float) -> None:
        """Draw the scale, then each bar with its hours and its week."""
        box = (x, top - self.height(width), x + width, top)
        with canvas.read_as(Role.PICTURE, self.said.replace(" \n", " "), box=box):
            self._draw_bars(canvas, x, top - _PLOT - 6, width)

    def _draw_bars(self, canvas: TaggedCanvas, x: float, foot: float, width: float) -> None:
        canvas.saveState()
        self._draw_scale(canvas, x, foot, width)
        wide = self._wide(width)
        for place, bar in enumerate(self.bars):
            left = x + _AXIS + _GAP + place * (wide + _GAP)
            self._draw_bar(canvas, bar, left, foot, wide)
            self._label(bar).draw(canvas, left, foot - 3, wide, 0)
        canvas.restoreState()

    def _wide(self, width: float) -> float:
        return (width - _AXIS - _GAP) / self.slots - _GAP

    def _label(self, bar: Bar) -> Words:
        return text(bar.label, ink.CAPTION_CENTRE)

    def _draw_scale(self, canvas: TaggedCanvas, x: float, foot: float, width: float) -> None:
        canvas.setLineWidth(0.75)
        for mark in (0.0, self.highest / 2, self.highest):
            y = foot + _PLOT * mark / self.highest
            canvas.setStrokeColor(ink.STRONG_RULE if mark == 0 else ink.RULE)
            canvas.line(x + _AXIS, y, x + width, y)
            told = text(_("{hours} h").format(hours=number(mark)), ink.CAPTION_RIGHT)
            told.draw(canvas, x, y + 6, _AXIS - 6, 0)

    def _draw_bar(
        self, canvas: TaggedCanvas, bar: Bar, left: float, foot: float, wide: float
    ) -> None:
        tall = _PLOT * (self.highest if bar.hours is None else bar.hours) / self.highest
        canvas.setLineWidth(0.75)
        if bar.hours is None:
            canvas.setDash(3, 2)
            canvas.setStrokeColor(ink.STRONG_RULE)
            canvas.setFillColor(ink.WHITE)
        else:
            canvas.setDash()
            canvas.setStrokeColor(ink.ACCENT)
            canvas.setFillColor(ink.BAR)
        canvas.rect(left, foot, wide, tall, stroke=1, fill=1)
        self._draw_inside(canvas, bar, left, foot, wide, tall)

    def _draw_inside(
        self, canvas: TaggedCanvas, bar: Bar, left: float, foot: float, wide: float, tall: float
    ) -> None:
        words = text(bar.inside, ink.CAPTION_CENTRE if bar.hours is None else ink.BAR_CENTRE)
        high = words.height(wide - 4)
        if bar.hours is None:
            top = foot + (tall + high) / 2
        elif tall > high + 2:
            top = foot + tall - 2.5
        else:
            top = foot + tall + high
            canvas.setFillColor(ink.WHITE)  # the scale's lines end at the words
            broad = min(words.natural + 6, wide)
            canvas.rect(left + (wide - broad) / 2, foot + tall + 1, broad, high, stroke=0, fill=1)
        words.draw(canvas, left + 2, top, wide - 4, high)


def hours_charts(steps: Sequence[StepFacts], review_on: date | None) -> tuple[HoursChart, ...]:
    """Return the chart, in as many lines as it needs; none if there are no hours to show."""
    bars = bars_of(steps, review_on)
    if not any(bar.hours is not None for bar in bars):
        return ()
    highest = _round_up(max(bar.hours or 0 for bar in bars))
    slots = min(len(bars), _BARS_IN_A_LINE)
    lines = [bars[start : start + slots] for start in range(0, len(bars), slots)]
    return tuple(HoursChart(line, highest, slots) for line in lines)


def bars_of(steps: Sequence[StepFacts], review_on: date | None) -> tuple[Bar, ...]:
    """Return one bar per week, or per step when there are many. What comes after the review is
    one open bar: it is not agreed yet, and would tell how long this is expected to last."""
    in_order = sorted(steps, key=lambda step: step.first)
    shown = [cut for step in in_order if (cut := _cut(step, review_on))]
    bars = _weekly(shown) or tuple(_bar(step.first, step.last, step.hours) for step in shown)
    if not shown or review_on is None:
        return bars
    after = max(review_on, max(step.last for step in shown)) + timedelta(weeks=1)
    label = _("From {week}").format(week=week(after))
    agreed = _("To be agreed {day}")  # i18n: Danish: »Aftales 9. oktober«
    inside = agreed.format(day=f"\n{day_and_month(review_on)}")
    return (*bars, Bar(label=label, hours=None, inside=inside))


def _cut(step: StepFacts, review_on: date | None) -> StepFacts | None:
    if review_on is None:
        return step
    return replace(step, last=min(step.last, review_on)) if step.first <= review_on else None


def _weekly(steps: Sequence[StepFacts]) -> tuple[Bar, ...]:
    """Return a bar per week, or nothing if a week has two steps or there are many weeks."""
    worked = [(monday, step.hours) for step in steps for monday in _mondays(step)]
    twice = len({monday for monday, _hours in worked}) < len(worked)
    if twice or len(worked) > _WEEKS_SHOWN_ONE_BY_ONE:
        return ()
    return tuple(_bar(monday, monday, hours_then) for monday, hours_then in worked)


def _mondays(step: StepFacts) -> list[date]:
    first = step.first - timedelta(days=step.first.weekday())
    return [first + timedelta(weeks=n) for n in range((step.last - first).days // 7 + 1)]


def _bar(first: date, last: date, worked: float) -> Bar:
    return Bar(label=_upper_first(weeks(first, last)), hours=worked, inside=hours(worked))


def _round_up(most: float) -> float:
    return max(10.0, ceil(most / 10) * 10.0)


def _upper_first(words: str) -> str:
    return words[:1].upper() + words[1:]
