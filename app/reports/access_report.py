"""All that is kept about a citizen, why, from whom and until when: for the citizen to keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.access_report import AccessChapter, AccessEntry, AccessReport
from app.domain.language import _
from app.domain.words import long_day
from app.reports import ink
from app.reports.contact import contact_block
from app.reports.facts import fact, opening
from app.reports.piece import Piece, text
from app.reports.row import Column, Row, as_list, heading, line, table
from app.reports.sheet import Paper, Rendered, print_paper

_BETWEEN = "\N{NO-BREAK SPACE}· "
_LISTED = frozenset(
    {
        *(("consent_cell", "information"), ("disclosure_cell", "information")),
        *(("followup_sign", "sign"), ("transfer", "kind")),
    }
)


def render(report: AccessReport) -> Rendered:
    """Print `report`."""
    return print_paper(
        Paper(
            kind=_("Access report"),
            beside=long_day(report.printed_on),
            name=_("Access report"),
            promise=_("For the citizen it is about, and nobody else."),
            contact=lambda width: contact_block(_("Ask here"), report.sender, width),
            rows=lambda width: _rows(report, width),
            sender=report.sender,
        )
    )


def _rows(report: AccessReport, width: float) -> Iterator[Row]:
    lead = _(
        "This is all that {municipality} keeps about you in Fasthold, why, who told it, and how"
        " long it is kept."
    ).format(municipality=report.sender.municipality)
    facts = (
        fact(_("Citizen"), report.citizen),
        fact(_("Follow-up"), report.number),
        fact(_("As of"), long_day(report.printed_on)),
    )
    yield from opening(_("What is kept about you"), lead, facts, width)
    for chapter in report.chapters:
        yield from _chapter(chapter, width)
    lists = (
        (_("How long it is kept"), report.kept),
        (_("What you can ask for"), report.rights),
        (_("What is not in here, and why"), report.left_out),
    )
    for title, sentences in lists:
        yield heading(title, width)
        yield from as_list(line(text(sentence), width, above=2) for sentence in sentences)


def _chapter(chapter: AccessChapter, width: float) -> Iterator[Row]:
    yield heading(chapter.title, width)
    yield Row(
        piece=text(f"{chapter.purpose} {chapter.source}", ink.NOTE),
        width=width,
        inside=(0, 4),
        keep=True,
    )
    columns = Column(heading=_("What"), share=120), Column(heading=_("What is kept"), share=370)
    lines = [
        pieces for entry in _told_together(chapter.entries) for pieces in _lines(entry, part=False)
    ]
    yield from table(columns, lines, width, pad=3.0, row_heads=1)


def _lines(entry: AccessEntry, *, part: bool) -> Iterator[tuple[Piece, ...]]:
    """Yield the line of an entry, then those of its parts in quieter type."""
    told = _BETWEEN.join(f"{one.label}: {one.words}" for one in entry.fields)
    style = ink.CELL_QUIET if part else ink.CELL_STRONG
    yield text(entry.label, style), text(told, ink.CELL)
    for each in _told_together(entry.parts):
        yield from _lines(each, part=True)


def _told_together(entries: Sequence[AccessEntry]) -> Iterator[AccessEntry]:
    """Yield the entries; for those that differ in one kind of thing, one that tells all."""
    alike: dict[object, list[AccessEntry]] = {}
    for place, entry in enumerate(entries):
        same = tuple(one for one in entry.fields if (entry.table, one.name) not in _LISTED)
        alone = place if len(same) == len(entry.fields) else None
        alike.setdefault((entry.table, same, alone), []).append(entry)
    for group in alike.values():
        yield group[0] if len(group) == 1 else _as_one(group)


def _as_one(group: Sequence[AccessEntry]) -> AccessEntry:
    fields = (
        replace(one, words=_all_words(group, one.name))
        if (group[0].table, one.name) in _LISTED
        else one
        for one in group[0].fields
    )
    return replace(group[0], fields=tuple(fields))


def _all_words(group: Sequence[AccessEntry], name: str) -> str:
    told = (one.words for entry in group for one in entry.fields if one.name == name)
    return "; ".join(dict.fromkeys(told))
