"""The parts that the sheets of a roundtable share: adjustments, hours, who does what, lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Protocol

from app.domain.agreement import ActionFacts, StepFacts
from app.domain.hours_ladder import WorkedWeek, mondays_of, until_review
from app.domain.language import _
from app.domain.scheme import SchemeFacts, scheme_name, state_words
from app.domain.words import (
    clock_time,
    day_and_month,
    hours,
    long_day,
    number,
    short_day,
    weeks,
)
from app.reports import ink
from app.reports.chart_piece import PAPER, SCALE, ChartPiece
from app.reports.hours_chart import hours_pictures
from app.reports.piece import text
from app.reports.row import Column, Row, as_list, cells, heading, line, table


class Adjustment(Protocol):
    """One agreement as some sheet knows it; empty texts are not covered."""

    @property
    def function(self) -> str:
        """What is hard at work."""

    @property
    def task(self) -> str:
        """Which task it touches."""

    @property
    def adjustment(self) -> str:
        """What the workplace does."""

    @property
    def first(self) -> date:
        """Its first day."""

    @property
    def last(self) -> date:
        """Its last day."""

    @property
    def review_on(self) -> date:
        """When it is looked at again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A column with its texts, one for each line."""

    column: Column
    texts: tuple[str, ...]


def filled(title: str, share: float, texts: Sequence[str]) -> Filled:
    """Return a column with its texts."""
    return Filled(column=Column(heading=title, share=share), texts=tuple(texts))


def adjustments(
    agreements: Sequence[Adjustment], width: float, *, last: Sequence[Filled] = ()
) -> Iterator[Row]:
    """Yield what was agreed; `last` are the columns after the shared ones."""
    columns = (
        filled(_("Function"), 78, [each.function for each in agreements]),
        filled(_("Task"), 70, [each.task for each in agreements]),
        filled(_("Adjustment"), 142, [each.adjustment for each in agreements]),
        filled(_("Period"), 66, [period(each) for each in agreements]),
        filled(_("Reviewed"), 46, [short_day(each.review_on) for each in agreements]),
        *last,
    )
    yield from section(_("Adjustments"), columns, width)


def readers(labels: Sequence[str], width: float) -> tuple[tuple[Filled, ...], tuple[Row, ...]]:
    """Return who reads each agreement: a column where they differ, else one line beneath them."""
    if len(set(labels)) > 1:
        return (filled(_("Read by"), 62, labels),), ()
    if not labels:
        return (), ()
    # i18n: Danish: »Tilpasningerne læses af: Din arbejdsgiver og dig.«
    said = _("The adjustments are read by: {readers}.").format(readers=labels[0])
    return (), (line(text(said, ink.NOTE), width, above=3),)


class Ladder(Protocol):
    """The hours ladder as some sheet knows it; no steps are no ladder."""

    @property
    def steps(self) -> tuple[StepFacts, ...]:
        """What is agreed."""

    @property
    def worked(self) -> tuple[WorkedWeek, ...]:
        """The hours worked in the weeks of the steps."""

    @property
    def review_on(self) -> date | None:
        """When it is looked at again."""

    @property
    def weekly_hours(self) -> float:
        """The agreed working time."""


def ladder(sheet: Ladder, width: float) -> Iterator[Row]:
    """Yield the hours week by week, drawn and in a table."""
    charts = hours_pictures(sheet.steps, sheet.review_on, sheet.worked, PAPER, width / SCALE)
    if not charts:
        return
    yield heading(_("Hours per week"), width)
    for place, chart in enumerate(charts):
        yield Row(piece=ChartPiece(chart), width=width, above=6 if place else 0, keep=True)
    yield from _steps(sheet, width)
    yield line(text(_about_hours(sheet.weekly_hours), ink.NOTE), width, above=4)


def _steps(sheet: Ladder, width: float) -> Iterator[Row]:
    steps = until_review(sheet.steps, sheet.review_on)
    columns = (
        filled(_("Period"), 150, [_on_one_line(each) for each in steps]),
        filled(_("Agreed"), 70, [hours(each.hours) for each in steps]),
        filled(_("Days"), 130, [each.days for each in steps]),
        filled(_("Worked, week by week"), 112, [_worked(each, sheet.worked) for each in steps]),
    )
    head, *lines = tabled(columns, width)
    yield replace(head, above=8)
    yield from lines


def _worked(step: StepFacts, worked: Sequence[WorkedWeek]) -> str:
    """Return the hours worked in each week of a step up to the last that is known."""
    known = {one.monday: number(one.hours) for one in worked}
    told = [known.get(monday, "–") for monday in mondays_of(step.first, step.last)]
    while told and told[-1] == "–":
        told.pop()
    return " · ".join(told)


def _about_hours(weekly_hours: float) -> str:
    down = _("The hours can be lowered again if a step turns out too big.")
    full = _("Agreed working time is {hours}.").format(hours=hours(weekly_hours))
    return f"{full} {down}" if weekly_hours else down


def actions(told: Sequence[ActionFacts], width: float) -> Iterator[Row]:
    """Yield who does what by when."""
    columns = (
        filled(_("Who"), 104, [each.who for each in told]),
        filled(_("What"), 272, [each.what for each in told]),
        filled(_("By"), 86, [_due(each) for each in told]),
    )
    yield from section(_("Who does what"), columns, width)


def schemes(told: Sequence[SchemeFacts], width: float) -> Iterator[Row]:
    """Yield the schemes, and how far one has come with each."""
    columns = (
        filled(_("Scheme"), 190, [scheme_name(each) for each in told]),
        filled(_("State"), 160, [state_words(each) for each in told]),
        filled(_("Who"), 112, [each.who for each in told]),
    )
    yield from section(_("Schemes"), columns, width)


def section(title: str, columns: Sequence[Filled], width: float) -> Iterator[Row]:
    """Yield a table of the columns that say something; nothing at all if none does."""
    if any(any(each.texts) for each in columns):
        yield heading(title, width)
        yield from tabled(columns, width)


def tabled(columns: Sequence[Filled], width: float) -> Iterator[Row]:
    """Yield the table of the columns that say something, of which there is one."""
    shown = [each for each in columns if any(each.texts)]
    lines = zip(*(each.texts for each in shown), strict=True)
    yield from table(
        [each.column for each in shown],
        [cells(*each) for each in lines],
        width,
    )


def words(title: str, said: str, width: float) -> Iterator[Row]:
    """Yield words under their title, if there are any."""
    if said:
        yield heading(title, width)
        yield line(text(said), width)


def listed(title: str, lines: Sequence[str], width: float) -> Iterator[Row]:
    """Yield lines under their title, if there are any."""
    if lines:
        yield heading(title, width)
        yield from as_list(
            line(text(f"– {each}"), width, above=2 if place else 0)
            for place, each in enumerate(lines)
        )


def changes(version: int, told: Sequence[str], width: float) -> Iterator[Row]:
    """Yield what a correction changes in the version before."""
    title = _("Changed since version {number}").format(number=version - 1)
    yield from listed(title, told, width)


def period(agreement: Adjustment) -> str:
    """Return first and last day, one under the other: so the column stays narrow."""
    until = _("to {day}").format(day=day_and_month(agreement.last))
    return f"{day_and_month(agreement.first)}\n{until}"


def _on_one_line(step: StepFacts) -> str:
    until = _("to {day}").format(day=day_and_month(step.last))
    return f"{day_and_month(step.first)} {until}"


def plan_title(agreements: Sequence[Adjustment]) -> str:
    """Return what the sheet is called, with its weeks."""
    if not agreements:
        return _("Plan for the work")
    first = min(each.first for each in agreements)
    last = max(each.last for each in agreements)
    return _("Plan for the work in {weeks}").format(weeks=weeks(first, last))


def review_words(review_on: date | None, review_at: time | None) -> str:
    """Return when the plan is followed up."""
    if review_on is None or review_at is None:
        return long_day(review_on) if review_on else ""
    return _("{day} at {time}").format(day=long_day(review_on), time=clock_time(review_at))


def _due(action: ActionFacts) -> str:
    return day_and_month(action.due_on) if action.due_on else ""
