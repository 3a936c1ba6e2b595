"""What the planner is given, and what it returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from app.domain.plan_times import PlanTimes
from app.domain.soft_block import SoftDays


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPeriod:
    """Days a practice is closed, or the consultant away, both ends included."""

    first: date
    last: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPractice:
    """What the planner has to know of a practice. Weekdays are 0 (Monday) to 4, wished for."""

    key: str
    name: str
    rhythm_weeks: int = 6
    tolerated_from: int = 5
    tolerated_to: int = 8
    minutes: int = 30
    weekdays: tuple[int, ...] = ()
    at: time | None = None
    closed: tuple[ClosedPeriod, ...] = ()
    last_held: date | None = None
    missed: tuple[date, ...] = ()  # days on which a visit did not happen


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedVisit:
    """A visit that is in the calendar already."""

    key: str
    start: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """Something other than a visit that takes the consultant's time: a roundtable."""

    start: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCalendar:
    """What binds the consultant at every practice, and the days better avoided."""

    absences: tuple[ClosedPeriod, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    soft: SoftDays = field(default_factory=SoftDays)
    times: PlanTimes = field(default_factory=PlanTimes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A day that would have been better, and why it was not taken."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One visit of the plan: booked already, or proposed; `reasons` say why on this day."""

    key: str
    start: datetime
    minutes: int
    booked: bool
    reasons: tuple[str, ...]
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Impossible:
    """A visit for which there is no day within the tolerated weeks."""

    key: str
    day: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Every visit of the horizon, in order of time, and what could not be placed."""

    visits: tuple[Proposal, ...]
    impossible: tuple[Impossible, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesMove:
    """Where a visit goes when the one before it is moved; it stays if both starts are the same."""

    start: datetime
    new_start: datetime
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A date to move a visit to, with what speaks for and against it."""

    start: datetime
    weeks_since: int | None
    good: tuple[str, ...]
    bad: tuple[str, ...]
