"""How consents are shown: what soon ends, what is read aloud, what the form prints."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.consent import CitizenRecord
from app.data.followup import find_followups
from app.domain.consent import (
    DIRECTION_SENTENCES,
    INFORMATION_LABELS,
    CellId,
    CitizenId,
    ConsentStatus,
    Direction,
    ExpiringRow,
    Information,
    PartyId,
)
from app.domain.consent_form import ConsentFormRow
from app.domain.language import _
from app.domain.words import joined, long_day
from app.services.citizen import cell_rows, live_cells, party_rows


def read_aloud_lines(session: Session, citizen_id: UUID, today: date) -> list[str]:
    """Return what holds today as sentences to read aloud, one per party, direction and end."""
    names = {party.id: party.facts.name for party in party_rows(session, citizen_id)}
    groups: dict[tuple[PartyId, Direction, date], list[Information]] = {}
    for cell in live_cells(session, citizen_id, today):
        place = (cell.party_id, cell.direction, cell.until)
        groups.setdefault(place, []).append(cell.information)
    parties, directions = list(names), list(Direction)
    in_order = sorted(
        groups.items(),
        key=lambda group: (parties.index(group[0][0]), directions.index(group[0][1]), group[0][2]),
    )
    return [
        _("I may {direction} {party} about {information} until {day}.").format(
            direction=_(DIRECTION_SENTENCES[direction]),
            party=names[party_id],
            information=_named(what),
            day=long_day(until),
        )
        for (party_id, direction, until), what in in_order
    ]


def expiring_rows(
    session: Session, citizen: CitizenRecord, today: date, last: date
) -> list[ExpiringRow]:
    """Return what of one citizen's consents ends by `last`, one row per party and direction."""
    followups = [
        one for one in find_followups(session, citizen_id=citizen.id) if one.ended_on is None
    ]
    if not followups:
        return []
    names = {party.id: party.facts.name for party in party_rows(session, citizen.id)}
    groups: dict[tuple[PartyId, Direction, date], list[CellId]] = {}
    cells = live_cells(session, citizen.id, today)
    soon = [cell for cell in cells if cell.until <= last]
    for cell in soon:
        groups.setdefault((cell.party_id, cell.direction, cell.until), []).append(cell.id)
    return [
        ExpiringRow(
            citizen_id=CitizenId(citizen.id),
            followup_id=followups[0].id,
            citizen=citizen.name,
            party=names[party_id],
            direction=direction,
            information=tuple(cell.information for cell in soon if cell.id in ids),
            until=until,
        )
        for (party_id, direction, until), ids in groups.items()
    ]


def form_rows(session: Session, citizen: CitizenRecord, today: date) -> tuple[ConsentFormRow, ...]:
    """Return the rows of the consent form: every yes, and an empty row for what was not chosen."""
    cells = cell_rows(session, citizen.id, today)
    rows: list[ConsentFormRow] = []
    for party in party_rows(session, citizen.id):
        mine = [cell for cell in cells if cell.party_id == party.id]
        for direction in Direction:
            live = frozenset(
                cell.information
                for cell in mine
                if cell.direction is direction and cell.status is ConsentStatus.LIVE
            )
            if live or (direction is Direction.PASS_ON):
                rows.append(
                    ConsentFormRow(party=party.facts.name, direction=direction, information=live)
                )
    return tuple(rows)


def _named(kinds: Collection[Information]) -> str:
    """Return these kinds of information in words, in the order of the matrix."""
    return joined([_(INFORMATION_LABELS[kind]).lower() for kind in Information if kind in kinds])
