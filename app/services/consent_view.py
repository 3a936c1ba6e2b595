"""How consents are shown: what soon ends, what is read aloud, what the form prints."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.consent import CitizenRecord, ConsentRecord, get_citizen
from app.data.followup import FollowupRecord
from app.domain.consent import (
    DIRECTION_SENTENCES,
    INFORMATION_LABELS,
    CellRow,
    CitizenId,
    ConsentStatus,
    Direction,
    Information,
    PartyId,
    cell_status,
)
from app.domain.consent_form import ConsentFormRow, ConsentFormSheet, ConsentTerms
from app.domain.language import _
from app.domain.party import USUAL_WAYS
from app.domain.purpose import purpose_words
from app.domain.sender import Sender
from app.domain.words import joined, long_day
from app.services.citizen import cell_rows, has_live_consent, live_cells, party_rows
from app.services.consent_wording import wording_of, wording_on


def read_aloud_lines(session: Session, citizen_id: UUID, today: date) -> list[str]:
    """Return what holds today as sentences to read aloud: what is open, what is held back, what was
    said no to, and that it can be taken back."""
    opened = _open_lines(session, citizen_id, today)
    if not opened and has_live_consent(session, citizen_id, today):
        opened = [_("I may talk with you, and with nobody else.")]
    if not opened:
        return [_("You have not said yes to anything that holds today.")]
    closing = _("Everything else is closed. You can take back any of it, whenever you like.")
    held_back = _held_back_lines(session, citizen_id, today)
    return [*opened, *held_back, *_refused_lines(session, citizen_id, today), closing]


def _open_lines(session: Session, citizen_id: UUID, today: date) -> list[str]:
    """Return one sentence per party, direction and end."""
    groups: dict[tuple[PartyId, Direction, date], list[Information]] = {}
    for cell in live_cells(session, citizen_id, today):
        place = (cell.party_id, cell.direction, cell.until)
        groups.setdefault(place, []).append(cell.information)
    names = _names(session, citizen_id)
    return [
        _("I may {direction} {party} about {information} until {day}.").format(
            direction=_(DIRECTION_SENTENCES[direction]),
            party=names[party_id],
            information=_named(groups[party_id, direction, until]),
            day=long_day(until),
        )
        for party_id, direction, until in sorted(groups, key=_order(names))
    ]


def _held_back_lines(session: Session, citizen_id: UUID, today: date) -> list[str]:
    """Return one sentence for each thing a party is not to hear."""
    names = _names(session, citizen_id)
    told = {
        (cell.party_id, session.get_one(ConsentRecord, cell.consent_id).hold_back)
        for cell in live_cells(session, citizen_id, today)
    }
    parties = list(names)
    return [
        _("I hold this back from {party}: {what}.").format(
            party=names[party_id], what=what.rstrip(".")
        )
        for party_id, what in sorted(told, key=lambda one: (parties.index(one[0]), one[1]))
        if what
    ]


def _refused_lines(session: Session, citizen_id: UUID, today: date) -> list[str]:
    """Return one sentence per party and direction for what was said no to and not given since."""
    groups: dict[tuple[PartyId, Direction], set[Information]] = {}
    newest: dict[tuple[PartyId, Direction, Information], CellRow] = {}
    for cell in cell_rows(session, citizen_id, today):  # the last of a place counts
        newest[cell.party_id, cell.direction, cell.information] = cell
    for (party_id, direction, information), cell in newest.items():
        if cell.status is ConsentStatus.REFUSED:
            groups.setdefault((party_id, direction), set()).add(information)
    names = _names(session, citizen_id)
    parties, directions = list(names), list(Direction)
    places = sorted(groups, key=lambda one: (parties.index(one[0]), directions.index(one[1])))
    return [
        _("You said no: I may not {direction} {party} about {information}.").format(
            direction=_(DIRECTION_SENTENCES[direction]),
            party=names[party_id],
            information=_named(groups[party_id, direction]),
        )
        for party_id, direction in places
    ]


def _names(session: Session, citizen_id: UUID) -> dict[PartyId, str]:
    return {party.id: party.facts.name for party in party_rows(session, citizen_id)}


def _order(
    names: Mapping[PartyId, str],
) -> Callable[[tuple[PartyId, Direction, date]], tuple[int, int, date]]:
    """Return what sorts by the order of the page: party, direction, day."""
    parties, directions = list(names), list(Direction)
    return lambda one: (parties.index(one[0]), directions.index(one[1]), one[2])


def form_sheet_of(
    session: Session, followup: FollowupRecord, today: date, sender: Sender
) -> ConsentFormSheet:
    """Return the form filled with what the follow-up holds today, under the text said for it."""
    citizen = get_citizen(session, CitizenId(followup.citizen_id))
    together, rows = together_terms(session, citizen, today), form_rows(session, citizen, today)
    terms = [row.terms for row in rows if row.terms] or [together] if together else []
    said = max((one.wording_version for one in terms if one), default=0)
    wording = wording_of(said, today) if said else wording_on(today)
    return ConsentFormSheet(
        citizen=citizen.name,
        number=followup.number,
        together=together,
        rows=rows,
        printed_on=today,
        sender=sender,
        wording_version=wording.version,
        wording=wording.texts,
    )


def form_rows(session: Session, citizen: CitizenRecord, today: date) -> tuple[ConsentFormRow, ...]:
    """Return the rows of the consent form: every yes by itself, as each has its own purpose and
    end, and an empty row for what was not chosen."""
    rows: list[ConsentFormRow] = []
    yeses = _yeses(session, citizen.id, today)
    for party in party_rows(session, citizen.id):
        for direction in Direction:
            mine = [yes for yes in yeses if (yes[0], yes[1]) == (party.id, direction)]
            rows += [
                ConsentFormRow(
                    party=party.facts.name,
                    direction=direction,
                    information=information,
                    terms=terms,
                )
                for _party, _direction, terms, information in mine
            ]
            if not mine and direction in USUAL_WAYS[party.facts.kind]:
                empty: frozenset[Information] = frozenset()
                rows.append(
                    ConsentFormRow(party=party.facts.name, direction=direction, information=empty)
                )
    return tuple(rows)


def together_terms(session: Session, citizen: CitizenRecord, today: date) -> ConsentTerms | None:
    """Return the yes to working together if it holds today."""
    root = session.get_one(ConsentRecord, citizen.root_consent_id)
    holds = cell_status(root.status, root.expires_on, today) is ConsentStatus.LIVE
    return _terms(root) if holds else None


def _yeses(
    session: Session, citizen_id: UUID, today: date
) -> list[tuple[PartyId, Direction, ConsentTerms, frozenset[Information]]]:
    """Return what holds today, one for each party, direction and terms, the first given first."""
    groups: dict[tuple[PartyId, Direction, ConsentTerms], list[Information]] = {}
    for cell in live_cells(session, citizen_id, today):
        terms = _terms(session.get_one(ConsentRecord, cell.consent_id))
        place = (cell.party_id, cell.direction, terms)
        groups.setdefault(place, []).append(cell.information)
    in_order = sorted(groups.items(), key=lambda group: group[0][2].given_on)
    return [(*place, frozenset(information)) for place, information in in_order]


def _terms(consent: ConsentRecord) -> ConsentTerms:
    return ConsentTerms(
        purpose=purpose_words(consent.purpose_code, consent.purpose),
        given_on=consent.given_on,
        until=consent.expires_on,
        form=consent.form,
        original_at=consent.original_at,
        received_by=consent.received_by,
        received_place=consent.received_place,
        hold_back=consent.hold_back,
        wording_version=consent.wording_version,
    )


def _named(kinds: Collection[Information]) -> str:
    """Return these kinds of information in words, in the order of the matrix."""
    return joined([_(INFORMATION_LABELS[kind]).lower() for kind in Information if kind in kinds])
