"""One day in the plan: whether a practice can be visited on it, how good it is, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from app.domain.days import SATURDAY, closed_reason, is_closed, is_weekend
from app.domain.language import _, ngettext
from app.domain.plan_shape import (
    Appointment,
    Candidate,
    OwnCalendar,
    PlannedVisit,
    PlanPractice,
    Proposal,
    Skipped,
)
from app.domain.words import (
    clock_time,
    day_and_month,
    joined,
    long_day,
    weekday_and_day,
    weekday_name,
)

OTHER_TIMES = (30, -30, 60, -60)  # minutes from the wished time, the likeliest first
OTHER_WEEKDAY = 10  # days of distance from the ideal that a wished weekday is worth
CAUSES_NAMED = 3
FIRST_VISIT_WEEKS = 4
LATE_WEEKS = 2
NOON = time(12)


@dataclass(frozen=True, slots=True)
class Window:
    """The days a visit may be on, and the one it would be on if nothing stood in the way."""

    first: date
    ideal: date
    last: date
    reasons: tuple[str, ...]


class Diary:
    """What the consultant's days hold: visits, appointments, days away, days better avoided."""

    def __init__(self, visits: Iterable[PlannedVisit], own: OwnCalendar) -> None:
        # Each with the minutes of the day between which it leaves no room: a plan asks thousands
        # of times, and whole numbers are compared faster than times.
        self._by_day: dict[date, list[tuple[int, int, PlannedVisit | Appointment]]] = {}
        self._away: dict[date, str] = {}
        self._way = own.times.travel
        self.soft_reason = own.soft.reason
        for visit in visits:
            self.add(visit)
        for appointment in own.appointments:
            self.add(appointment)
        for period in own.absences:
            for number in range((period.last - period.first).days + 1):
                self._away[period.first + timedelta(days=number)] = period.reason

    def add(self, entry: PlannedVisit | Appointment) -> None:
        """Note what takes time."""
        start = _minute_of(entry.start)
        taken = (start - self._way, start + entry.minutes + self._way, entry)
        self._by_day.setdefault(entry.start.date(), []).append(taken)

    def count(self, day: date) -> tuple[int, int]:
        """Return how many visits and how many roundtables `day` has."""
        entries = self._by_day.get(day, ())
        roundtables = sum(isinstance(entry, Appointment) for _since, _until, entry in entries)
        return len(entries) - roundtables, roundtables

    def away(self, day: date) -> str | None:
        """Return in words that the consultant is away on `day`, or None."""
        reason = self._away.get(day)
        if reason is None:
            return None
        return _("you are away ({reason})").format(reason=reason) if reason else _("you are away")

    def too_close(
        self, start: datetime, minutes: int, apart_from: PlannedVisit | None = None
    ) -> str | None:
        """Return what leaves no time for a visit and the way there and back, or None."""
        other = self.in_the_way(start, minutes, apart_from)
        if other is None:
            return None
        if isinstance(other, Appointment):
            return _("a roundtable is too close")
        return _("another visit is too close")

    def in_the_way(
        self, start: datetime, minutes: int, apart_from: PlannedVisit | None = None
    ) -> PlannedVisit | Appointment | None:
        """Return the first thing that leaves no time for a visit and the way, or None."""
        begin = _minute_of(start)
        end = begin + minutes
        for since, until, other in self._by_day.get(start.date(), ()):
            if begin < until and end > since and other is not apart_from:
                return other
        return None

    def has_room(self, day: date, at: time, minutes: int) -> bool:
        """Return whether the consultant is there on `day` and nothing is in the way then."""
        begin = _minute_of(at)
        end = begin + minutes
        for since, until, _other in self._by_day.get(day, ()):
            if begin < until and end > since:
                return False
        return day not in self._away


def window_of(practice: PlanPractice, anchor: date | None, first: date) -> Window:
    """Return the days the next visit may be on, counted from the last one (`anchor`)."""
    if anchor is None:
        return Window(
            first, first, _after(first, FIRST_VISIT_WEEKS), (_("This is the first visit."),)
        )
    ideal, closes = _after(anchor, practice.rhythm_weeks), _after(anchor, practice.tolerated_to)
    if ideal < first:
        closes = max(closes, _after(first, LATE_WEEKS))
        return Window(first, first, closes, (_late(anchor, first),))
    return Window(max(_after(anchor, practice.tolerated_from), first), ideal, closes, ())


def _after(day: date, weeks: int) -> date:
    return date.fromordinal(day.toordinal() + 7 * weeks)


def _minute_of(moment: datetime | time) -> int:
    return 60 * moment.hour + moment.minute


def _late(anchor: date, first: date) -> str:
    weeks = (first - anchor).days // 7
    text = ngettext(
        "The last visit was {n} week ago, so the next one comes as soon as possible.",
        "The last visit was {n} weeks ago, so the next one comes as soon as possible.",
        weeks,
    )
    return text.format(n=weeks)


def days_of(window: Window) -> Iterator[date]:
    """Yield every day of the window."""
    for number in range((window.last - window.first).days + 1):
        yield window.first + timedelta(days=number)


def refusal(practice: PlanPractice, diary: Diary, day: date) -> str | None:
    """Return why the practice cannot be visited on `day`, or None."""
    reason = closed_reason(day)
    if reason is not None:
        return reason
    if day in practice.missed:
        return _("the visit of that day did not happen")
    return (
        closed_at(practice, day)
        or diary.away(day)
        or diary.too_close(datetime.combine(day, practice.at or NOON), practice.minutes)
    )


def is_free(practice: PlanPractice, diary: Diary, day: date, at: time) -> bool:
    """Return whether the practice can be visited on `day` at that time: what `refusal` says in
    words of the time it wishes, asked far more often."""
    return (
        not is_closed(day)
        and day not in practice.missed
        and closed_at(practice, day) is None
        and diary.has_room(day, at, practice.minutes)
    )


def closed_at(practice: PlanPractice, day: date) -> str | None:
    """Return why the practice itself is closed on `day`, or None."""
    for period in practice.closed:
        if period.first <= day <= period.last:
            if period.reason:
                return _("the practice is closed ({reason})").format(reason=period.reason)
            return _("the practice is closed")
    return None


def distance(practice: PlanPractice, window: Window, day: date) -> int:
    """Return how far `day` is from the ideal, in days; what is disliked counts as distance."""
    return _distance((day - window.ideal).days, day.weekday(), practice.weekdays)


def nearest(practice: PlanPractice, window: Window) -> Iterator[tuple[int, date]]:
    """Yield the working days of the window, the nearest first, each with its distance."""
    around, order = _around(practice, window)
    for far, apart in order:
        yield far, date.fromordinal(around + apart)


def best_days(practice: PlanPractice, window: Window, diary: Diary, latest: date) -> Iterator[date]:
    """Yield the working days up to `latest`, the nearest first, but what is better avoided after
    all that is not."""
    around, order = _around(practice, window)
    avoided = []
    for _far, apart in order:
        day = date.fromordinal(around + apart)
        if day <= latest:
            if diary.soft_reason(day) is None:
                yield day
            else:
                avoided.append(day)
    yield from avoided


def _around(practice: PlanPractice, window: Window) -> tuple[int, Sequence[tuple[int, int]]]:
    """Return the number of the ideal day, and the order of the days round it."""
    ideal = window.ideal
    opens, closes = (window.first - ideal).days, (window.last - ideal).days
    return ideal.toordinal(), _order(ideal.weekday(), opens, closes, practice.weekdays)


# A plan asks this for every visit, of few kinds of windows.
@lru_cache(maxsize=4_096)
def _order(
    ideal: int, opens: int, closes: int, wished: tuple[int, ...]
) -> Sequence[tuple[int, int]]:
    """Return how far each working day is, and how many days apart from the ideal weekday."""
    apart = [number for number in range(opens, closes + 1) if (ideal + number) % 7 < SATURDAY]
    return sorted((_distance(number, (ideal + number) % 7, wished), number) for number in apart)


def _distance(apart: int, weekday: int, wished: tuple[int, ...]) -> int:
    return abs(apart) + (OTHER_WEEKDAY if wished and weekday not in wished else 0)


def reasons_for(
    practice: PlanPractice,
    window: Window,
    day: date,
    better: Sequence[Skipped],
    here: str | None,
) -> tuple[str, ...]:
    """Return why the visit is on this day: one sentence for each cause, not for each day. `here`
    is why the day itself is better avoided."""
    if day == window.ideal and not (window.reasons or better or here):
        return ()
    reasons = list(window.reasons)
    by_cause = {one.reason: one.day for one in reversed(better)}
    reasons += [
        _("Not {day}: {reason}.").format(day=weekday_and_day(by_cause[cause]), reason=cause)
        for cause in dict.fromkeys(one.reason for one in better)
    ]
    reasons += better_avoided(here)
    if day != window.ideal and day.weekday() in practice.weekdays:
        text = _("{weekday} is the day the practice wishes for.")
        reasons.append(text.format(weekday=weekday_name(day).capitalize()))
    if day != window.ideal and not reasons:
        text = _("{day} would have been the day; this is the nearest free one.")
        reasons.append(text.format(day=weekday_and_day(window.ideal).capitalize()))
    return tuple(dict.fromkeys(reasons))


def other_times(practice: PlanPractice) -> Iterator[time]:
    """Yield the times of day near the one the practice wishes, on the same day."""
    wished = datetime.combine(date.min + timedelta(days=1), practice.at or NOON)
    for minutes in OTHER_TIMES:
        other = wished + timedelta(minutes=minutes)
        if other.date() == wished.date():
            yield other.time()


def other_time(practice: PlanPractice, start: datetime) -> tuple[str, ...]:
    """Return the sentence that says so when a visit is not at the time wished for."""
    wished = practice.at or NOON
    if start.time() == wished:
        return ()
    text = _("No tolerated day is free at {time}, so it is at another time.")
    return (text.format(time=clock_time(wished)),)


def better_avoided(reason: str | None) -> tuple[str, ...]:
    """Return the sentence that says so of a day on which a visit can be, but better is not."""
    if reason is None:
        return ()
    return (_("It falls in a time that is better avoided: {reason}.").format(reason=reason),)


def no_day_reason(window: Window, refusals: Mapping[date, str | None]) -> str:
    """Return why the window has no day for a visit: its days, and what stands in the way."""
    working = {day: reason for day, reason in refusals.items() if not is_weekend(day)} or refusals
    causes = list(dict.fromkeys(reason for reason in working.values() if reason))
    text = _("No day from {first} to {last} is free: {causes}.")
    return text.format(
        first=day_and_month(window.first),
        last=long_day(window.last),
        causes=joined(causes[:CAUSES_NAMED]),
    )


def kept(practice: PlanPractice, visit: PlannedVisit, diary: Diary) -> Proposal:
    """Return a booked visit as it is, with the conflict it has run into, if any."""
    day = visit.start.date()
    conflict = (
        closed_reason(day)
        or closed_at(practice, day)
        or diary.away(day)
        or diary.too_close(visit.start, visit.minutes, apart_from=visit)
    )
    text = _("Conflict: {reason}. Move the visit.")
    reasons = () if conflict is None else (text.format(reason=conflict),)
    return Proposal(
        key=practice.key,
        start=visit.start,
        minutes=visit.minutes,
        booked=True,
        reasons=reasons,
    )


def candidate(
    practice: PlanPractice, others: Sequence[PlannedVisit], diary: Diary, day: date
) -> Candidate:
    """Return a date with what speaks for and against it."""
    good: list[str] = []
    bad: list[str] = []
    if practice.weekdays:
        wished = day.weekday() in practice.weekdays
        (good if wished else bad).append(
            _("The weekday the practice wishes for")
            if wished
            else _("Not the weekday the practice wishes for")
        )
    soft = diary.soft_reason(day)
    if soft is None:
        good.append(_("No holiday and no closed day"))
    else:
        bad.append(_("Better avoided: {reason}").format(reason=soft))
    same_week = [visit for visit in others if _same_week(visit.start.date(), day)]
    if same_week:
        n = len(same_week)
        text = ngettext("{n} other visit that week", "{n} other visits that week", n)
        bad.append(text.format(n=n))
    else:
        good.append(_("No other visit that week"))
    since = None if practice.last_held is None else round((day - practice.last_held).days / 7)
    start = datetime.combine(day, practice.at or NOON)
    return Candidate(start=start, weeks_since=since, good=tuple(good), bad=tuple(bad))


def _same_week(one: date, other: date) -> bool:
    return one.isocalendar()[:2] == other.isocalendar()[:2]
