"""What a doctor is told of a plan: what the consent covers, and of the rest no trace."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.doctor_sheet import DoctorSheet
from app.domain.language import _, pgettext
from app.domain.words import long_day
from app.reports.contact import contact_block
from app.reports.facts import fact, opening
from app.reports.piece import Piece
from app.reports.plan_part import adjustments, changes, ladder, listed, plan_title
from app.reports.row import Row
from app.reports.sheet import Paper, Rendered, print_paper


def render(sheet: DoctorSheet) -> Rendered:
    """Print `sheet`."""
    version = _("Version {number}").format(number=sheet.version)
    return print_paper(
        Paper(
            kind=_("Feedback after a roundtable"),
            beside=f"{version} · {long_day(sheet.printed_on)}",
            name=_("Feedback to the doctor v. {number}").format(number=sheet.version),
            # i18n: Danish: »Bygger på borgerens samtykke. Kun funktion, skånehensyn og timer.«
            promise=_("Rests on the citizen's consent. Functions, considerations and hours only."),
            contact=lambda width: contact_block(
                _("Contact for questions about the plan"), sheet.sender, width
            ),
            rows=lambda width: _rows(sheet, width),
            sender=sheet.sender,
        )
    )


def _rows(sheet: DoctorSheet, width: float) -> Iterator[Row]:
    # i18n: Danish: »Det, borgeren har sagt ja til, at lægen får at vide.«
    lead = _("What the citizen has said yes to telling the doctor.")
    yield from opening(plan_title(sheet.agreements), lead, _facts(sheet), width)
    yield from adjustments(sheet.agreements, width)
    yield from ladder(sheet, width)
    yield from listed(_("Also noted for the doctor"), sheet.lines, width)
    yield from changes(sheet.version, sheet.changes, width)


def _facts(sheet: DoctorSheet) -> tuple[Piece, ...]:
    told = [
        fact(_("Citizen"), sheet.citizen),
        fact(pgettext("fact", "To"), sheet.doctor),
        fact(pgettext("fact", "Roundtable"), long_day(sheet.held_on)),
    ]
    if sheet.review_on is not None:
        told.append(fact(pgettext("fact", "Follow-up"), long_day(sheet.review_on)))
    return tuple(told)
