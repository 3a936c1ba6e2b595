"""Which flags' citizens let their doctor hear back today. Asked by flag; no person comes out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, or_, select

from app.data.consent import CellRecord, CitizenRecord, ConsentRecord, PartyRecord
from app.data.flag import FlagRecord
from app.data.followup import FollowupRecord
from app.data.roundtable import RoundtableRecord
from app.data.visit import VisitRecord
from app.domain.consent import ConsentStatus, Direction
from app.domain.flag_choice import FlagStatus
from app.domain.party import PartyKind
from app.domain.roundtable import RoundtableStatus
from app.domain.visit import VisitStatus


def flags_to_tell_of(session: Session, flag_ids: Collection[UUID], today: date) -> dict[UUID, bool]:
    """Return the flags among these that may be told of, and whether a roundtable is final."""
    found = session.exec(
        select(FollowupRecord.flag_id, FollowupRecord.id)
        .join(CitizenRecord, col(CitizenRecord.id) == col(FollowupRecord.citizen_id))
        .join(PartyRecord, col(PartyRecord.citizen_id) == col(CitizenRecord.id))
        .join(CellRecord, col(CellRecord.party_id) == col(PartyRecord.id))
        .join(ConsentRecord, col(ConsentRecord.id) == col(CellRecord.consent_id))
        .where(
            col(FollowupRecord.flag_id).in_(flag_ids),
            col(CitizenRecord.restricted_at).is_(None),
            PartyRecord.kind == PartyKind.GP,
            CellRecord.direction == Direction.FEEDBACK,
            CellRecord.status == ConsentStatus.LIVE,
            CellRecord.until >= today,
            ConsentRecord.status == ConsentStatus.LIVE,
            ConsentRecord.expires_on >= today,
        )
    ).all()
    held = _with_final_roundtable(session, [followup_id for _flag, followup_id in found])
    return {flag: followup in held for flag, followup in found if flag is not None}


def find_times(
    session: Session, raised_until: date
) -> Sequence[tuple[date, date, FlagStatus, date | None]]:
    """Return of flags what their time depends on: when each was raised and noted, where it stands,
    and when the doctor heard back. Left out are those that nobody heard back on and that were
    raised and noted after a day."""
    query = (
        select(FlagRecord)
        .outerjoin(VisitRecord, col(VisitRecord.id) == col(FlagRecord.feedback_visit_id))
        .where(
            or_(
                col(FlagRecord.raised_on) <= raised_until,
                col(FlagRecord.noted_on) <= raised_until,
                col(FlagRecord.feedback_visit_id).is_not(None),
            )
        )
        .with_only_columns(
            col(FlagRecord.raised_on),
            col(FlagRecord.noted_on),
            col(FlagRecord.status),
            col(VisitRecord.start),
        )
    )
    return [
        (raised_on, noted_on, status, told.date() if told else None)
        for raised_on, noted_on, status, told in session.execute(query)
    ]


def links_of_told_flags(session: Session, today: date) -> list[FollowupRecord]:
    """Return follow-ups still linked to a flag whose doctor heard back before today."""
    query = (
        select(FollowupRecord, VisitRecord.start)
        .join(FlagRecord, col(FlagRecord.id) == col(FollowupRecord.flag_id))
        .join(VisitRecord, col(VisitRecord.id) == col(FlagRecord.feedback_visit_id))
        .where(FlagRecord.status == FlagStatus.CONSENTED, VisitRecord.status == VisitStatus.HELD)
    )
    return [followup for followup, start in session.exec(query) if start.date() < today]


def _with_final_roundtable(session: Session, followup_ids: Collection[UUID]) -> set[UUID]:
    query = select(RoundtableRecord.followup_id).where(
        col(RoundtableRecord.followup_id).in_(followup_ids),
        RoundtableRecord.status == RoundtableStatus.FINAL,
    )
    return set(session.exec(query))
