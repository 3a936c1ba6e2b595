"""Moving a visit with the ones planned after it at the same practice, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from app.data.practice import find_practices
from app.data.visit import VisitRecord, find_visits, get_visit
from app.domain.plan_day import Diary
from app.domain.plan_series import shift_series
from app.domain.plan_shape import OwnCalendar, PlannedVisit, PlanPractice, SeriesMove
from app.domain.practice import PracticeId
from app.domain.visit import VisitFacts, VisitId, VisitStatus
from app.services.visit_time import (
    move_to,
    refuse_unfit_time,
    refuse_unmovable,
    refuse_unplanned,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """Where a visit was before it was moved, so that the move can be taken back."""

    visit_id: VisitId
    start: datetime
    minutes: int


def following(session: Session, record: VisitRecord) -> Sequence[VisitRecord]:
    """Return the visits planned after this one at its practice."""
    planned = find_visits(session, practice_id=record.practice_id, statuses=(VisitStatus.PLANNED,))
    return [visit for visit in planned if visit.start > record.start and visit.id != record.id]


def series_moves(
    session: Session,
    record: VisitRecord,
    facts: VisitFacts,
    practice: PlanPractice,
    own: OwnCalendar,
    today: date,
) -> tuple[SeriesMove, ...]:
    """Return where the following visits go if this one is moved as `facts` say."""
    later = following(session, record)
    moving = {record.id, *(visit.id for visit in later)}
    live = {one.id for one in find_practices(session)}
    statuses = (VisitStatus.PLANNED, VisitStatus.RUNNING)
    others = [
        _planned(visit, visit.start)
        for visit in find_visits(session, statuses=statuses)
        if visit.id not in moving and visit.practice_id in live
    ]
    was, is_now = _planned(record, record.start), _planned(record, facts.start)
    later_visits = [_planned(visit, visit.start) for visit in later]
    return shift_series(practice, (was, is_now), later_visits, Diary(others, own), today)


def move_all(
    session: Session, record: VisitRecord, facts: VisitFacts, moves: Sequence[SeriesMove]
) -> tuple[Before, ...]:
    """Move the visit and those after it; return where they were. Raise `Rejected` if the first
    one cannot be at its new time."""
    refuse_unmovable(record, facts)
    later = following(session, record)
    before = tuple(_before(visit) for visit in (record, *later))
    for visit, move in zip(later, moves, strict=True):
        move_to(visit, move.new_start)
    session.flush()
    refuse_unfit_time(session, facts, moving=record)
    move_to(record, facts.start)
    record.minutes = facts.minutes
    return before


def move_all_back(session: Session, before: Sequence[Before]) -> None:
    """Put visits back where they were; raise `Rejected` if something is in the way by now."""
    records = [get_visit(session, one.visit_id) for one in before]
    for record, one in zip(records, before, strict=True):
        refuse_unplanned(record)
        move_to(record, one.start)
        record.minutes = one.minutes
    session.flush()
    for record in records:
        facts = VisitFacts(
            practice_id=PracticeId(record.practice_id), start=record.start, minutes=record.minutes
        )
        refuse_unfit_time(session, facts, moving=record)


def _before(record: VisitRecord) -> Before:
    return Before(visit_id=VisitId(record.id), start=record.start, minutes=record.minutes)


def _planned(record: VisitRecord, start: datetime) -> PlannedVisit:
    return PlannedVisit(key=str(record.practice_id), start=start, minutes=record.minutes)
