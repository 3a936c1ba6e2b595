"""Which practices nobody has visited for longer than they tolerate."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from app.data.practice import PracticeRecord, find_practices
from app.data.visit import VisitRecord, find_visits, last_held_days, next_planned_days
from app.domain.practice import PracticeId
from app.domain.today import OverdueRow, days_over
from app.domain.visit import VisitStatus


def overdue_rows(session: Session, today: date) -> tuple[OverdueRow, ...]:
    """Return the late practices, the latest first."""
    held = last_held_days(session)
    ahead = next_planned_days(session, today)
    rows = [
        _row(session, practice, held[practice.id], ahead.get(practice.id), today)
        for practice in find_practices(session)
        if practice.id in held
    ]
    late = [row for row in rows if row.days_over > 0]
    return tuple(sorted(late, key=lambda row: (-row.days_over, row.practice)))


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
