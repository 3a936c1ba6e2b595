"""What was handed over about a citizen, to whom and when: for the citizen to keep."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.consent import INFORMATION_LABELS
from app.domain.disclosure_list import DisclosureLine, DisclosureList
from app.domain.language import _
from app.domain.paper import PAPER_LABELS
from app.domain.words import joined, long_day
from app.reports import ink
from app.reports.contact import contact_block
from app.reports.facts import fact, opening
from app.reports.piece import Piece, text
from app.reports.row import Column, Row, cells, heading, line, table
from app.reports.sheet import Paper, Rendered, print_paper


def render(sheet: DisclosureList) -> Rendered:
    """Print `sheet`."""
    return print_paper(
        Paper(
            kind=_("What was handed over"),
            beside=long_day(sheet.printed_on),
            name=_("What was handed over"),
            promise=_("For the citizen it is about, and nobody else."),
            contact=lambda width: contact_block(_("Ask here"), sheet.sender, width),
            rows=lambda width: _rows(sheet, width),
            sender=sheet.sender,
        )
    )


def _rows(sheet: DisclosureList, width: float) -> Iterator[Row]:
    lead = _(
        "This is every paper about you that {municipality} has handed over from this follow-up."
    ).format(municipality=sheet.sender.municipality)
    yield from opening(_("What was handed over about you"), lead, _facts(sheet), width)
    yield heading(_("Papers, the oldest first"), width)
    yield from _papers(sheet, width)
    after = _(
        "When you are erased here, what was handed over stays with those who got it. Ask them, if"
        " you want it erased there too; they decide by their own rules."
    )
    yield line(text(after), width, above=12)


def _facts(sheet: DisclosureList) -> tuple[Piece, ...]:
    return (
        fact(_("Citizen"), sheet.citizen),
        fact(_("Follow-up"), sheet.number),
        fact(_("As of"), long_day(sheet.printed_on)),
    )


def _papers(sheet: DisclosureList, width: float) -> Iterator[Row]:
    if not sheet.lines:
        yield line(text(_("Nothing has been handed over."), ink.NOTE), width)
        return
    columns = (
        Column(heading=_("Day"), share=90),
        Column(heading=_("Paper"), share=120),
        Column(heading=_("To"), share=130),
        Column(heading=_("Information"), share=150),
    )
    yield from table(columns, [_cells(one) for one in sheet.lines], width)


def _paper(one: DisclosureLine) -> str:
    paper = _(PAPER_LABELS[one.paper])
    # i18n: Danish: »Arbejdsgiverark, vist ved bordet«
    return _("{paper}, shown at the table").format(paper=paper) if one.shown else paper


def _cells(one: DisclosureLine) -> tuple[Piece, ...]:
    return cells(
        long_day(one.day),
        _paper(one),
        one.receiver or _("yourself"),
        joined([_(INFORMATION_LABELS[kind]).lower() for kind in one.information]),
    )
