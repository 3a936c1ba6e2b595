"""Which practices nobody has visited for longer than they tolerate, or is to visit this week."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlmodel import Session

from app.data.rhythm import Missed, Rhythm, find_missed_since, find_rhythms
from app.domain.decision import Decision, DecisionKind
from app.domain.practice import PracticeId
from app.domain.today import OverdueRow, days_over, due_words, is_due


def overdue_rows(session: Session, today: date) -> tuple[OverdueRow, ...]:
    """Return the late practices, the latest first."""
    return overdue_of(session, find_rhythms(session, today), today)


def late_and_due(
    session: Session, today: date
) -> tuple[tuple[OverdueRow, ...], tuple[Decision, ...]]:
    """Return the late practices, the latest first; and those that are due this week or were before,
    are not late yet, and have no visit planned, the longest due first."""
    rhythms = find_rhythms(session, today)
    return overdue_of(session, rhythms, today), _due(rhythms, today)


def overdue_of(session: Session, rhythms: Sequence[Rhythm], today: date) -> tuple[OverdueRow, ...]:
    """Return those of these practices that are late, the latest first."""
    late = [one for one in rhythms if _over(one, today)]
    missed = find_missed_since(session, {one.practice_id: one.last_held_on for one in late})
    rows = [_row(one, missed.get(one.practice_id), today) for one in late]
    return tuple(sorted(rows, key=lambda row: (-row.days_over, row.practice)))


def _due(rhythms: Sequence[Rhythm], today: date) -> tuple[Decision, ...]:
    rows = [
        Decision(
            kind=DecisionKind.DUE,
            practice_id=PracticeId(one.practice_id),
            practice=one.practice,
            visit_id=None,
            day=one.last_held_on + timedelta(weeks=one.rhythm_weeks),
            text=due_words(one.last_held_on, one.rhythm_weeks, one.tolerated_to, today),
        )
        for one in rhythms
        if one.next_on is None
        and is_due(one.last_held_on, one.rhythm_weeks, today)
        and not _over(one, today)
    ]
    return tuple(sorted(rows, key=lambda row: (row.day, row.practice)))


def _over(one: Rhythm, today: date) -> int:
    return days_over(one.last_held_on, one.rhythm_weeks, one.tolerated_to, today)


def _row(one: Rhythm, missed: Missed | None, today: date) -> OverdueRow:
    return OverdueRow(
        practice_id=PracticeId(one.practice_id),
        practice=one.practice,
        last_held_on=one.last_held_on,
        days_over=_over(one, today),
        missed_on=missed.on if missed else None,
        missed_reason=missed.reason if missed else None,
        next_on=one.next_on,
    )
