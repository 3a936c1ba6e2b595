"""What in the plan has to be decided, gathered from visits and practices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.practice import PracticeRecord, find_practices
from app.data.visit import VisitRecord, find_visits
from app.domain.decision import Decision, DecisionKind
from app.domain.language import _
from app.domain.plan_shape import Plan
from app.domain.practice import PracticeId
from app.domain.today import over_words
from app.domain.visit import VisitId, VisitStatus
from app.domain.words import long_day
from app.services.overdue import overdue_rows


def decisions(session: Session, plan: Plan, today: date) -> tuple[Decision, ...]:
    """Return what has to be decided, the earliest day first."""
    live = {record.id: record for record in find_practices(session)}
    planned = [
        visit
        for visit in find_visits(session, statuses=(VisitStatus.PLANNED,))
        if visit.practice_id in live
    ]
    found = [
        *_unsettled(live, planned, today),
        *_conflicts(live, planned, plan),
        *_late(session, today),
        *_impossible(live, plan),
    ]
    return tuple(sorted(found, key=lambda decision: (decision.day, decision.practice)))


def unsettled(session: Session, today: date) -> tuple[Decision, ...]:
    """Return the planned visits whose day has passed."""
    live = {record.id: record for record in find_practices(session)}
    planned = find_visits(session, statuses=(VisitStatus.PLANNED,))
    return tuple(_unsettled(live, [one for one in planned if one.practice_id in live], today))


def _unsettled(
    live: dict[UUID, PracticeRecord], planned: list[VisitRecord], today: date
) -> Iterator[Decision]:
    text = _("The day has passed. Was the visit held, or did it not happen?")
    for visit in planned:
        if visit.start.date() < today:
            yield _about(DecisionKind.UNSETTLED, live[visit.practice_id], visit, text)


def _conflicts(
    live: dict[UUID, PracticeRecord], planned: list[VisitRecord], plan: Plan
) -> Iterator[Decision]:
    reasons = {
        (visit.key, visit.start): visit.reasons[0]
        for visit in plan.visits
        if visit.booked and visit.reasons
    }
    for visit in planned:
        text = reasons.get((str(visit.practice_id), visit.start))
        if text is not None:
            yield _about(DecisionKind.CONFLICT, live[visit.practice_id], visit, text)


def _late(session: Session, today: date) -> Iterator[Decision]:
    for row in overdue_rows(session, today):
        if row.next_on is None:
            text = _("Last visited {day}, {over}. Find a date.")
            yield Decision(
                kind=DecisionKind.LATE,
                practice_id=row.practice_id,
                practice=row.practice,
                visit_id=None,
                day=row.last_held_on,
                text=text.format(day=long_day(row.last_held_on), over=over_words(row.days_over)),
            )


def _impossible(live: dict[UUID, PracticeRecord], plan: Plan) -> Iterator[Decision]:
    for one in plan.impossible:
        practice = live[UUID(one.key)]
        yield Decision(
            kind=DecisionKind.IMPOSSIBLE,
            practice_id=PracticeId(practice.id),
            practice=practice.name,
            visit_id=None,
            day=one.day,
            text=one.reason,
        )


def _about(kind: DecisionKind, practice: PracticeRecord, visit: VisitRecord, text: str) -> Decision:
    return Decision(
        kind=kind,
        practice_id=PracticeId(practice.id),
        practice=practice.name,
        visit_id=VisitId(visit.id),
        day=visit.start.date(),
        text=text,
    )
