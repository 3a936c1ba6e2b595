"""The plan an employer gets: what the consent covers, and of the rest no trace."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.agreement import ActionFacts
from app.domain.employer_sheet import EmployerAgreement, EmployerSheet
from app.domain.language import _, pgettext
from app.domain.words import clock_time, day_and_month, hours, long_day, quoted, short_day, weeks
from app.reports import ink
from app.reports.contact import contact_block
from app.reports.facts import fact, opening
from app.reports.hours_chart import hours_charts
from app.reports.piece import Piece, text
from app.reports.row import Column, Row, cells, heading, line, table
from app.reports.sheet import Paper, Rendered, print_paper


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filled:
    """A column with its texts, one for each line."""

    column: Column
    texts: tuple[str, ...]


def render(sheet: EmployerSheet) -> Rendered:
    """Print `sheet`."""
    version = _("Version {number}").format(number=sheet.version)
    return print_paper(
        Paper(
            kind=_("Plan after a roundtable"),
            beside=f"{version} · {long_day(sheet.printed_on)}",
            name=_("Roundtable plan v. {number}").format(number=sheet.version),
            # i18n: Danish: »Bygger på medarbejderens samtykke. Uden diagnose, behandling og lægens
            # i18n: oplysninger.«
            promise=_(
                "Rests on the employee's consent. Without diagnosis, treatment and what the doctor "
                "told."
            ),
            contact=lambda width: contact_block(
                _("Contact for questions about the plan"), sheet.sender, width
            ),
            rows=lambda width: _rows(sheet, width),
            sender=sheet.sender,
        )
    )


def _rows(sheet: EmployerSheet, width: float) -> Iterator[Row]:
    lead = _("Agreed between the employee, the workplace and the municipality.")
    yield from opening(_title(sheet), lead, _facts(sheet), width)
    yield from _adjustments(sheet.agreements, width)
    yield from _hours(sheet, width)
    yield from _words(_("Expected duration"), sheet.duration, width)
    yield from _actions(sheet.actions, width)
    told = quoted(sheet.colleagues_told) if sheet.colleagues_told else ""
    yield from _words(_("What colleagues are told"), told, width)


def _title(sheet: EmployerSheet) -> str:
    periods = [(each.first, each.last) for each in sheet.agreements]
    if not periods:
        return _("Plan for the work")
    first, last = min(first for first, _last in periods), max(last for _first, last in periods)
    return _("Plan for the work in {weeks}").format(weeks=weeks(first, last))


def _facts(sheet: EmployerSheet) -> tuple[Piece, ...]:
    told = [
        fact(_("Employee"), sheet.citizen),
        fact(_("Workplace"), sheet.employer),
        fact(pgettext("fact", "Roundtable"), long_day(sheet.held_on)),
    ]
    if sheet.review_on is not None:
        told.append(fact(pgettext("fact", "Follow-up"), _review(sheet)))
    return tuple(told)


def _adjustments(agreements: Sequence[EmployerAgreement], width: float) -> Iterator[Row]:
    columns = (
        _filled(_("Function"), 78, [each.function for each in agreements]),
        _filled(_("Task"), 70, [each.task for each in agreements]),
        _filled(_("Adjustment"), 142, [each.adjustment for each in agreements]),
        _filled(_("Period"), 66, [_period(each) for each in agreements]),
        _filled(_("Reviewed"), 46, [short_day(each.review_on) for each in agreements]),
        _filled(_("Responsible"), 66, [each.owner for each in agreements]),
    )
    yield from _section(_("Adjustments"), columns, width)


def _hours(sheet: EmployerSheet, width: float) -> Iterator[Row]:
    charts = hours_charts(sheet.steps, sheet.review_on)
    if not charts:
        return
    yield heading(_("Hours per week"), width)
    for place, chart in enumerate(charts):
        yield Row(piece=chart, width=width, above=6 if place else 0, keep=place == len(charts) - 1)
    down = _("The hours can be lowered again if a step turns out too big.")
    full = _("Agreed working time is {hours}.").format(hours=hours(sheet.weekly_hours))
    yield line(text(f"{full} {down}" if sheet.weekly_hours else down, ink.NOTE), width, above=3)


def _actions(actions: Sequence[ActionFacts], width: float) -> Iterator[Row]:
    columns = (
        _filled(_("Who"), 104, [each.who for each in actions]),
        _filled(_("What"), 272, [each.what for each in actions]),
        _filled(_("By"), 86, [_due(each) for each in actions]),
    )
    yield from _section(_("Who does what"), columns, width)


def _section(title: str, columns: Sequence[_Filled], width: float) -> Iterator[Row]:
    """Yield a table of the columns that say something; nothing at all if none does."""
    shown = [filled for filled in columns if any(filled.texts)]
    if not shown:
        return
    lines = zip(*(filled.texts for filled in shown), strict=True)
    yield heading(title, width)
    yield from table(
        [filled.column for filled in shown],
        [cells(*line) for line in lines],
        width,
    )


def _words(title: str, words: str, width: float) -> Iterator[Row]:
    if words:
        yield heading(title, width)
        yield line(text(words), width)


def _filled(title: str, share: float, texts: Sequence[str]) -> _Filled:
    return _Filled(column=Column(heading=title, share=share), texts=tuple(texts))


def _due(action: ActionFacts) -> str:
    return day_and_month(action.due_on) if action.due_on else ""


def _period(agreement: EmployerAgreement) -> str:
    """Return first and last day, one under the other: so the column stays narrow."""
    until = _("to {day}").format(day=day_and_month(agreement.last))
    return f"{day_and_month(agreement.first)}\n{until}"


def _review(sheet: EmployerSheet) -> str:
    if sheet.review_on is None or sheet.review_at is None:
        return long_day(sheet.review_on) if sheet.review_on else ""
    return _("{day} at {time}").format(
        day=long_day(sheet.review_on), time=clock_time(sheet.review_at)
    )
