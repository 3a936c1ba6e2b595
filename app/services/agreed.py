"""What the newest final roundtable of a follow-up agreed: adjustments, and hours step by step."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from app.data.followup import FollowupRecord
from app.data.roundtable import (
    AgreementRecord,
    RoundtableRecord,
    StepRecord,
    find_parts,
    find_roundtables,
)
from app.domain.agreement import StepFacts
from app.domain.hours_ladder import in_order
from app.domain.roundtable import RoundtableStatus
from app.services.roundtable_line import step_facts
from app.services.roundtable_view import newest_versions


def newest_final(session: Session, followup: FollowupRecord) -> RoundtableRecord | None:
    """Return the newest roundtable that was agreed on, if any."""
    for record in newest_versions(find_roundtables(session, followup_id=followup.id)):
        if record.status is RoundtableStatus.FINAL:
            return record
    return None


def agreed_steps(session: Session, followup: FollowupRecord) -> tuple[StepFacts, ...]:
    """Return the steps of hours, in order."""
    return steps_of(session, newest_final(session, followup))


def steps_of(session: Session, final: RoundtableRecord | None) -> tuple[StepFacts, ...]:
    """Return the steps of hours a roundtable agreed on, in order; none without one."""
    steps = find_parts(session, StepRecord, final.id) if final is not None else ()
    return in_order(step_facts(step) for step in steps)


def agreed_adjustments(session: Session, followup: FollowupRecord, today: date) -> tuple[str, ...]:
    """Return the adjustments whose period has begun, in their order."""
    final = newest_final(session, followup)
    agreed = find_parts(session, AgreementRecord, final.id) if final is not None else ()
    return tuple(
        one.adjustment for one in sorted(agreed, key=lambda one: one.position) if one.first <= today
    )
