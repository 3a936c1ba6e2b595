"""The plan: when each practice is visited next, and why on that day.

It counts from the last visit held, not from the last one planned. Weekends, public holidays, a
practice's closed days, days away, roundtables and other visits are never used; wished weekdays are
sought; what is better avoided is avoided when another day within the tolerated weeks is free. The
wished time of day weighs most: another one is proposed only when no tolerated day has it free.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from heapq import heappop, heappush
from itertools import islice, takewhile

from app.domain.language import _
from app.domain.plan_day import (
    NOON,
    Diary,
    Window,
    best_days,
    candidate,
    days_of,
    distance,
    is_free,
    kept,
    nearest,
    no_day_reason,
    other_time,
    other_times,
    reasons_for,
    refusal,
    window_of,
)
from app.domain.plan_shape import (
    Candidate,
    Impossible,
    OwnCalendar,
    Plan,
    PlannedVisit,
    PlanPractice,
    Proposal,
    Skipped,
)


def plan_visits(
    practices: Sequence[PlanPractice],
    booked: Sequence[PlannedVisit],
    own: OwnCalendar,
    first: date,
    weeks: int,
    told_until: date = date.max,
) -> Plan:
    """Return the plan from `first` over `weeks` weeks; booked visits stay where they are. What is
    proposed after `told_until` takes its room, but is left out."""
    diary, last = Diary(booked, own), first + timedelta(weeks=weeks)
    return _Planner(practices, booked, diary, first, last, told_until).plan()


def propose_dates(
    practice: PlanPractice,
    booked: Sequence[PlannedVisit],
    own: OwnCalendar,
    after: date,
    count: int = 3,
    *,
    moving: PlannedVisit | None = None,
) -> tuple[Candidate, ...]:
    """Return the best dates from `after` on, best first, for the practice's next visit.

    With `moving`, for that visit: counted from the one before it, and never the day it has.
    """
    if moving is None:
        others = [visit for visit in booked if visit.key != practice.key]
    else:
        others = [visit for visit in booked if visit != moving]
        practice = replace(practice, last_held=_before(practice, others, moving))
    diary = Diary(others, own)
    window = window_of(practice, practice.last_held, after)
    taken = None if moving is None else moving.start.date()
    free = (
        day
        for day in best_days(practice, window, diary, window.last)
        if day != taken and refusal(practice, diary, day) is None
    )
    return tuple(candidate(practice, others, diary, day) for day in islice(free, count))


def _before(
    practice: PlanPractice, booked: Sequence[PlannedVisit], moving: PlannedVisit
) -> date | None:
    """Return the day of the visit before `moving`: booked at the practice, or held."""
    mine = (visit.start.date() for visit in booked if visit.key == practice.key)
    days = [day for day in mine if day < moving.start.date()]
    return max([*days, *([practice.last_held] if practice.last_held else [])], default=None)


class _Planner:
    """Places one visit after the other, the one due first before the rest."""

    def __init__(
        self,
        practices: Sequence[PlanPractice],
        booked: Sequence[PlannedVisit],
        diary: Diary,
        first: date,
        last: date,
        told_until: date,
    ) -> None:
        self._first, self._last, self._told_until = first, last, told_until
        self._diary = diary
        self._practices = list(practices)
        self._anchors = [practice.last_held for practice in practices]
        self._from = [first] * len(practices)
        waiting = _booked_from(booked, first)
        self._windows = [window_of(one, one.last_held, first) for one in practices]
        self._booked = [waiting.get(practice.key, []) for practice in practices]
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
        window, waiting = self._windows[place], self._booked[place]
        day = min(window.ideal, waiting[0].start.date()) if waiting else window.ideal
        if day < self._last:
            heappush(queue, (day, place))

    def _place(self, place: int) -> None:
        window, waiting = self._windows[place], self._booked[place]
        latest = window.last
        if waiting:  # what is booked keeps its distance to what is proposed before it
            close = timedelta(weeks=self._practices[place].tolerated_from)
            latest = min(latest, waiting[0].start.date() - close)
        if latest >= window.ideal and self._propose(place, window, latest):
            return
        if waiting:
            self._keep(place, waiting.pop(0))
        else:
            self._give_up(place, window)

    def _propose(self, place: int, window: Window, latest: date) -> bool:
        """Take the best free day up to `latest`; return whether there is one."""
        practice = self._practices[place]
        found = self._free_start(practice, best_days(practice, window, self._diary, latest))
        if found is None:
            return False
        day, at = found
        if day < self._last:
            self._take(practice, window, datetime.combine(day, at), latest)
        self._anchor(place, day)
        return True

    def _free_start(self, practice: PlanPractice, days: Iterable[date]) -> tuple[date, time] | None:
        """Return when the practice can be visited: at the time it wishes on any of the days before
        it is at another time on the best of them."""
        wished, tried = practice.at or NOON, []
        for day in days:
            if is_free(practice, self._diary, day, wished):
                return day, wished
            tried.append(day)
        for at in other_times(practice):
            for day in tried:
                if is_free(practice, self._diary, day, at):
                    return day, at
        return None

    def _keep(self, place: int, visit: PlannedVisit) -> None:
        self._visits.append(kept(self._practices[place], visit, self._diary))
        self._anchor(place, visit.start.date())

    def _give_up(self, place: int, window: Window) -> None:
        """Say once that no tolerated day is free, and look for the first day after them."""
        practice = self._practices[place]
        if self._from[place] == self._first:
            refusals = {day: refusal(practice, self._diary, day) for day in days_of(window)}
            reason = no_day_reason(window, refusals)
            self._impossible.append(Impossible(key=practice.key, day=window.ideal, reason=reason))
        self._count_from(place, self._anchors[place], window.last + timedelta(days=1))

    def _anchor(self, place: int, day: date) -> None:
        self._count_from(place, day, self._first)

    def _count_from(self, place: int, anchor: date | None, first: date) -> None:
        """Let the next visit there count from `anchor`, and be on no day before `first`."""
        self._anchors[place], self._from[place] = anchor, first
        self._windows[place] = window_of(self._practices[place], anchor, first)

    def _take(self, practice: PlanPractice, window: Window, start: datetime, latest: date) -> None:
        if start.date() <= self._told_until:
            self._tell(practice, window, start, latest)
        self._diary.add(PlannedVisit(key=practice.key, start=start, minutes=practice.minutes))

    def _tell(self, practice: PlanPractice, window: Window, start: datetime, latest: date) -> None:
        day = start.date()
        better = self._better(practice, window, day, latest)
        here = self._diary.soft_reason(day)
        self._visits.append(
            Proposal(
                key=practice.key,
                start=start,
                minutes=practice.minutes,
                booked=False,
                reasons=(
                    *reasons_for(practice, window, day, better, here),
                    *other_time(practice, start),
                ),
                skipped=better,
            )
        )

    def _better(
        self, practice: PlanPractice, window: Window, chosen: date, latest: date
    ) -> tuple[Skipped, ...]:
        """Return the working days nearer to what is wished for that were not taken, nearest
        first."""
        reach = distance(practice, window, chosen)
        nearer = takewhile(lambda one: one[0] < reach, nearest(practice, window))
        found = [(day, self._why_not(practice, day, latest)) for _far, day in nearer]
        return tuple(Skipped(day=day, reason=reason) for day, reason in found if reason)

    def _why_not(self, practice: PlanPractice, day: date, latest: date) -> str | None:
        reason = refusal(practice, self._diary, day)
        if reason is None and day > latest:
            return _("the next visit booked there is too near")
        return reason or self._diary.soft_reason(day)


def _booked_from(booked: Sequence[PlannedVisit], first: date) -> dict[str, list[PlannedVisit]]:
    """Return what is booked from `first` on at each practice, in order of time."""
    waiting: dict[str, list[PlannedVisit]] = {}
    for visit in sorted(booked, key=lambda visit: visit.start):
        if visit.start.date() >= first:
            waiting.setdefault(visit.key, []).append(visit)
    return waiting
