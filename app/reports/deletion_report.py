"""Who was erased when, by which rule, what still holds them: for whoever watches over the data."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.audit import AuditRow
from app.domain.audit_words import seal_words
from app.domain.deletion_report import DeletionCopy, DeletionLine, DeletionReport
from app.domain.erasure import REASON_LABELS, CopyPlace, count_words
from app.domain.language import N_, _, ngettext
from app.domain.words import long_day
from app.reports import ink
from app.reports.contact import contact_block
from app.reports.facts import fact, opening
from app.reports.piece import Piece, text
from app.reports.row import Column, Row, as_list, cells, heading, line, table
from app.reports.sheet import Paper, Rendered, print_paper

_PLACES: dict[CopyPlace, str] = {
    CopyPlace.HERE: N_("at hand"),
    CopyPlace.AWAY: N_("on a drive that is not connected"),
    CopyPlace.IN_USE: N_("in use as a file of its own"),
}


def render(report: DeletionReport) -> Rendered:
    """Print `report`."""
    day = long_day(report.printed_on)
    return print_paper(
        Paper(
            kind=_("Deletion report"),
            beside=f"{day} · {_seal(report)}" if report.seal else day,
            name=_("Deletion report"),
            promise=_("Holds no personal data about citizens."),
            contact=lambda width: contact_block(_("Ask here"), report.sender, width),
            rows=lambda width: _rows(report, width),
            sender=report.sender,
        )
    )


def _seal(report: DeletionReport) -> str:
    return seal_words(AuditRow(report.entry, None, None, seal=report.seal.hex()))


def _rows(report: DeletionReport, width: float) -> Iterator[Row]:
    lead = _(
        "What Fasthold has erased, when and why, and which saved copies still hold it. Nobody can"
        " be recognised by it."
    )
    yield from opening(_("What was erased"), lead, _facts(report), width)
    yield heading(_("Erased, the newest first"), width)
    yield from _erased(report, width)
    yield heading(_("Saved copies"), width)
    yield from _copies(report, width)
    yield heading(_("How it is erased"), width)
    how = _how(report.copy_days)
    yield from as_list(line(text(sentence), width, above=2) for sentence in how)


def _facts(report: DeletionReport) -> tuple[Piece, ...]:
    return (
        fact(_("Since"), long_day(report.since)),
        fact(_("Erased"), _people(len(report.lines))),
        fact(_("Erased earlier"), _people(report.earlier)),
        fact(_("Saved copies"), str(len(report.copies))),
    )


def _people(count: int) -> str:
    return ngettext("{n} person", "{n} people", count).format(n=count)


def _erased(report: DeletionReport, width: float) -> Iterator[Row]:
    if not report.lines:
        yield line(text(_("Nobody was erased in this time."), ink.NOTE), width)
        return
    columns = (
        Column(heading=_("Day"), share=85),
        Column(heading=_("Why"), share=120),
        Column(heading=_("What went"), share=175),
        Column(heading=_("Still in saved copies"), share=110),
    )
    yield from table(columns, [_line_cells(one) for one in report.lines], width)


def _line_cells(one: DeletionLine) -> tuple[Piece, ...]:
    still = _("in none")
    if one.gone_on is not None:
        still = ngettext(
            "in {n} copy, until {day} at the latest",
            "in {n} copies, until {day} at the latest",
            one.copies,
        ).format(n=one.copies, day=long_day(one.gone_on))
    why = _(REASON_LABELS[one.reason])
    went = count_words(dict(one.counts))
    return cells(long_day(one.day), why[:1].upper() + why[1:], went or _("Nothing else"), still)


def _copies(report: DeletionReport, width: float) -> Iterator[Row]:
    if not report.copies:
        yield line(text(_("No copy is known."), ink.NOTE), width)
        return
    columns = (
        Column(heading=_("Saved on"), share=100),
        Column(heading=_("Goes by itself on"), share=110),
        Column(heading=_("Where"), share=150),
        Column(heading=_("Holds of the erased"), share=130),
    )
    yield from table(columns, [_copy_cells(one) for one in report.copies], width)


def _copy_cells(one: DeletionCopy) -> tuple[Piece, ...]:
    holds = _("cannot be seen now") if one.holds is None else _people(one.holds)
    return cells(long_day(one.saved_on), long_day(one.goes_on), _(_PLACES[one.place]), holds)


def _how(days: int) -> tuple[str, ...]:
    return (
        _(
            "All rows about the person go in one act, with everything that hangs on them, and the"
            " pages of the file are written over and packed anew."
        ),
        _(
            "Saved copies go by themselves after {n} days at the latest. If one is opened before,"
            " the person is erased in it before anything is shown."
        ).format(n=days),
        _(
            "The list of those who were erased knows them by a mark that leads to nobody. At the"
            " top stands the seal of the newest entry of the audit trail: by it one can see later"
            " whether the trail was written anew."
        ),
        _("What was handed over on paper before lies with those who got it."),
    )
