"""The page of the plan: everything it shows, read once and together."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from app.data.plan import STILL_TO_BE_HELD, find_in_plan
from app.data.practice import PracticeRecord, find_practices
from app.data.visit import has_visits
from app.domain.plan import plan_visits
from app.domain.plan_sheet import PlanSheet
from app.domain.practice import PracticeId, PracticeInPlan
from app.domain.visit import VisitStatus
from app.services.own_calendar import own_calendar
from app.services.plan_decision import decisions
from app.services.plan_facts import Known, known, plan_practice_of, planned_visit
from app.services.practice_view import closed_row, practice_facts
from app.services.visit_view import visit_row_of


def plan_sheet(session: Session, first: date, last: date, today: date, weeks: int) -> PlanSheet:
    """Return what is shown of the days from `first` to `last`, with the plan of `weeks` from
    `today` on."""
    practices = {record.id: record for record in find_practices(session, archived=True)}
    live = {key: record for key, record in practices.items() if record.archived_on is None}
    visits = [
        visit
        for visit in find_in_plan(session, first, last)
        if visit.status is not VisitStatus.PLANNED or visit.practice_id in live
    ]
    booked = [
        planned_visit(visit)
        for visit in visits
        if visit.status in STILL_TO_BE_HELD and visit.practice_id in live
    ]
    all_known, own = known(session, today), own_calendar(session, since=today)
    planned = [plan_practice_of(record, all_known) for record in live.values()]
    plan = plan_visits(planned, booked, own, today, weeks, told_until=last)
    return PlanSheet(
        practices=tuple(_in_plan(record, all_known) for record in live.values()),
        visits=tuple(visit_row_of(visit, practices[visit.practice_id]) for visit in visits),
        plan=plan,
        own=own,
        decisions=decisions(session, plan, today),
        visited=bool(visits) or has_visits(session),
    )


def _in_plan(record: PracticeRecord, all_known: Known) -> PracticeInPlan:
    return PracticeInPlan(
        id=PracticeId(record.id),
        facts=practice_facts(record),
        closed=tuple(closed_row(one).facts for one in all_known.closed.get(record.id, ())),
        last_held_on=all_known.held.get(record.id),
    )
