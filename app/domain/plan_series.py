"""Moving a visit and the booked ones after it: each by as many days, onto a day it can have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from app.domain.language import _
from app.domain.plan_day import Diary, better_avoided, refusal
from app.domain.plan_shape import PlannedVisit, PlanPractice, SeriesMove
from app.domain.words import weekday_and_day

REACH = 14  # days before and after the one wished for that are tried


def shift_series(
    practice: PlanPractice,
    moved: tuple[PlannedVisit, PlannedVisit],
    following: Sequence[PlannedVisit],
    diary: Diary,
    today: date,
) -> tuple[SeriesMove, ...]:
    """Return where the visits `following` the moved one (as it was, as it is) go.

    `diary` holds what is booked apart from all of these. Each keeps its time of day, and the
    distance to the one before it or else the practice's tolerated weeks.
    """
    was, is_now = (visit.start.date() for visit in moved)
    by = is_now - was
    diary.add(moved[1])
    moves = []
    for visit in following:
        gap = visit.start.date() - was
        step = _Step(practice, visit, visit.start.date() + by, (is_now, gap), diary, today)
        moves.append(step.move())
        was, is_now = visit.start.date(), moves[-1].new_start.date()
        diary.add(replace(visit, start=moves[-1].new_start))
    return tuple(moves)


class _Step:
    """Finds the new day of one visit."""

    def __init__(
        self,
        practice: PlanPractice,
        visit: PlannedVisit,
        wanted: date,
        after: tuple[date, timedelta],
        diary: Diary,
        today: date,
    ) -> None:
        self._practice = replace(practice, at=visit.start.time(), minutes=visit.minutes)
        self._visit, self._wanted, self._diary, self._today = visit, wanted, diary, today
        self._before, self._gap = after

    def move(self) -> SeriesMove:
        """Return the move: to the day wanted, or else the nearest one, or none."""
        hindrance = self._hindrance(self._wanted)
        if hindrance is None:
            return self._to(self._wanted, ())
        numbers = range(-REACH, REACH + 1)
        near = [self._wanted + timedelta(days=number) for number in numbers]
        free = [day for day in near if self._hindrance(day) is None]
        day_words = weekday_and_day(self._wanted)
        if not free:
            text = _("No day near {day} is free: {reason}. This visit stays where it is.")
            said = text.format(day=day_words, reason=hindrance)
            return SeriesMove(start=self._visit.start, new_start=self._visit.start, reasons=(said,))
        best = min(free, key=self._cost)
        return self._to(best, (_("Not {day}: {reason}.").format(day=day_words, reason=hindrance),))

    def _to(self, day: date, reasons: tuple[str, ...]) -> SeriesMove:
        return SeriesMove(
            start=self._visit.start,
            new_start=datetime.combine(day, self._visit.start.time()),
            reasons=(*reasons, *better_avoided(self._diary.soft_reason(day))),
        )

    def _cost(self, day: date) -> tuple[bool, int, date]:
        return self._diary.soft_reason(day) is not None, abs((day - self._wanted).days), day

    def _hindrance(self, day: date) -> str | None:
        if day < self._today:
            return _("the day has passed")
        since = day - self._before
        if since != self._gap:
            if since < timedelta(weeks=self._practice.tolerated_from):
                return _("it is too near the visit before it")
            if since > timedelta(weeks=self._practice.tolerated_to):
                return _("it is too long after the visit before it")
        return refusal(self._practice, self._diary, day)
