"""What the plan asks of all visits at once, read as columns: of each visit it needs little."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, and_, col, not_, select

from app.data.practice import PracticeRecord
from app.data.visit import VisitRecord
from app.domain.practice import VisitFormat
from app.domain.visit import MissedReason, VisitStatus

TO_BE_HELD = (VisitStatus.PLANNED, VisitStatus.RUNNING)


class PracticeShown(NamedTuple):
    """One practice as the plan shows it; named like the columns of `PracticeRecord`."""

    id: UUID
    name: str
    address: str
    phone: str
    place: str
    format: VisitFormat
    rhythm_weeks: int
    tolerated_from: int
    tolerated_to: int
    minutes: int
    weekdays: str
    at: time
    quick_facts: str
    archived_on: date | None


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


def practices_shown(session: Session) -> Sequence[PracticeShown]:
    """Return the practices by name, also those in the archive."""
    query = select(PracticeRecord).with_only_columns(
        col(PracticeRecord.id),
        col(PracticeRecord.name),
        col(PracticeRecord.address),
        col(PracticeRecord.phone),
        col(PracticeRecord.place),
        col(PracticeRecord.format),
        col(PracticeRecord.rhythm_weeks),
        col(PracticeRecord.tolerated_from),
        col(PracticeRecord.tolerated_to),
        col(PracticeRecord.minutes),
        col(PracticeRecord.weekdays),
        col(PracticeRecord.at),
        col(PracticeRecord.quick_facts),
        col(PracticeRecord.archived_on),
    )
    return sorted((PracticeShown(*row) for row in session.execute(query)), key=attrgetter("name"))


def find_in_plan(session: Session, first: date, last: date) -> Sequence[VisitInPlan]:
    """Return the visits of these days, those moved away from one of them, and all that are still
    to be held, in time order."""
    # Three questions, each of them quick: asked as one, SQLite reads every visit ever planned.
    shown, to_come = _within(first, last), col(VisitRecord.status).in_(TO_BE_HELD)
    moved = col(VisitRecord.moved_from).between(first, last)
    parts = (shown, and_(to_come, not_(shown)), and_(moved, not_(shown), not_(to_come)))
    found = [visit for part in parts for visit in _read(session, part)]
    return sorted(found, key=lambda visit: visit.start)


def booked_times(session: Session) -> Sequence[VisitTime]:
    """Return when practices that are not archived are still to be visited, or are visited now."""
    query = (
        select(VisitRecord)
        .join(PracticeRecord, col(PracticeRecord.id) == col(VisitRecord.practice_id))
        .where(col(VisitRecord.status).in_(TO_BE_HELD), col(PracticeRecord.archived_on).is_(None))
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


def _read(session: Session, which: ColumnElement[bool]) -> Iterator[VisitInPlan]:
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
