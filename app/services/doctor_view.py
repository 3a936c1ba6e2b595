"""What a doctor is told of a plan: what live cells cover telling this doctor, and nothing else."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.consent import PartyRecord, get_citizen
from app.data.followup import get_followup
from app.data.roundtable import RoundtableRecord
from app.domain.agreement import AgreementFacts
from app.domain.audience import Reader
from app.domain.consent import CellRow, CitizenId, Information
from app.domain.doctor_sheet import DoctorAgreement, DoctorSheet
from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.problem import Refused
from app.domain.sender import Sender
from app.services.citizen import live_cells
from app.services.seat import doctor_at, doctor_cells_of, doctors_of
from app.services.told import changes_for, told_to


def doctor_cells(session: Session, record: RoundtableRecord, today: date) -> tuple[CellRow, ...]:
    """Return the live cells that cover telling the doctor of the plan; `Refused` if none."""
    return _reader(session, record, today)[1]


def doctor_sheet_of(
    session: Session, record: RoundtableRecord, today: date, sender: Sender
) -> DoctorSheet:
    """Return the sheet with what the live cells cover, and nothing else."""
    doctor, cells = _reader(session, record, today)
    covered = {cell.information for cell in cells}
    followup = get_followup(session, FollowupId(record.followup_id))
    told = told_to(session, record, Reader.DOCTOR, covered)
    return DoctorSheet(
        citizen=get_citizen(session, CitizenId(followup.citizen_id)).name,
        doctor=doctor.name,
        held_on=record.day,
        review_on=record.review_on,
        version=record.version,
        changes=changes_for(session, record, Reader.DOCTOR, covered),
        agreements=tuple(_agreement(facts) for facts in told.agreements),
        lines=tuple(facts.text for facts in told.remarks),
        weekly_hours=followup.weekly_hours if Information.HOURS in covered else 0,
        steps=told.steps,
        worked=told.worked,
        printed_on=today,
        sender=sender,
    )


def _reader(
    session: Session, record: RoundtableRecord, today: date
) -> tuple[PartyRecord, tuple[CellRow, ...]]:
    """Return the doctor and the live cells; `Refused` if one of them is missing."""
    followup = get_followup(session, FollowupId(record.followup_id))
    doctor = doctor_at(session, record, followup.citizen_id)
    if doctor is None:
        raise Refused(_why_no_doctor(session, followup.citizen_id))
    cells = doctor_cells_of(doctor, live_cells(session, followup.citizen_id, today))
    if not cells:
        text = _(
            "No consent covers telling {doctor} about functions, considerations or hours. Ask the "
            "citizen for consent."
        )
        raise Refused(text.format(doctor=doctor.name))
    return doctor, cells


def _why_no_doctor(session: Session, citizen_id: UUID) -> str:
    if not doctors_of(session, citizen_id):
        return _("There is no doctor in this follow-up. Add the citizen's own doctor first.")
    return _("There are several doctors. Seat the one who is told of this plan, and only that one.")


def _agreement(facts: AgreementFacts) -> DoctorAgreement:
    return DoctorAgreement(
        function=facts.function,
        task=facts.task,
        adjustment=facts.adjustment,
        first=facts.first,
        last=facts.last,
        review_on=facts.review_on,
    )
