"""What the lists and the plan show of all roundtables, asked at once: no question is asked for
each. Read as columns: of each roundtable a line needs little.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, or_, select

from app.data.consent import CitizenRecord, ConsentRecord, PartyRecord
from app.data.followup import FollowupRecord
from app.data.roundtable import ParticipantRecord, RoundtableRecord
from app.domain.consent import ConsentKind, ConsentStatus
from app.domain.party import PartyKind
from app.domain.roundtable import RoundtableStatus

Seated = tuple[UUID, UUID]  # a roundtable, and a party who has a seat there


class Listed(NamedTuple):
    """The newest version of one roundtable and whose it is."""

    id: UUID
    followup_id: UUID
    citizen_id: UUID
    citizen: str
    day: date
    at: time | None
    place: str
    status: RoundtableStatus
    version: int
    review_on: date | None


class Meeting(NamedTuple):
    """When people meet, and when they meet again."""

    day: date
    at: time | None
    review_on: date | None
    review_at: time | None


def find_listed(session: Session) -> Sequence[Listed]:
    """Return the newest version of every roundtable, newest day first."""
    query = (
        select(RoundtableRecord, FollowupRecord, CitizenRecord)
        .join(FollowupRecord, col(FollowupRecord.id) == col(RoundtableRecord.followup_id))
        .join(CitizenRecord, col(CitizenRecord.id) == col(FollowupRecord.citizen_id))
        .where(_is_newest())
        .order_by(col(RoundtableRecord.day).desc(), col(RoundtableRecord.version).desc())
        .with_only_columns(
            col(RoundtableRecord.id),
            col(RoundtableRecord.followup_id),
            col(FollowupRecord.citizen_id),
            col(CitizenRecord.name),
            col(RoundtableRecord.day),
            col(RoundtableRecord.at),
            col(RoundtableRecord.place),
            col(RoundtableRecord.status),
            col(RoundtableRecord.version),
            col(RoundtableRecord.review_on),
        )
    )
    return [Listed(*row) for row in session.execute(query)]


def find_meetings(session: Session, since: date) -> Sequence[Meeting]:
    """Return when people meet from the day `since` on, or meet again, by the newest version of
    every roundtable that has not stopped."""
    query = (
        select(RoundtableRecord)
        .where(
            _is_newest(),
            col(RoundtableRecord.status) != RoundtableStatus.STOPPED,
            or_(col(RoundtableRecord.day) >= since, col(RoundtableRecord.review_on) >= since),
        )
        .with_only_columns(
            col(RoundtableRecord.day),
            col(RoundtableRecord.at),
            col(RoundtableRecord.review_on),
            col(RoundtableRecord.review_at),
        )
    )
    return [Meeting(*row) for row in session.execute(query)]


def employers_at_tables(session: Session) -> dict[UUID, dict[UUID, str]]:
    """Return for each citizen with a roundtable the employers, by id, and what they are called."""
    with_one = select(FollowupRecord.citizen_id).join(
        RoundtableRecord, col(RoundtableRecord.followup_id) == col(FollowupRecord.id)
    )
    query = select(PartyRecord.citizen_id, PartyRecord.id, PartyRecord.name).where(
        PartyRecord.kind == PartyKind.EMPLOYER, col(PartyRecord.citizen_id).in_(with_one)
    )
    found: dict[UUID, dict[UUID, str]] = {}
    for citizen_id, party_id, name in session.exec(query):
        found.setdefault(citizen_id, {})[party_id] = name
    return found


def seated_of_several(session: Session) -> frozenset[Seated]:
    """Return at which roundtable which employer has a seat, of citizens who have several."""
    several = (
        select(PartyRecord.citizen_id)
        .where(PartyRecord.kind == PartyKind.EMPLOYER)
        .group_by(col(PartyRecord.citizen_id))
        .having(func.count() > 1)
    )
    query = (
        select(ParticipantRecord.roundtable_id, ParticipantRecord.party_id)
        .join(PartyRecord, col(PartyRecord.id) == col(ParticipantRecord.party_id))
        .where(PartyRecord.kind == PartyKind.EMPLOYER, col(PartyRecord.citizen_id).in_(several))
    )
    return frozenset((table, party) for table, party in session.exec(query) if party is not None)


def can_plan(session: Session, today: date) -> bool:
    """Return whether a follow-up runs whose consent holds today: a roundtable needs one."""
    query = (
        select(FollowupRecord.id)
        .join(ConsentRecord, col(ConsentRecord.citizen_id) == col(FollowupRecord.citizen_id))
        .where(
            col(FollowupRecord.archived_on).is_(None),
            col(FollowupRecord.ended_on).is_(None),
            ConsentRecord.kind == ConsentKind.CONFIRMED,
            ConsentRecord.status == ConsentStatus.LIVE,
            ConsentRecord.expires_on >= today,
        )
    )
    return session.exec(query.limit(1)).first() is not None


def _is_newest() -> ColumnElement[bool]:
    later = aliased(RoundtableRecord)
    replaced = select(later.previous_id).where(col(later.previous_id).is_not(None))
    return col(RoundtableRecord.id).not_in(replaced)
