"""What the plan asks of all visits at once, read as columns: of each visit it needs little."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, and_, col, select

from app.data.practice import PracticeRecord
from app.data.visit import VisitRecord
from app.domain.visit import MissedReason, VisitStatus

STILL_TO_BE_HELD = (VisitStatus.PLANNED, VisitStatus.RUNNING)


class VisitInPlan(NamedTuple):
    """One visit as the plan shows it; named like the columns of `VisitRecord`."""

    id: UUID
    practice_id: UUID
    start: datetime
    minutes: int
    status: VisitStatus
    missed_reason: MissedReason | None
    moved_from: date | None
    started_at: datetime | None
    ended_at: datetime | None


class VisitTime(NamedTuple):
    """When a practice is visited, and for how long."""

    practice_id: UUID
    start: datetime
    minutes: int


def find_in_plan(session: Session, first: date, last: date) -> Sequence[VisitInPlan]:
    """Return the visits of these days, those moved away from one of them, and all that are still
    to be held, in time order."""
    # Three questions, each of them quick: asked as one, SQLite reads every visit ever planned.
    parts = (
        _within(first, last),
        col(VisitRecord.status).in_(STILL_TO_BE_HELD),
        col(VisitRecord.moved_from).between(first, last),
    )
    found = {visit.id: visit for part in parts for visit in _shown(session, part)}
    return sorted(found.values(), key=lambda visit: visit.start)


def booked_times(session: Session) -> Sequence[VisitTime]:
    """Return when practices that are not archived are still to be visited, or are visited now."""
    query = (
        select(VisitRecord)
        .join(PracticeRecord, col(PracticeRecord.id) == col(VisitRecord.practice_id))
        .where(
            col(VisitRecord.status).in_(STILL_TO_BE_HELD), col(PracticeRecord.archived_on).is_(None)
        )
    )
    found = session.execute(query.with_only_columns(*_TIMES))
    return sorted((VisitTime(*row) for row in found), key=lambda visit: visit.start)


def held_times(session: Session, first: date, last: date) -> Sequence[VisitTime]:
    """Return when practices were visited on these days."""
    query = select(VisitRecord).where(VisitRecord.status == VisitStatus.HELD, _within(first, last))
    return [VisitTime(*row) for row in session.execute(query.with_only_columns(*_TIMES))]


def missed_days(
    session: Session, since: date, practice_id: UUID | None = None
) -> dict[UUID, list[date]]:
    """Return the days from `since` on of visits that did not happen, at one practice if given."""
    query = select(VisitRecord.practice_id, VisitRecord.start).where(
        VisitRecord.status == VisitStatus.MISSED,
        VisitRecord.start >= datetime.combine(since, time()),
    )
    if practice_id is not None:
        query = query.where(VisitRecord.practice_id == practice_id)
    days: dict[UUID, list[date]] = {}
    for practice, start in session.exec(query):
        days.setdefault(practice, []).append(start.date())
    return days


_TIMES = (col(VisitRecord.practice_id), col(VisitRecord.start), col(VisitRecord.minutes))


def _within(first: date, last: date) -> ColumnElement[bool]:
    begin, end = datetime.combine(first, time()), datetime.combine(last + timedelta(days=1), time())
    return and_(col(VisitRecord.start) >= begin, col(VisitRecord.start) < end)


def _shown(session: Session, which: ColumnElement[bool]) -> Iterator[VisitInPlan]:
    query = (
        select(VisitRecord)
        .where(which)
        .with_only_columns(
            col(VisitRecord.id),
            *_TIMES,
            col(VisitRecord.status),
            col(VisitRecord.missed_reason),
            col(VisitRecord.moved_from),
            col(VisitRecord.started_at),
            col(VisitRecord.ended_at),
        )
    )
    for row in session.execute(query):
        yield VisitInPlan(*row)
