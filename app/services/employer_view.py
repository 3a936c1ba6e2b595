"""The employer's sheet: what live cells cover passing on to this employer, and nothing else.

The view has no field for anything else.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.consent import PartyRecord, get_citizen
from app.data.followup import get_followup
from app.data.roundtable import RoundtableRecord
from app.domain.agreement import AgreementFacts
from app.domain.audience import Reader
from app.domain.consent import CellRow, CitizenId, Direction, Information
from app.domain.employer_sheet import EmployerAgreement, EmployerSheet
from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.problem import Refused
from app.domain.sender import Sender
from app.services.citizen import employers_of, live_cells
from app.services.seat import employer_at
from app.services.told import changes_for, told_to


def employer_cells(session: Session, record: RoundtableRecord, today: date) -> tuple[CellRow, ...]:
    """Return the live cells that cover handing the plan to the employer; `Refused` if none."""
    return _reader(session, record, today)[1]


def employer_sheet_of(
    session: Session, record: RoundtableRecord, today: date, sender: Sender
) -> EmployerSheet:
    """Return the sheet with what the live cells cover, and nothing else."""
    employer, cells = _reader(session, record, today)
    covered = {cell.information for cell in cells}
    followup = get_followup(session, FollowupId(record.followup_id))
    told = told_to(session, record, Reader.EMPLOYER, covered)
    return EmployerSheet(
        citizen=get_citizen(session, CitizenId(followup.citizen_id)).name,
        employer=employer.name,
        held_on=record.day,
        review_on=record.review_on,
        review_at=record.review_at,
        version=record.version,
        changes=changes_for(session, record, Reader.EMPLOYER, covered),
        agreements=tuple(_agreement(facts) for facts in told.agreements),
        lines=tuple(facts.text for facts in told.remarks),
        weekly_hours=followup.weekly_hours if Information.HOURS in covered else 0,
        steps=told.steps,
        worked=told.worked,
        actions=told.actions,
        schemes=told.schemes,
        colleagues_told=told.colleagues_told,
        duration=told.duration,
        printed_on=today,
        sender=sender,
    )


def _reader(
    session: Session, record: RoundtableRecord, today: date
) -> tuple[PartyRecord, tuple[CellRow, ...]]:
    """Return the employer and the live cells; `Refused` if one of them is missing."""
    followup = get_followup(session, FollowupId(record.followup_id))
    employer = employer_at(session, record, followup.citizen_id)
    if employer is None:
        raise Refused(_why_no_employer(session, followup.citizen_id))
    cells = tuple(
        cell
        for cell in live_cells(session, followup.citizen_id, today)
        if cell.party_id == employer.id and cell.direction is Direction.PASS_ON
    )
    if not cells:
        text = _("No consent covers giving {employer} anything. Ask the citizen for consent.")
        raise Refused(text.format(employer=employer.name))
    return employer, cells


def _why_no_employer(session: Session, citizen_id: UUID) -> str:
    if not employers_of(session, citizen_id):
        return _("There is no employer in this follow-up. Add the employer first.")
    return _("There are several employers. Seat the one this plan is for, and only that one.")


def _agreement(facts: AgreementFacts) -> EmployerAgreement:
    return EmployerAgreement(
        function=facts.function,
        task=facts.task,
        adjustment=facts.adjustment,
        first=facts.first,
        last=facts.last,
        review_on=facts.review_on,
        owner=facts.owner,
    )
