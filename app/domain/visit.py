"""A visit: half an hour at a practice, its agenda, and what it leaves behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import NewType
from uuid import UUID

from app.domain.clean import clean
from app.domain.flag import FlagId
from app.domain.flag_choice import FlagStatus
from app.domain.flag_doctor import FlagDoctor
from app.domain.language import N_, _
from app.domain.practice import PracticeId, VisitFormat
from app.domain.settling import Settling
from app.domain.typed import read_day, read_time, read_whole
from app.domain.visit_note import PromiseRow, QuestionRow
from app.domain.visit_pause import Pause
from app.domain.visit_people import VisitDoctor
from app.domain.visit_summary import Term

VisitId = NewType("VisitId", UUID)

WRITTEN_DOWN_WITHIN = 7  # days a visit is written down after it was held, without being asked


class VisitStatus(StrEnum):
    """Where a visit stands."""

    PLANNED = "planned"
    RUNNING = "running"
    HELD = "held"
    MISSED = "missed"


VISIT_LABELS: dict[VisitStatus, str] = {
    VisitStatus.PLANNED: N_("Planned"),
    VisitStatus.RUNNING: N_("Running"),
    VisitStatus.HELD: N_("Held"),
    VisitStatus.MISSED: N_("Did not happen"),
}


class MissedReason(StrEnum):
    """Why a visit did not happen."""

    PRACTICE_CANCELLED = "practice_cancelled"
    CONSULTANT_ABSENT = "consultant_absent"
    FORGOTTEN = "forgotten"
    OTHER = "other"


MISSED_LABELS: dict[MissedReason, str] = {
    MissedReason.PRACTICE_CANCELLED: N_("The practice cancelled"),
    MissedReason.CONSULTANT_ABSENT: N_("I could not come"),
    MissedReason.FORGOTTEN: N_("It was forgotten"),
    MissedReason.OTHER: N_("Something else came up"),
}


class AgendaCode(StrEnum):
    """The fixed points of a visit, in their order."""

    FEEDBACK = "feedback"
    NEW_FLAGS = "new_flags"
    QUESTIONS = "questions"
    TERM = "term"


AGENDA_LABELS: dict[AgendaCode, str] = {
    AgendaCode.FEEDBACK: N_("Feedback"),
    AgendaCode.NEW_FLAGS: N_("New flags"),
    AgendaCode.QUESTIONS: N_("Certificate questions"),
    AgendaCode.TERM: N_("Term of the day"),
}
_AGENDA_SHARES = {
    AgendaCode.FEEDBACK: 6,
    AgendaCode.QUESTIONS: 6,
    AgendaCode.TERM: 4,
}
_AGENDA_WHOLE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitDraft:
    """A visit as typed: planned or moved. `practice_id` is the id as text."""

    practice_id: str = ""
    day: str = ""
    at: str = ""
    minutes: str = "30"


class MoveScope(StrEnum):
    """Whether the visits planned after one that is moved go with it."""

    ONE = "one"
    FOLLOWING = "following"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveDraft(VisitDraft):
    """A planned visit as typed while it is moved."""

    scope: str = MoveScope.ONE.value


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFacts:
    """A visit that passed every rule; `start` is local Danish time."""

    practice_id: PracticeId
    start: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedDraft:
    """Why a visit did not happen, as chosen."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceDraft:
    """Who was there, as counts, as typed."""

    doctors: str = ""
    trainees: str = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One point and its minutes; drop-in visits have none."""

    code: AgendaCode
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRow:
    """One visit in the plan or a list."""

    id: VisitId
    practice_id: PracticeId
    practice: str
    format: VisitFormat
    place: str
    start: datetime
    minutes: int
    status: VisitStatus
    missed_reason: MissedReason | None
    moved_from: date | None
    entered_on: date | None  # the day it was written down, if that was after its own day
    began: datetime | None  # when a visit that was held began, if that is known
    lasted: int  # how many minutes it was held, 0 if that is not known


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackLine:
    """What may be said about one earlier flag. Status and text are those of `feedback_line`."""

    flag_id: FlagId
    code: str
    status: FlagStatus
    text: str
    given: bool
    told_by: FlagDoctor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSheet:
    """Everything the visit room shows."""

    row: VisitRow
    agenda: tuple[AgendaItem, ...]
    doctors: int
    trainees: int
    last_held_on: date | None
    quick_facts: str
    feedback: tuple[FeedbackLine, ...]
    promises: tuple[PromiseRow, ...]
    owed: tuple[PromiseRow, ...]
    questions: tuple[QuestionRow, ...]
    owed_questions: tuple[QuestionRow, ...]
    term: Term | None
    started_at: datetime | None
    present_doctors: int | None
    present_trainees: int | None
    people: tuple[VisitDoctor, ...]
    pauses: tuple[Pause, ...]
    earlier_today: int  # visits held here on the same day before this one


def settle_visit(draft: VisitDraft, today: date) -> VisitFacts:
    """Return the visit as facts, or raise `Rejected`."""
    form = Settling()
    day = form.read("day", lambda: read_day(draft.day, today), today)
    at = form.read("at", lambda: read_time(draft.at), time(12))
    minutes = form.read("minutes", lambda: read_whole(draft.minutes, 10, 120), 30)
    if not draft.practice_id:
        form.refuse("practice_id", _("Choose the practice."))
    if abs((day - today).days) > 2 * 366:
        form.refuse("day", _("Choose a day within two years of today."))
    form.finish()
    return VisitFacts(
        practice_id=PracticeId(UUID(draft.practice_id)),
        start=datetime.combine(day, at),
        minutes=minutes,
    )


def settle_missed(draft: MissedDraft) -> MissedReason:
    """Return the reason, or raise `Rejected`."""
    form = Settling()
    reason = form.choose("reason", draft.reason, MissedReason, MissedReason.OTHER)
    form.finish()
    return reason


def settle_attendance(draft: AttendanceDraft) -> tuple[int, int]:
    """Return how many doctors and how many trainees were there, or raise `Rejected`."""
    form = Settling()
    doctors = form.read("doctors", lambda: read_whole(draft.doctors, 0, 40), 0)
    trainees = form.read("trainees", lambda: read_whole(clean(draft.trainees) or "0", 0, 40), 0)
    form.finish()
    return doctors, trainees


def is_far_off(planned_on: date, today: date) -> bool:
    """Return whether starting a visit planned for this day may well be a slip of the hand."""
    return planned_on > today or (today - planned_on).days > WRITTEN_DOWN_WITHIN


def agenda(visit_format: VisitFormat, minutes: int) -> tuple[AgendaItem, ...]:
    """Return the points in order; their minutes sum to `minutes`, or are 0 for drop-in."""
    if visit_format is VisitFormat.DROP_IN:
        return tuple(AgendaItem(code=code, minutes=0) for code in AgendaCode)
    shares = {code: minutes * share // _AGENDA_WHOLE for code, share in _AGENDA_SHARES.items()}
    rest = minutes - sum(shares.values())
    return tuple(AgendaItem(code=code, minutes=shares.get(code, rest)) for code in AgendaCode)


def minutes_over(points: Sequence[AgendaItem], at: AgendaCode, elapsed: int) -> int:
    """Return how many minutes the visit is behind its agenda while it is at this point."""
    ends = 0
    for item in points:
        ends += item.minutes
        if item.code is at:
            return max(0, elapsed // 60 - ends) if item.minutes else 0
    return 0
