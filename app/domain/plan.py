"""The plan: when each practice is visited next, and why on that day.

It counts from the last visit held, not from the last one planned. Weekends, public holidays, a
practice's closed days and other visits are never used; wished weekdays are sought; holiday weeks
are avoided when another day within the tolerated weeks is free.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from heapq import heappop, heappush

from app.domain.language import _
from app.domain.plan_day import (
    NOON,
    Diary,
    Window,
    candidate,
    days_of,
    distance,
    kept,
    reasons_for,
    refusal,
    window_of,
)
from app.domain.plan_shape import (
    Candidate,
    Impossible,
    Plan,
    PlannedVisit,
    PlanPractice,
    Proposal,
    Skipped,
)


def plan_visits(
    practices: Sequence[PlanPractice],
    booked: Sequence[PlannedVisit],
    first: date,
    weeks: int,
) -> Plan:
    """Return the plan from `first` over `weeks` weeks; booked visits stay where they are."""
    return _Planner(practices, booked, first, first + timedelta(weeks=weeks)).plan()


def propose_dates(
    practice: PlanPractice, booked: Sequence[PlannedVisit], after: date, count: int = 3
) -> tuple[Candidate, ...]:
    """Return the best dates from `after` on, best first; booked visits of others are kept free."""
    others = [visit for visit in booked if visit.key != practice.key]
    diary = Diary(others)
    window = window_of(practice, practice.last_held, after)
    days = [day for day in days_of(window) if refusal(practice, diary, day) is None]
    best = sorted(days, key=lambda day: (distance(practice, window, day), day))[:count]
    return tuple(candidate(practice, others, day) for day in best)


class _Planner:
    """Places one visit after the other, the one due first before the rest."""

    def __init__(
        self,
        practices: Sequence[PlanPractice],
        booked: Sequence[PlannedVisit],
        first: date,
        last: date,
    ) -> None:
        self._first = first
        self._last = last
        self._diary = Diary(booked)
        self._practices = list(practices)
        self._anchors = [practice.last_held for practice in practices]
        self._booked = [_booked_of(practice, booked, first) for practice in practices]
        self._visits: list[Proposal] = []
        self._impossible: list[Impossible] = []

    def plan(self) -> Plan:
        """Return the plan."""
        queue: list[tuple[date, int]] = []
        for place in range(len(self._practices)):
            self._enqueue(queue, place)
        while queue:
            _day, place = heappop(queue)
            self._place(place)
            self._enqueue(queue, place)
        visits = sorted(self._visits, key=lambda visit: (visit.start, visit.key))
        return Plan(visits=tuple(visits), impossible=tuple(self._impossible))

    def _enqueue(self, queue: list[tuple[date, int]], place: int) -> None:
        window = window_of(self._practices[place], self._anchors[place], self._first)
        waiting = self._booked[place]
        day = min(window.ideal, waiting[0].start.date()) if waiting else window.ideal
        if day < self._last:
            heappush(queue, (day, place))

    def _place(self, place: int) -> None:
        practice, waiting = self._practices[place], self._booked[place]
        window = window_of(practice, self._anchors[place], self._first)
        near = window.ideal + timedelta(weeks=practice.tolerated_from)
        if waiting and waiting[0].start.date() < near:
            visit = waiting.pop(0)
            self._visits.append(kept(practice, visit))
            self._anchors[place] = visit.start.date()
            return
        self._anchors[place] = self._proposed(practice, window)

    def _proposed(self, practice: PlanPractice, window: Window) -> date:
        refused: list[Skipped] = []
        free: list[date] = []
        for day in days_of(window):
            reason = refusal(practice, self._diary, day)
            if reason is None:
                free.append(day)
            else:
                refused.append(Skipped(day=day, reason=reason))
        if not free:
            reason = _("No day is free within the tolerated weeks.")
            self._impossible.append(Impossible(key=practice.key, day=window.ideal, reason=reason))
            return window.ideal
        best = min(free, key=lambda day: (distance(practice, window, day), day))
        if best < self._last:
            self._take(practice, window, best, refused)
        return best

    def _take(
        self, practice: PlanPractice, window: Window, day: date, refused: list[Skipped]
    ) -> None:
        chosen = distance(practice, window, day)
        better = tuple(
            skipped
            for skipped in refused
            if skipped.day.weekday() < 5 and distance(practice, window, skipped.day) < chosen
        )
        start = datetime.combine(day, practice.at or NOON)
        self._diary.add(PlannedVisit(key=practice.key, start=start, minutes=practice.minutes))
        self._visits.append(
            Proposal(
                key=practice.key,
                start=start,
                minutes=practice.minutes,
                booked=False,
                reasons=reasons_for(practice, window, day, better),
                skipped=better,
            )
        )


def _booked_of(
    practice: PlanPractice, booked: Sequence[PlannedVisit], first: date
) -> list[PlannedVisit]:
    mine = (visit for visit in booked if visit.key == practice.key and visit.start.date() >= first)
    return sorted(mine, key=lambda visit: visit.start)
