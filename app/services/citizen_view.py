"""The two sheets that need nobody's consent: the citizen's own, and the consultant's own file."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from app.data.consent import get_citizen
from app.data.followup import get_followup
from app.data.roundtable import RoundtableRecord
from app.domain.audience import Reader
from app.domain.citizen_sheet import CitizenLine, CitizenSheet
from app.domain.consent import CitizenId
from app.domain.followup import FollowupId
from app.domain.own_sheet import OwnSeat, OwnSheet
from app.domain.roundtable import ParticipantRow
from app.domain.sender import Sender
from app.services.citizen import cell_rows
from app.services.roundtable_view import participant_rows
from app.services.seat import employer_at
from app.services.told import EVERYTHING, changes_for, told_to


def citizen_sheet_of(
    session: Session, record: RoundtableRecord, today: date, sender: Sender
) -> CitizenSheet:
    """Return all that somebody besides the consultant may read."""
    followup = get_followup(session, FollowupId(record.followup_id))
    employer = employer_at(session, record, followup.citizen_id)
    told = told_to(session, record, Reader.CITIZEN, EVERYTHING)
    seats = _seats(session, record, today, sender)
    return CitizenSheet(
        citizen=get_citizen(session, CitizenId(followup.citizen_id)).name,
        employer=employer.name if employer else "",
        held_on=record.day,
        place=record.place,
        present=tuple(_with_role(seat) for seat in seats if seat.attended),
        review_on=record.review_on,
        review_at=record.review_at,
        version=record.version,
        changes=changes_for(session, record, Reader.CITIZEN, EVERYTHING),
        agreements=told.agreements,
        lines=tuple(CitizenLine(text=one.text, audience=one.audience) for one in told.remarks),
        weekly_hours=followup.weekly_hours,
        steps=told.steps,
        worked=told.worked,
        actions=told.actions,
        schemes=told.schemes,
        colleagues_told=told.colleagues_told,
        duration=told.duration,
        disagreements=told.disagreements,
        printed_on=today,
        sender=sender,
    )


def own_sheet_of(
    session: Session, record: RoundtableRecord, today: date, sender: Sender
) -> OwnSheet:
    """Return everything."""
    followup = get_followup(session, FollowupId(record.followup_id))
    employer = employer_at(session, record, followup.citizen_id)
    told = told_to(session, record, Reader.OWN, EVERYTHING)
    seats = _seats(session, record, today, sender)
    return OwnSheet(
        citizen=get_citizen(session, CitizenId(followup.citizen_id)).name,
        employer=employer.name if employer else "",
        held_on=record.day,
        at=record.at,
        place=record.place,
        review_on=record.review_on,
        review_at=record.review_at,
        version=record.version,
        changes=changes_for(session, record, Reader.OWN, EVERYTHING),
        seats=tuple(OwnSeat(name=s.name, role=s.role, attended=s.attended) for s in seats),
        agenda=told.agenda,
        remarks=told.remarks,
        agreements=told.agreements,
        weekly_hours=followup.weekly_hours,
        steps=told.steps,
        worked=told.worked,
        actions=told.actions,
        schemes=told.schemes,
        colleagues_told=told.colleagues_told,
        duration=told.duration,
        disagreements=told.disagreements,
        printed_on=today,
        sender=sender,
    )


def _seats(
    session: Session, record: RoundtableRecord, today: date, sender: Sender
) -> tuple[ParticipantRow, ...]:
    followup = get_followup(session, FollowupId(record.followup_id))
    cells = cell_rows(session, followup.citizen_id, today)
    return participant_rows(session, record, cells, sender)


def _with_role(seat: ParticipantRow) -> str:
    return f"{seat.name}, {seat.role}" if seat.role else seat.name
