"""How often practices are visited, asked of all of them at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from operator import itemgetter
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from app.data.practice import PracticeRecord
from app.data.visit import VisitRecord, next_planned_days
from app.domain.visit import MissedReason, VisitStatus


class Rhythm(NamedTuple):
    """How often a practice is to be visited, when it was last and when it will be next."""

    practice_id: UUID
    practice: str
    rhythm_weeks: int
    tolerated_to: int
    last_held_on: date
    next_on: date | None


class Booked(NamedTuple):
    """A planned visit of a practice that is not archived."""

    visit_id: UUID
    practice_id: UUID
    practice: str
    start: datetime


class Missed(NamedTuple):
    """A visit that did not happen."""

    on: date
    reason: MissedReason | None


def find_rhythms(session: Session, today: date) -> Sequence[Rhythm]:
    """Return the rhythm of each practice that was ever visited and is not archived, in no order."""
    # Sought in the index for each practice: grouping would read every visit ever held.
    newest = (
        select(VisitRecord.start)
        .where(
            VisitRecord.status == VisitStatus.HELD,
            col(VisitRecord.practice_id) == col(PracticeRecord.id),
        )
        .order_by(col(VisitRecord.start).desc())
        .limit(1)
    )
    query = (
        select(PracticeRecord)
        .where(col(PracticeRecord.archived_on).is_(None))
        .with_only_columns(
            col(PracticeRecord.id),
            col(PracticeRecord.name),
            col(PracticeRecord.rhythm_weeks),
            col(PracticeRecord.tolerated_to),
            newest.scalar_subquery(),
        )
    )
    ahead = next_planned_days(session, today)
    return [
        Rhythm(practice_id, name, weeks, tolerated, last_held.date(), ahead.get(practice_id))
        for practice_id, name, weeks, tolerated, last_held in session.execute(query)
        if last_held is not None
    ]


def find_missed_since(session: Session, last_held: Mapping[UUID, date]) -> dict[UUID, Missed]:
    """Return the newest visit that did not happen since the last one was held, of each of these
    practices with one."""
    query = (
        select(VisitRecord)
        .where(
            VisitRecord.status == VisitStatus.MISSED,
            col(VisitRecord.practice_id).in_(last_held),
        )
        .with_only_columns(
            col(VisitRecord.practice_id), col(VisitRecord.start), col(VisitRecord.missed_reason)
        )
    )
    newest: dict[UUID, Missed] = {}
    if last_held:
        for practice_id, start, reason in sorted(session.execute(query), key=itemgetter(1)):
            if start.date() > last_held[practice_id]:
                newest[practice_id] = Missed(start.date(), reason)
    return newest


def find_booked(session: Session, *, first: date = date.min) -> Sequence[Booked]:
    """Return the visits planned from `first` on, in time order."""
    query = (
        select(VisitRecord, PracticeRecord)
        .join(PracticeRecord, col(PracticeRecord.id) == col(VisitRecord.practice_id))
        .where(
            VisitRecord.status == VisitStatus.PLANNED,
            VisitRecord.start >= datetime.combine(first, time()),
            col(PracticeRecord.archived_on).is_(None),
        )
        .with_only_columns(
            col(VisitRecord.id),
            col(VisitRecord.practice_id),
            col(PracticeRecord.name),
            col(VisitRecord.start),
        )
    )
    found = [Booked(*row) for row in session.execute(query)]
    return sorted(found, key=lambda visit: visit.start)
