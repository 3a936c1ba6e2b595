"""What in the plan has to be decided, gathered from visits and practices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from app.data.rhythm import Booked
from app.domain.decision import Decision, DecisionKind
from app.domain.language import _
from app.domain.plan_shape import Plan
from app.domain.practice import PracticeId
from app.domain.today import OverdueRow, over_words
from app.domain.words import long_day
from app.services.clash import booked_decision


def decisions(
    booked: Sequence[Booked],
    late: Sequence[OverdueRow],
    plan: Plan,
    names: Mapping[str, str],
    today: date,
) -> tuple[Decision, ...]:
    """Return what has to be decided, the earliest day first: of visits planned, of practices that
    are late, and by the plan; `names` are those of the practices by their keys there."""
    found = [
        *unsettled(booked, today),
        *_conflicts(booked, plan),
        *_late(late),
        *_impossible(names, plan),
    ]
    return tuple(sorted(found, key=lambda decision: (decision.day, decision.practice)))


def unsettled(booked: Sequence[Booked], today: date) -> tuple[Decision, ...]:
    """Return the planned visits whose day has passed."""
    text = _("The day has passed. Was the visit held, or did it not happen?")
    return tuple(
        booked_decision(DecisionKind.UNSETTLED, visit, text)
        for visit in booked
        if visit.start.date() < today
    )


def _conflicts(booked: Sequence[Booked], plan: Plan) -> Iterator[Decision]:
    reasons = {
        (visit.key, visit.start): visit.reasons[0]
        for visit in plan.visits
        if visit.booked and visit.reasons
    }
    for visit in booked:
        text = reasons.get((str(visit.practice_id), visit.start))
        if text is not None:
            yield booked_decision(DecisionKind.CONFLICT, visit, text)


def _late(rows: Sequence[OverdueRow]) -> Iterator[Decision]:
    for row in rows:
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


def _impossible(names: Mapping[str, str], plan: Plan) -> Iterator[Decision]:
    for one in plan.impossible:
        yield Decision(
            kind=DecisionKind.IMPOSSIBLE,
            practice_id=PracticeId(UUID(one.key)),
            practice=names[one.key],
            visit_id=None,
            day=one.day,
            text=one.reason,
        )
