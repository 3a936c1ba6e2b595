"""The page of the plan: everything it shows, read once and together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.plan import (
    TO_BE_HELD,
    PracticeShown,
    VisitInPlan,
    find_in_plan,
    practices_shown,
)
from app.data.rhythm import Booked, Rhythm
from app.data.visit import has_visits
from app.domain.decision import Decision
from app.domain.plan import plan_visits
from app.domain.plan_shape import Plan
from app.domain.plan_sheet import PlanSheet
from app.domain.practice import PracticeId, PracticeInPlan
from app.domain.visit import VisitStatus
from app.services.overdue import overdue_of
from app.services.own_calendar import own_calendar
from app.services.plan_decision import decisions
from app.services.plan_facts import Known, known, plan_practice_of, planned_visit
from app.services.practice_view import closed_row, practice_facts
from app.services.visit_view import visit_row_of


def plan_sheet(session: Session, first: date, last: date, today: date, weeks: int) -> PlanSheet:
    """Return what is shown of the days from `first` to `last`; what has to be decided is looked
    for from `today` over `weeks`."""
    practices = {one.id: one for one in practices_shown(session)}
    live = {key: record for key, record in practices.items() if record.archived_on is None}
    visits = [
        visit
        for visit in find_in_plan(session, first, last)
        if visit.status is not VisitStatus.PLANNED or visit.practice_id in live
    ]
    to_come = [one for one in visits if one.status in TO_BE_HELD and one.practice_id in live]
    all_known, own = known(session, today), own_calendar(session, since=today)
    plan = plan_visits(
        [plan_practice_of(record, all_known) for record in live.values()],
        [planned_visit(visit) for visit in to_come],
        own,
        today,
        weeks,
        told_until=last,
    )
    return PlanSheet(
        practices=tuple(_in_plan(record, all_known) for record in live.values()),
        visits=tuple(visit_row_of(visit, practices[visit.practice_id]) for visit in visits),
        plan=plan,
        own=own,
        decisions=_decisions(session, live, to_come, all_known, plan, today),
        visited=bool(visits) or has_visits(session),
    )


def _decisions(
    session: Session,
    live: Mapping[UUID, PracticeShown],
    to_come: Sequence[VisitInPlan],
    all_known: Known,
    plan: Plan,
    today: date,
) -> tuple[Decision, ...]:
    booked = [
        Booked(visit.id, visit.practice_id, live[visit.practice_id].name, visit.start)
        for visit in to_come
        if visit.status is VisitStatus.PLANNED
    ]
    days = [(visit.practice_id, visit.start.date()) for visit in reversed(booked)]
    ahead = {key: day for key, day in days if day >= today}  # the first is put in last
    rhythms = [
        Rhythm(key, one.name, one.rhythm_weeks, one.tolerated_to, held, ahead.get(key))
        for key, one in live.items()
        if (held := all_known.held.get(key)) is not None
    ]
    names = {str(key): record.name for key, record in live.items()}
    return decisions(booked, overdue_of(session, rhythms, today), plan, names, today)


def _in_plan(record: PracticeShown, all_known: Known) -> PracticeInPlan:
    return PracticeInPlan(
        id=PracticeId(record.id),
        facts=practice_facts(record),
        closed=tuple(closed_row(one).facts for one in all_known.closed.get(record.id, ())),
        last_held_on=all_known.held.get(record.id),
    )
