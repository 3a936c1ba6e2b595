"""The plan an employer gets: what the consent covers, and of the rest no trace."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.employer_sheet import EmployerSheet
from app.domain.language import _, pgettext
from app.domain.words import long_day, quoted
from app.reports.contact import contact_block
from app.reports.facts import fact, opening
from app.reports.piece import Piece
from app.reports.plan_part import (
    actions,
    adjustments,
    changes,
    filled,
    ladder,
    listed,
    plan_title,
    review_words,
    schemes,
    words,
)
from app.reports.row import Row
from app.reports.sheet import Paper, Rendered, print_paper


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
    yield from opening(plan_title(sheet.agreements), lead, _facts(sheet), width)
    owners = filled(_("Responsible"), 66, [each.owner for each in sheet.agreements])
    yield from adjustments(sheet.agreements, width, last=(owners,))
    yield from ladder(sheet, width)
    yield from words(_("Expected duration"), sheet.duration, width)
    yield from actions(sheet.actions, width)
    yield from schemes(sheet.schemes, width)
    yield from listed(_("Also noted for the workplace"), sheet.lines, width)
    told = quoted(sheet.colleagues_told) if sheet.colleagues_told else ""
    yield from words(_("What colleagues are told"), told, width)
    yield from changes(sheet.version, sheet.changes, width)


def _facts(sheet: EmployerSheet) -> tuple[Piece, ...]:
    told = [
        fact(_("Employee"), sheet.citizen),
        fact(_("Workplace"), sheet.employer),
        fact(pgettext("fact", "Roundtable"), long_day(sheet.held_on)),
    ]
    if sheet.review_on is not None:
        followed = review_words(sheet.review_on, sheet.review_at)
        told.append(fact(pgettext("fact", "Follow-up"), followed))
    return tuple(told)
