"""What Today shows. Codes and names never share a shape: the sheet has the practices and their
flags, what is due has the people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.consent import ExpiringRow
from app.domain.cooperation import ReviewRow
from app.domain.days import monday_of
from app.domain.decision import Decision
from app.domain.flag import FlagId
from app.domain.flag_choice import FlagStatus, NextStep
from app.domain.language import _, ngettext
from app.domain.practice import PracticeId
from app.domain.task import TaskRow
from app.domain.visit import FeedbackLine, MissedReason, VisitRow
from app.domain.visit_note import PromiseRow, QuestionRow
from app.domain.words import short_weekday_and_day, week


@dataclass(frozen=True, slots=True, kw_only=True)
class NextVisit:
    """The visit to get ready for: what was promised last time, and what may be said there."""

    row: VisitRow
    doctors: int
    trainees: int
    last_held_on: date | None
    quick_facts: str
    feedback: tuple[FeedbackLine, ...]
    owed: tuple[PromiseRow, ...]
    owed_questions: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueRow:
    """A practice nobody has visited for longer than it tolerates. `days_over` counts from the
    day the rhythm asked for; `missed_on` is a later visit that did not happen."""

    practice_id: PracticeId
    practice: str
    last_held_on: date
    days_over: int
    missed_on: date | None
    missed_reason: MissedReason | None
    next_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingFlag:
    """A flag the doctor has the ball of."""

    id: FlagId
    code: str
    practice: str
    status: FlagStatus
    next_step: NextStep
    age_days: int
    shrinks_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWaiting:
    """The flags that wait, the first to go first, as many as were asked for; and how many there
    are."""

    rows: tuple[WaitingFlag, ...]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UntoldRow:
    """How many flags of a practice the doctors have had no feedback on; about `to_tell` of them
    there is something to tell. Counted for the practice, never per doctor."""

    practice_id: PracticeId
    practice: str
    flags: int
    to_tell: int
    next_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TodaySheet:
    """The nameless side of Today: the next visit, what to decide, late practices, flags and
    reviews that wait. `held` counts the visits held today, `going` the flags soon reduced."""

    next_visit: NextVisit | None
    held: int
    to_decide: tuple[Decision, ...]
    overdue: tuple[OverdueRow, ...]
    waiting: FirstWaiting
    untold: tuple[UntoldRow, ...]
    going: int
    reviews: tuple[ReviewRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayDue:
    """The side of Today that may name people: consents that soon end, tasks."""

    expiring: tuple[ExpiringRow, ...]
    tasks: tuple[TaskRow, ...]


def days_over(last_held_on: date, rhythm_weeks: int, tolerated_to: int, today: date) -> int:
    """Return how many days over the rhythm a practice is, 0 as long as it is tolerated."""
    if today <= last_held_on + timedelta(weeks=tolerated_to):
        return 0
    return (today - last_held_on - timedelta(weeks=rhythm_weeks)).days


def is_due(last_held_on: date, rhythm_weeks: int, today: date) -> bool:
    """Return whether the rhythm asks for a visit in the week of `today`, or asked before."""
    return monday_of(last_held_on + timedelta(weeks=rhythm_weeks)) <= monday_of(today)


def due_words(last_held_on: date, rhythm_weeks: int, tolerated_to: int, today: date) -> str:
    """Return in words when a practice is due, and the last day it tolerates; or how late it is."""
    over = days_over(last_held_on, rhythm_weeks, tolerated_to, today)
    if over:
        return over_words(over)
    ideal = last_held_on + timedelta(weeks=rhythm_weeks)
    latest = short_weekday_and_day(last_held_on + timedelta(weeks=tolerated_to))
    if monday_of(ideal) > today:
        text = _("due in {week}, at the latest {day}")
        return text.format(week=week(ideal), day=latest)
    if monday_of(ideal) == monday_of(today):
        return _("due this week, at the latest {day}").format(day=latest)
    return _("due now, at the latest {day}").format(day=latest)


def over_words(days: int) -> str:
    """Return how late a practice is, in words."""
    # i18n: Danish: »22 dage over rytmen«
    return ngettext("{n} day over the rhythm", "{n} days over the rhythm", days).format(n=days)
