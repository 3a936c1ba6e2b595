"""One's own record of a roundtable: everything, with what is held and what was not reached."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.agenda import POINT_LABELS, PointRow, carried_words
from app.domain.audience import AUDIENCE_LABELS
from app.domain.language import _, ngettext, pgettext
from app.domain.own_sheet import OwnSheet
from app.domain.remark import RemarkFacts
from app.domain.words import clock_time, long_day, quoted
from app.reports.contact import contact_block
from app.reports.facts import fact, opening
from app.reports.piece import Piece
from app.reports.plan_part import (
    actions,
    adjustments,
    changes,
    filled,
    ladder,
    plan_title,
    readers,
    review_words,
    schemes,
    section,
    words,
)
from app.reports.row import Row
from app.reports.sheet import Paper, Rendered, print_paper


def render(sheet: OwnSheet) -> Rendered:
    """Print `sheet`."""
    version = _("Version {number}").format(number=sheet.version)
    return print_paper(
        Paper(
            kind=_("Own record of a roundtable"),
            beside=f"{version} · {long_day(sheet.printed_on)}",
            name=_("Own record v. {number}").format(number=sheet.version),
            # i18n: Danish: »Kun til dig selv. Bliver i Fasthold og kan ikke gemmes som fil.«
            promise=_("For your own eyes. It stays in Fasthold and cannot be saved as a file."),
            contact=lambda width: contact_block(_("Written by"), sheet.sender, width),
            rows=lambda width: _rows(sheet, width),
            sender=sheet.sender,
        )
    )


def _rows(sheet: OwnSheet, width: float) -> Iterator[Row]:
    lead = _("All that was written, for whom each line is, and what is held.")
    yield from opening(plan_title(sheet.agreements), lead, _facts(sheet), width)
    yield from _seats(sheet, width)
    yield from _agenda(sheet, width)
    yield from _remarks(sheet, width)
    owners = filled(_("Responsible"), 62, [each.owner for each in sheet.agreements])
    labels = [_(AUDIENCE_LABELS[each.audience]) for each in sheet.agreements]
    column, below = readers(labels, width)
    yield from adjustments(sheet.agreements, width, last=(owners, *column))
    yield from below
    yield from ladder(sheet, width)
    yield from words(_("Expected duration"), sheet.duration, width)
    yield from actions(sheet.actions, width)
    yield from schemes(sheet.schemes, width)
    told = quoted(sheet.colleagues_told) if sheet.colleagues_told else ""
    yield from words(_("What colleagues are told"), told, width)
    yield from words(_("What you do not agree on"), sheet.disagreements, width)
    yield from changes(sheet.version, sheet.changes, width)


def _seats(sheet: OwnSheet, width: float) -> Iterator[Row]:
    came = [_("Took part") if seat.attended else _("Did not take part") for seat in sheet.seats]
    columns = (
        filled(_("Who"), 180, [seat.name for seat in sheet.seats]),
        filled(_("Role"), 140, [seat.role for seat in sheet.seats]),
        filled(_("At the table"), 140, came),
    )
    yield from section(_("Participants"), columns, width)


def _agenda(sheet: OwnSheet, width: float) -> Iterator[Row]:
    points = sheet.agenda
    columns = (
        filled(_("Point"), 220, [_title(point) for point in points]),
        filled(_("Minutes"), 60, [str(point.facts.minutes) for point in points]),
        filled(pgettext("agenda", "State"), 140, [_(POINT_LABELS[one.state]) for one in points]),
    )
    total = sum(point.facts.minutes for point in points)
    title = ngettext("Agenda, {n} minute", "Agenda, {n} minutes", total).format(n=total)
    yield from section(title, columns, width)


def _title(point: PointRow) -> str:
    carried = carried_words(point)
    return f"{point.facts.title}\n{carried}" if carried else point.facts.title


def _remarks(sheet: OwnSheet, width: float) -> Iterator[Row]:
    columns = (
        filled(_("Remark"), 320, [each.text for each in sheet.remarks]),
        filled(_("Read by"), 140, [_readers(each) for each in sheet.remarks]),
    )
    yield from section(_("Remarks"), columns, width)


def _readers(remark: RemarkFacts) -> str:
    if remark.held:
        # i18n: Danish: »Holdt tilbage: kun mig«
        return _("Held: only me")
    return _(AUDIENCE_LABELS[remark.audience])


def _facts(sheet: OwnSheet) -> tuple[Piece, ...]:
    day = long_day(sheet.held_on)
    if sheet.at is not None:
        day = _("{day} at {time}").format(day=day, time=clock_time(sheet.at))
    told = [fact(_("Citizen"), sheet.citizen)]
    if sheet.employer:
        told.append(fact(_("Workplace"), sheet.employer))
    place = f"{day}\n{sheet.place}" if sheet.place else day
    told.append(fact(pgettext("fact", "Roundtable"), place))
    if sheet.review_on is not None:
        followed = review_words(sheet.review_on, sheet.review_at)
        told.append(fact(pgettext("fact", "Follow-up"), followed))
    return tuple(told)
