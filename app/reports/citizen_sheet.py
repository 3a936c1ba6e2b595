"""The plan a citizen gets: everything that somebody else may read too, and who that is."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.audience import TOLD_LABELS
from app.domain.citizen_sheet import CitizenSheet
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
    plan_title,
    readers,
    review_words,
    schemes,
    section,
    words,
)
from app.reports.row import Row
from app.reports.sheet import Paper, Rendered, print_paper


def render(sheet: CitizenSheet) -> Rendered:
    """Print `sheet`."""
    version = _("Version {number}").format(number=sheet.version)
    return print_paper(
        Paper(
            kind=_("Your plan after the roundtable"),
            beside=f"{version} · {long_day(sheet.printed_on)}",
            name=_("Your plan v. {number}").format(number=sheet.version),
            # i18n: Danish: »Til dig selv. Her står alt det, andre må læse om planen.«
            promise=_("For yourself. It holds everything that others may read about the plan."),
            contact=lambda width: contact_block(
                _("Contact for questions about the plan"), sheet.sender, width
            ),
            rows=lambda width: _rows(sheet, width),
            sender=sheet.sender,
        )
    )


def _rows(sheet: CitizenSheet, width: float) -> Iterator[Row]:
    # i18n: Danish: »Det er, hvad vi aftalte. Ved hver linje står, hvem der også må læse den.«
    lead = _("This is what we agreed. Beside each line stands who may read it.")
    yield from opening(plan_title(sheet.agreements), lead, _facts(sheet), width)
    yield from words(_("Who sat at the table"), " · ".join(sheet.present), width)
    owners = filled(_("Responsible"), 62, [each.owner for each in sheet.agreements])
    labels = [_(TOLD_LABELS[each.audience]) for each in sheet.agreements]
    column, below = readers(labels, width)
    yield from adjustments(sheet.agreements, width, last=(owners, *column))
    yield from below
    yield from ladder(sheet, width)
    yield from words(_("Expected duration"), sheet.duration, width)
    yield from actions(sheet.actions, width)
    yield from schemes(sheet.schemes, width)
    yield from _lines(sheet, width)
    told = quoted(sheet.colleagues_told) if sheet.colleagues_told else ""
    yield from words(_("What colleagues are told"), told, width)
    yield from words(_("What we do not agree on"), sheet.disagreements, width)
    yield from changes(sheet.version, sheet.changes, width)


def _lines(sheet: CitizenSheet, width: float) -> Iterator[Row]:
    columns = (
        filled(_("What was said"), 340, [each.text for each in sheet.lines]),
        filled(_("Read by"), 128, [_(TOLD_LABELS[each.audience]) for each in sheet.lines]),
    )
    yield from section(_("What we also talked about"), columns, width)


def _facts(sheet: CitizenSheet) -> tuple[Piece, ...]:
    told = [fact(_("Name"), sheet.citizen)]
    if sheet.employer:
        told.append(fact(_("Workplace"), sheet.employer))
    told.append(fact(pgettext("fact", "Roundtable"), long_day(sheet.held_on)))
    if sheet.review_on is not None:
        followed = review_words(sheet.review_on, sheet.review_at)
        told.append(fact(pgettext("fact", "Follow-up"), followed))
    return tuple(told)
