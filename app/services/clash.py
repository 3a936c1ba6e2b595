"""Planned visits on whose day nobody can come any more: days that were closed after booking."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlmodel import Session

from app.data.absence import find_absences
from app.data.practice import find_closed, find_practices
from app.data.visit import VisitRecord, find_visits
from app.domain.days import closed_reason
from app.domain.decision import Decision, DecisionKind
from app.domain.practice import PracticeId
from app.domain.visit import VisitFacts, VisitId, VisitStatus
from app.services.visit_time import shut_day


def clash(session: Session, visit: VisitRecord) -> str:
    """Return why nobody can come on the day of a planned visit, or nothing."""
    if visit.status is not VisitStatus.PLANNED:
        return ""
    practice_id = PracticeId(visit.practice_id)
    facts = VisitFacts(practice_id=practice_id, start=visit.start, minutes=visit.minutes)
    return shut_day(session, facts)


def clashes(session: Session, today: date) -> tuple[Decision, ...]:
    """Return the visits planned from today on that have to be moved, the earliest first."""
    names = {practice.id: practice.name for practice in find_practices(session)}
    shut = _may_be_shut(session)
    return tuple(
        Decision(
            kind=DecisionKind.CONFLICT,
            practice_id=PracticeId(visit.practice_id),
            practice=names[visit.practice_id],
            visit_id=VisitId(visit.id),
            day=visit.start.date(),
            text=text,
        )
        for visit in find_visits(session, statuses=(VisitStatus.PLANNED,))
        if visit.practice_id in names and visit.start.date() >= today and shut(visit)
        if (text := clash(session, visit))
    )


def _may_be_shut(session: Session) -> Callable[[VisitRecord], bool]:
    """Return what says whether a day is to be looked at closely: read once for all visits."""
    closed, absences = find_closed(session), find_absences(session)

    def shut(visit: VisitRecord) -> bool:
        day = visit.start.date()
        away = any(one.first <= day <= one.last for one in absences)
        here = any(
            one.practice_id == visit.practice_id and one.first <= day <= one.last for one in closed
        )
        return away or here or closed_reason(day) is not None

    return shut
