"""Which practices nobody has visited for longer than they tolerate, or is to visit this week."""

from __future__ import annotations

from datetime import date, timedelta

from sqlmodel import Session

from app.data.practice import PracticeRecord, find_practices
from app.data.visit import VisitRecord, find_visits, last_held_days, next_planned_days
from app.domain.decision import Decision, DecisionKind
from app.domain.practice import PracticeId
from app.domain.today import OverdueRow, days_over, due_words, is_due
from app.domain.visit import VisitStatus


def overdue_rows(session: Session, today: date) -> tuple[OverdueRow, ...]:
    """Return the late practices, the latest first."""
    held = last_held_days(session)
    ahead = next_planned_days(session, today)
    rows = [
        _row(session, one, held[one.id], ahead.get(one.id), today)
        for one in find_practices(session)
        if one.id in held and days_over(held[one.id], one.rhythm_weeks, one.tolerated_to, today) > 0
    ]
    return tuple(sorted(rows, key=lambda row: (-row.days_over, row.practice)))


def due_rows(session: Session, today: date) -> tuple[Decision, ...]:
    """Return the practices that are due this week or were before, are not late yet, and have no
    visit planned; the longest due first."""
    held, ahead = last_held_days(session), next_planned_days(session, today)
    rows = [
        Decision(
            kind=DecisionKind.DUE,
            practice_id=PracticeId(one.id),
            practice=one.name,
            visit_id=None,
            day=held[one.id] + timedelta(weeks=one.rhythm_weeks),
            text=due_words(held[one.id], one.rhythm_weeks, one.tolerated_to, today),
        )
        for one in find_practices(session)
        if one.id in held
        and one.id not in ahead
        and is_due(held[one.id], one.rhythm_weeks, today)
        and not days_over(held[one.id], one.rhythm_weeks, one.tolerated_to, today)
    ]
    return tuple(sorted(rows, key=lambda row: (row.day, row.practice)))


def _row(
    session: Session,
    practice: PracticeRecord,
    last_held_on: date,
    next_on: date | None,
    today: date,
) -> OverdueRow:
    missed = _missed_since(session, practice, last_held_on)
    return OverdueRow(
        practice_id=PracticeId(practice.id),
        practice=practice.name,
        last_held_on=last_held_on,
        days_over=days_over(last_held_on, practice.rhythm_weeks, practice.tolerated_to, today),
        missed_on=missed.start.date() if missed else None,
        missed_reason=missed.missed_reason if missed else None,
        next_on=next_on,
    )


def _missed_since(
    session: Session, practice: PracticeRecord, last_held_on: date
) -> VisitRecord | None:
    missed = find_visits(session, practice_id=practice.id, statuses=(VisitStatus.MISSED,))
    later = [visit for visit in missed if visit.start.date() > last_held_on]
    return later[-1] if later else None
