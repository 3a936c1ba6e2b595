"""How a roundtable is shown: its line in the list, its page, its drafts, the employer's sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from app.data.consent import ConsentRecord, PartyRecord, get_citizen
from app.data.followup import FollowupRecord, get_followup
from app.data.roundtable import ParticipantRecord, RoundtableRecord, find_parts
from app.domain.audience import Reader
from app.domain.consent import CellRow, CitizenId, ConsentStatus, Direction, Information
from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.party import PARTY_LABELS
from app.domain.roundtable import (
    ParticipantRow,
    RoundtableFacts,
    RoundtableId,
    RoundtableRow,
    RoundtableSheet,
    Seat,
)
from app.domain.sender import Sender
from app.services.citizen import cell_rows, employers_of, has_live_consent
from app.services.roundtable_line import (
    action_rows,
    agreement_rows,
    point_rows,
    remark_rows,
    scheme_rows,
    step_rows,
)
from app.services.seat import doctor_at, doctor_may_see, doctors_of, employer_at
from app.services.told import EVERYTHING, changes_for, worked_beside


def newest_versions(records: Sequence[RoundtableRecord]) -> list[RoundtableRecord]:
    """Return only versions that no later version replaces."""
    replaced = {record.previous_id for record in records}
    return [record for record in records if record.id not in replaced]


def roundtable_row(session: Session, record: RoundtableRecord) -> RoundtableRow:
    """Return one line of the list of roundtables."""
    followup = session.get_one(FollowupRecord, record.followup_id)
    citizen = get_citizen(session, CitizenId(followup.citizen_id))
    return row_with(record, citizen.name, employer_at(session, record, citizen.id))


def row_with(record: RoundtableRecord, citizen: str, employer: PartyRecord | None) -> RoundtableRow:
    """Return one line of the list of roundtables, with who is known already."""
    return RoundtableRow(
        id=RoundtableId(record.id),
        followup_id=FollowupId(record.followup_id),
        citizen=citizen,
        employer=employer.name if employer else "",
        day=record.day,
        at=record.at,
        place=record.place,
        status=record.status,
        version=record.version,
        review_on=record.review_on,
    )


def roundtable_sheet(
    session: Session, record: RoundtableRecord, today: date, sender: Sender | None
) -> RoundtableSheet:
    """Return everything the page of one roundtable shows."""
    followup = get_followup(session, FollowupId(record.followup_id))
    cells = cell_rows(session, followup.citizen_id, today)
    employer = employer_at(session, record, followup.citizen_id)
    doctor = doctor_at(session, record, followup.citizen_id)
    steps = step_rows(session, record.id)
    return RoundtableSheet(
        row=roundtable_row(session, record),
        facts=roundtable_facts(record),
        weekly_hours=followup.weekly_hours,
        participants=participant_rows(session, record, cells, sender),
        agreements=agreement_rows(session, record.id),
        steps=steps,
        worked=worked_beside(session, record, [row.facts for row in steps]),
        actions=action_rows(session, record.id),
        schemes=scheme_rows(session, record.id),
        agenda=point_rows(session, record.id),
        remarks=remark_rows(session, record.id),
        changes=changes_for(session, record, Reader.OWN, EVERYTHING),
        employer_id=employer.id if employer else None,
        employers=len(employers_of(session, followup.citizen_id)),
        employer_may_see=_may_see(employer, cells),
        doctor_id=doctor.id if doctor else None,
        doctor=doctor.name if doctor else "",
        doctors=len(doctors_of(session, followup.citizen_id)),
        doctor_may_see=doctor_may_see(doctor, cells),
        hold_back=_hold_back(session, employer, cells),
        consent_live=has_live_consent(session, followup.citizen_id, today),
    )


def roundtable_facts(record: RoundtableRecord) -> RoundtableFacts:
    """Return a roundtable's own fields as facts."""
    return RoundtableFacts(
        day=record.day,
        at=record.at,
        place=record.place,
        review_on=record.review_on,
        review_at=record.review_at,
        duration=record.duration,
        colleagues_told=record.colleagues_told,
        disagreements=record.disagreements,
    )


def participant_rows(
    session: Session, record: RoundtableRecord, cells: Sequence[CellRow], sender: Sender | None
) -> tuple[ParticipantRow, ...]:
    """Return the participants: citizen, parties, consultant, each with the state of consent."""
    order = (Seat.CITIZEN, Seat.PARTY, Seat.CONSULTANT)
    rows = [
        _participant_row(session, record, part, cells, sender)
        for part in find_parts(session, ParticipantRecord, record.id)
    ]
    return tuple(sorted(rows, key=lambda row: (order.index(row.seat), row.name)))


def _may_see(employer: PartyRecord | None, cells: Sequence[CellRow]) -> frozenset[Information]:
    """Return what live cells allow passing on to the employer the plan is for."""
    return frozenset(
        cell.information
        for cell in cells
        if employer is not None
        and cell.party_id == employer.id
        and cell.direction is Direction.PASS_ON
        and cell.status is ConsentStatus.LIVE
    )


def _hold_back(
    session: Session, employer: PartyRecord | None, cells: Sequence[CellRow]
) -> tuple[str, ...]:
    """Return what the citizen wants kept from the employer, each with its reason."""
    yeses = dict.fromkeys(
        cell.consent_id
        for cell in cells
        if employer is not None and cell.party_id == employer.id
        if cell.status is ConsentStatus.LIVE
    )
    records = [session.get_one(ConsentRecord, consent_id) for consent_id in yeses]
    said = [(one.hold_back.rstrip("."), one.hold_back_why.rstrip(".")) for one in records]
    return tuple(
        f"{what}. ({why}.)" if why else f"{what}." for what, why in dict.fromkeys(said) if what
    )


def _participant_row(
    session: Session,
    record: RoundtableRecord,
    part: ParticipantRecord,
    cells: Sequence[CellRow],
    sender: Sender | None,
) -> ParticipantRow:
    status, until = _may_take_part(part, cells)
    return ParticipantRow(
        id=part.id,
        seat=part.who,
        party_id=part.party_id,
        name=seat_name(session, record, part, sender),
        role=part.role or _role_of_kind(session, part),
        attended=bool(part.attended),
        status=status,
        until=until,
    )


def _role_of_kind(session: Session, part: ParticipantRecord) -> str:
    """Return what a party is, in the language in force, where nobody wrote a role."""
    if part.party_id is None:
        return ""
    return _(PARTY_LABELS[session.get_one(PartyRecord, part.party_id).kind])


def seat_name(
    session: Session, record: RoundtableRecord, part: ParticipantRecord, sender: Sender | None
) -> str:
    """Return who sits there."""
    if part.party_id is not None:
        party = session.get_one(PartyRecord, part.party_id)
        return party.person or party.name
    if part.who is Seat.CONSULTANT:
        return sender.name if sender else _("Me")
    followup = session.get_one(FollowupRecord, record.followup_id)
    return get_citizen(session, CitizenId(followup.citizen_id)).name


def _may_take_part(
    part: ParticipantRecord, cells: Sequence[CellRow]
) -> tuple[ConsentStatus | None, date | None]:
    mine = [
        cell
        for cell in cells
        if part.party_id is not None
        and cell.party_id == part.party_id
        and cell.direction is Direction.TAKE_PART
    ]
    live = [cell for cell in mine if cell.status is ConsentStatus.LIVE]
    if live:
        return ConsentStatus.LIVE, min(cell.until for cell in live)
    return (mine[-1].status, mine[-1].ended_on or mine[-1].until) if mine else (None, None)
