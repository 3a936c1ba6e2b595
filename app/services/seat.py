"""Who sits at a roundtable: who is seated when it is planned, the employer the plan is for, and the
doctor who may be told of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.consent import PartyRecord, find_parties
from app.data.roundtable import ParticipantRecord, RoundtableRecord, find_parts
from app.domain.consent import CellRow, ConsentStatus, Direction, Information
from app.domain.doctor_sheet import FOR_DOCTOR
from app.domain.party import PartyKind
from app.domain.roundtable import Seat, employer_of_plan
from app.services.citizen import employers_of, live_cells


def employer_at(session: Session, record: RoundtableRecord, citizen_id: UUID) -> PartyRecord | None:
    """Return the employer the plan is for: the only one there is, or the only one seated."""
    return employer_among(session, record, employers_of(session, citizen_id))


def employer_among(
    session: Session, record: RoundtableRecord, parties: Iterable[PartyRecord]
) -> PartyRecord | None:
    """Return which of these employers the plan is for, if it is clear."""
    employers = {party.id: party for party in parties}
    seated: set[UUID | None] = set()
    if len(employers) > 1:
        seated = {part.party_id for part in find_parts(session, ParticipantRecord, record.id)}
    found = employer_of_plan(list(employers), [one for one in employers if one in seated])
    return None if found is None else employers[found]


def doctors_of(session: Session, citizen_id: UUID) -> tuple[PartyRecord, ...]:
    """Return the citizen's own doctors among the parties."""
    parties = find_parties(session, citizen_id)
    return tuple(party for party in parties if party.kind is PartyKind.GP)


def doctor_at(session: Session, record: RoundtableRecord, citizen_id: UUID) -> PartyRecord | None:
    """Return the doctor who may be told of the plan: the only one there is, or the one seated."""
    doctors = doctors_of(session, citizen_id)
    if len(doctors) > 1:
        seated = {part.party_id for part in find_parts(session, ParticipantRecord, record.id)}
        doctors = tuple(doctor for doctor in doctors if doctor.id in seated)
    return doctors[0] if len(doctors) == 1 else None


def doctor_cells_of(doctor: PartyRecord | None, cells: Sequence[CellRow]) -> tuple[CellRow, ...]:
    """Return the live cells under which this doctor may be told of the plan: those of the direction
    that covers most, as a paper leaves in one direction; giving feedback before passing on."""
    told = [
        cell
        for cell in cells
        if doctor is not None and cell.party_id == doctor.id
        if cell.status is ConsentStatus.LIVE and cell.information in FOR_DOCTOR
    ]
    ways = [
        tuple(cell for cell in told if cell.direction is direction)
        for direction in (Direction.FEEDBACK, Direction.PASS_ON)
    ]
    return max(ways, key=len)


def doctor_may_see(doctor: PartyRecord | None, cells: Sequence[CellRow]) -> frozenset[Information]:
    """Return what live cells allow telling the doctor of the plan."""
    return frozenset(cell.information for cell in doctor_cells_of(doctor, cells))


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
