"""The employer's sheet: the one place where a roundtable becomes what an employer may read.

Each kind of information is copied only when a live cell covers passing it on to this employer;
the view has no field for anything else.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.consent import get_citizen
from app.data.followup import get_followup
from app.data.roundtable import RoundtableRecord
from app.domain.consent import CellRow, CitizenId, Direction, Information
from app.domain.employer_sheet import EmployerAgreement, EmployerSheet
from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.problem import Refused
from app.domain.sender import Sender
from app.services.citizen import employers_of, live_cells
from app.services.roundtable_view import action_rows, agreement_rows, step_rows
from app.services.seat import employer_at


def employer_cells(session: Session, record: RoundtableRecord, today: date) -> tuple[CellRow, ...]:
    """Return the live cells that cover handing the plan to the employer; `Refused` if none."""
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
    return cells


def employer_sheet_of(
    session: Session, record: RoundtableRecord, today: date, sender: Sender
) -> EmployerSheet:
    """Return the sheet with what the live cells cover, and nothing else."""
    covered = {cell.information for cell in employer_cells(session, record, today)}
    followup = get_followup(session, FollowupId(record.followup_id))
    employer = employer_at(session, record, followup.citizen_id)
    considerations = Information.CONSIDERATIONS in covered
    hours = Information.HOURS in covered
    actions = action_rows(session, record.id) if considerations else ()
    return EmployerSheet(
        citizen=get_citizen(session, CitizenId(followup.citizen_id)).name,
        employer=employer.name if employer else "",
        held_on=record.day,
        review_on=record.review_on,
        review_at=record.review_at,
        version=record.version,
        agreements=_agreements(session, record, covered),
        weekly_hours=followup.weekly_hours if hours else 0,
        steps=tuple(row.facts for row in step_rows(session, record.id)) if hours else (),
        actions=tuple(row.facts for row in actions),
        colleagues_told=record.colleagues_told if considerations else "",
        duration=record.duration if Information.DURATION in covered else "",
        printed_on=today,
        sender=sender,
    )


def _why_no_employer(session: Session, citizen_id: UUID) -> str:
    if not employers_of(session, citizen_id):
        return _("There is no employer in this follow-up. Add the employer first.")
    return _("There are several employers. Seat the one this plan is for, and only that one.")


def _agreements(
    session: Session, record: RoundtableRecord, covered: set[Information]
) -> tuple[EmployerAgreement, ...]:
    function = Information.FUNCTION in covered
    considerations = Information.CONSIDERATIONS in covered
    if not (function or considerations):
        return ()
    return tuple(
        EmployerAgreement(
            function=row.facts.function if function else "",
            task=row.facts.task if considerations else "",
            adjustment=row.facts.adjustment if considerations else "",
            first=row.facts.first,
            last=row.facts.last,
            review_on=row.facts.review_on,
            owner=row.facts.owner,
        )
        for row in agreement_rows(session, record.id)
    )
