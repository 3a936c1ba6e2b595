"""Planned visits on whose day nobody can come any more: days that were closed after booking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sqlmodel import Session

from app.data.absence import find_absences
from app.data.practice import find_closed
from app.data.rhythm import Booked, find_booked
from app.data.visit import VisitRecord
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
    return clashes_among(session, find_booked(session, first=today))


def clashes_among(session: Session, booked: Sequence[Booked]) -> tuple[Decision, ...]:
    """Return those of these planned visits that have to be moved."""
    shut = _may_be_shut(session)
    return tuple(
        booked_decision(DecisionKind.CONFLICT, visit, text)
        for visit in booked
        if shut(visit) and (text := clash(session, session.get_one(VisitRecord, visit.visit_id)))
    )


def booked_decision(kind: DecisionKind, visit: Booked, text: str) -> Decision:
    """Return what has to be decided about a planned visit."""
    return Decision(
        kind=kind,
        practice_id=PracticeId(visit.practice_id),
        practice=visit.practice,
        visit_id=VisitId(visit.visit_id),
        day=visit.start.date(),
        text=text,
    )


def _may_be_shut(session: Session) -> Callable[[Booked], bool]:
    """Return what says whether a day is to be looked at closely: read once for all visits."""
    closed, absences = find_closed(session), find_absences(session)

    def shut(visit: Booked) -> bool:
        day = visit.start.date()
        away = any(one.first <= day <= one.last for one in absences)
        here = any(
            one.practice_id == visit.practice_id and one.first <= day <= one.last for one in closed
        )
        return away or here or closed_reason(day) is not None

    return shut
