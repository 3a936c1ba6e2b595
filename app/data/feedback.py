"""Which flags' citizens let their doctor hear back today. Asked by flag; no person comes out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import text
from sqlmodel import Session, col, or_, select

from app.data.columns import as_stored
from app.data.consent import CitizenRecord, PartyRecord
from app.data.flag import FlagRecord
from app.data.followup import FollowupRecord
from app.data.roundtable import RoundtableRecord
from app.data.visit import VisitRecord
from app.domain.flag_choice import CloseReason, FlagStatus
from app.domain.party import PartyKind
from app.domain.roundtable import RoundtableStatus
from app.domain.visit import VisitStatus

# Sought from the party, by the index of what holds, and in this order (which is what CROSS says to
# SQLite): by the day, all that holds would be read.
_HEARS_BACK = text("""EXISTS (
    SELECT 1 FROM consent_cell x INDEXED BY consent_cell_live
    CROSS JOIN consent c ON c.id = x.consent_id
    WHERE x.party_id = party.id AND x.direction = 'feedback'
    AND x.status = 'live' AND x.until >= :today AND c.status = 'live' AND c.expires_on >= :today)
""")


def flags_to_tell_of(session: Session, flag_ids: Collection[UUID], today: date) -> dict[UUID, bool]:
    """Return the flags among these that may be told of, and whether a roundtable is final."""
    linked = _linked(session, flag_ids)
    hear = _let_doctor_hear(session, {citizen for _flag, _followup, citizen in linked}, today)
    found = [(flag, followup) for flag, followup, citizen in linked if citizen in hear]
    held = _with_final_roundtable(session, [followup for _flag, followup in found])
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


class Untold(NamedTuple):
    """A flag the doctors have had no feedback on, and its practice, as stored."""

    flag: str
    practice: str
    status: FlagStatus
    close_reason: CloseReason | None


def find_untold_practices(session: Session) -> Iterable[str]:
    """Return the practice, as stored, of each flag its doctors have had no feedback on."""
    query = (
        select(FlagRecord)
        .where(col(FlagRecord.feedback_visit_id).is_(None))
        .with_only_columns(as_stored(FlagRecord.practice_id, "practice_id"))
    )
    return session.execute(query).scalars()


def find_untold(session: Session, statuses: Sequence[FlagStatus]) -> Sequence[Untold]:
    """Return the flags that stand in one of these states and of which the doctors have had no
    feedback."""
    query = (
        select(FlagRecord)
        .where(col(FlagRecord.feedback_visit_id).is_(None), col(FlagRecord.status).in_(statuses))
        .with_only_columns(
            as_stored(FlagRecord.id, "id"),
            as_stored(FlagRecord.practice_id, "practice_id"),
            col(FlagRecord.status),
            col(FlagRecord.close_reason),
        )
    )
    return [Untold(*row) for row in session.execute(query)]


def links_of_told_flags(session: Session, today: date) -> list[FollowupRecord]:
    """Return follow-ups still linked to a flag whose doctor heard back before today."""
    query = (
        select(FollowupRecord, VisitRecord.start)
        .join(FlagRecord, col(FlagRecord.id) == col(FollowupRecord.flag_id))
        .join(VisitRecord, col(VisitRecord.id) == col(FlagRecord.feedback_visit_id))
        .where(FlagRecord.status == FlagStatus.CONSENTED, VisitRecord.status == VisitStatus.HELD)
    )
    return [followup for followup, start in session.exec(query) if start.date() < today]


def _linked(
    session: Session, flag_ids: Collection[UUID]
) -> Sequence[tuple[UUID | None, UUID, UUID]]:
    """Return flag, follow-up and citizen of each follow-up linked to one of these flags; whoever
    is restricted is left out."""
    if not flag_ids:
        return ()
    query = (
        select(FollowupRecord.flag_id, FollowupRecord.id, FollowupRecord.citizen_id)
        .join(CitizenRecord, col(CitizenRecord.id) == col(FollowupRecord.citizen_id))
        .where(
            col(FollowupRecord.flag_id).in_(flag_ids),
            col(CitizenRecord.restricted_at).is_(None),
        )
    )
    return session.exec(query).all()


def _let_doctor_hear(session: Session, citizen_ids: Collection[UUID], today: date) -> set[UUID]:
    """Return the citizens among these who let their doctor hear back today."""
    if not citizen_ids:
        return set()
    query = select(PartyRecord.citizen_id).where(
        col(PartyRecord.citizen_id).in_(citizen_ids),
        PartyRecord.kind == PartyKind.GP,
        _HEARS_BACK.bindparams(today=today.isoformat()),
    )
    return set(session.exec(query))


def _with_final_roundtable(session: Session, followup_ids: Collection[UUID]) -> set[UUID]:
    if not followup_ids:
        return set()
    query = select(RoundtableRecord.followup_id).where(
        col(RoundtableRecord.followup_id).in_(followup_ids),
        RoundtableRecord.status == RoundtableStatus.FINAL,
    )
    return set(session.exec(query))
