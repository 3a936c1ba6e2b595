"""How it goes, for the citizen: the same charts as in the window, and nothing added up."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.language import _
from app.domain.progress_sheet import ProgressSheet
from app.domain.words import long_day, long_span
from app.reports import ink
from app.reports.chart_piece import PAPER, SCALE, ChartPiece
from app.reports.contact import contact_block
from app.reports.facts import fact, opening
from app.reports.measure_chart import pictures
from app.reports.piece import text
from app.reports.row import Row, heading, line
from app.reports.sheet import Paper, Rendered, print_paper


def render(sheet: ProgressSheet) -> Rendered:
    """Print `sheet`."""
    return print_paper(
        Paper(
            kind=_("How it goes"),
            beside=long_day(sheet.printed_on),
            name=_("How it goes"),
            # i18n: Danish: »Til dig selv. Uden diagnose, behandling og medicin.«
            promise=_("For yourself. Without diagnosis, treatment and medicine."),
            contact=lambda width: contact_block(_("How to reach us"), sheet.sender, width),
            rows=lambda width: _rows(sheet, width),
            sender=sheet.sender,
        )
    )


def _rows(sheet: ProgressSheet, width: float) -> Iterator[Row]:
    lead = _("In your own numbers and words. Nothing is added up, and nothing is judged.")
    days = [row.facts.day for row in sheet.measures.rows]
    facts = [fact(_("Name"), sheet.citizen)]
    if days:
        facts.append(fact(_("Measured"), long_span(days[0], days[-1])))
    yield from opening(_("How it goes"), lead, facts, width)
    for picture in pictures(sheet.measures, PAPER, width / SCALE):
        yield heading(picture.title, width)
        yield Row(piece=ChartPiece(picture), width=width, above=4)
    empty = _("What was not asked has no number: an empty place is not 0.")
    yield line(text(empty, ink.NOTE), width, above=8)
