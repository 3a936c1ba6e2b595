"""Who sits at a roundtable: who is seated when it is planned, and the employer the plan is for."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.consent import PartyRecord, find_parties
from app.data.roundtable import ParticipantRecord, RoundtableRecord, find_parts
from app.domain.consent import Direction
from app.domain.party import PartyKind
from app.domain.roundtable import Seat, employer_of_plan
from app.services.citizen import employers_of, live_cells


def employer_at(session: Session, record: RoundtableRecord, citizen_id: UUID) -> PartyRecord | None:
    """Return the employer the plan is for: the only one there is, or the only one seated."""
    employers = {party.id: party for party in employers_of(session, citizen_id)}
    seated: set[UUID | None] = set()
    if len(employers) > 1:
        seated = {part.party_id for part in find_parts(session, ParticipantRecord, record.id)}
    found = employer_of_plan(list(employers), [one for one in employers if one in seated])
    return None if found is None else employers[found]


def seat_first(
    session: Session, record: RoundtableRecord, citizen_id: UUID, chosen: str, today: date
) -> None:
    """Seat citizen, consultant, and the parties the citizen has said may take part; of several
    employers only the one `chosen`, who is told not to come where no consent covers it."""
    for seat in (Seat.CITIZEN, Seat.CONSULTANT):
        session.add(ParticipantRecord(roundtable_id=record.id, who=seat, attended=1))
    may_come = {
        cell.party_id
        for cell in live_cells(session, citizen_id, today)
        if cell.direction is Direction.TAKE_PART
    }
    for party in find_parties(session, citizen_id):
        if _has_a_seat(party, chosen, comes=party.id in may_come):
            session.add(_seat(record, party, comes=party.id in may_come))


def _has_a_seat(party: PartyRecord, chosen: str, *, comes: bool) -> bool:
    if chosen and party.kind is PartyKind.EMPLOYER:
        return party.id.hex == chosen
    return comes


def _seat(record: RoundtableRecord, party: PartyRecord, *, comes: bool) -> ParticipantRecord:
    return ParticipantRecord(
        roundtable_id=record.id,
        party_id=party.id,
        who=Seat.PARTY,
        attended=int(comes),
    )
