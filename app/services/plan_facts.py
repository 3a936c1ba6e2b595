"""What the planner is told of practices and of their visits."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.plan import PracticeShown, VisitInPlan, VisitTime, booked_times, missed_days
from app.data.practice import ClosedRecord, PracticeRecord, find_closed, get_practice
from app.data.visit import VisitRecord, last_held_days, running_visit
from app.domain.plan_shape import ClosedPeriod, PlannedVisit, PlanPractice
from app.domain.practice import PracticeId


@dataclass(frozen=True, slots=True)
class Known:
    """What the plan has to know of practices: read once for all of them, or for one."""

    running: VisitRecord | None
    held: dict[UUID, date]
    closed: dict[UUID, list[ClosedRecord]]
    missed: dict[UUID, list[date]]


def known(session: Session, since: date, practice_id: UUID | None = None) -> Known:
    """Return it, of one practice if given; of visits that did not happen those `since` a day."""
    closed: dict[UUID, list[ClosedRecord]] = defaultdict(list)
    for period in find_closed(session, practice_id):
        closed[period.practice_id].append(period)
    missed = missed_days(session, since, practice_id)
    held = last_held_days(session, practice_id)
    return Known(running_visit(session), held, closed, missed)


def plan_practice(session: Session, practice_id: PracticeId, since: date) -> PlanPractice:
    """Return one practice as the planner takes it `since` a day, or raise `NotFound`."""
    return plan_practice_of(get_practice(session, practice_id), known(session, since, practice_id))


def plan_practice_of(record: PracticeRecord | PracticeShown, all_known: Known) -> PlanPractice:
    """Return a practice as the planner takes it; a visit that runs there counts as held."""
    return PlanPractice(
        key=str(record.id),
        name=record.name,
        rhythm_weeks=record.rhythm_weeks,
        tolerated_from=record.tolerated_from,
        tolerated_to=record.tolerated_to,
        minutes=record.minutes,
        weekdays=tuple(int(day) for day in record.weekdays),
        at=record.at,
        closed=tuple(
            ClosedPeriod(first=closed.first, last=closed.last, reason=closed.reason)
            for closed in all_known.closed.get(record.id, ())
        ),
        last_held=_last_visit(record, all_known),
        missed=tuple(all_known.missed.get(record.id, ())),
    )


def booked(session: Session) -> list[PlannedVisit]:
    """Return what is still to be held, and what is held now."""
    return [planned_visit(visit) for visit in booked_times(session)]


def planned_visit(visit: VisitRecord | VisitInPlan | VisitTime) -> PlannedVisit:
    """Return a visit as the planner takes it."""
    return PlannedVisit(key=str(visit.practice_id), start=visit.start, minutes=visit.minutes)


def _last_visit(practice: PracticeRecord | PracticeShown, all_known: Known) -> date | None:
    running = all_known.running
    if running is not None and running.practice_id == practice.id:
        return running.start.date()
    return all_known.held.get(practice.id)
