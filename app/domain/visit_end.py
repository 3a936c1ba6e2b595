"""The end of a visit: what is open, what is carried over, and what the end can be undone by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from app.domain.flag import FlagId
from app.domain.flag_doctor import FlagDoctor
from app.domain.task import TaskId
from app.domain.visit import VisitId
from app.domain.visit_note import PromiseFacts, Promiser

WITHOUT_A_DAY = timedelta(days=14)  # until a promise without a day is to be kept, no date booked


class PointKind(StrEnum):
    """What can be left open at the end of a visit."""

    FEEDBACK = "feedback"
    PROMISE = "promise"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """Something left open: it comes up at the next visit, unless it is dropped at this one."""

    kind: PointKind
    id: UUID
    code: str  # of the flag, for feedback; else empty
    text: str
    dropped: bool
    who: Promiser | None = None  # of a promise
    made_on: date | None = None  # of a promise: the day of the visit it was made at
    told_by: FlagDoctor | None = None  # of feedback


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedVisit:
    """What the end of a visit did, so that one act takes all of it back."""

    visit_id: VisitId
    booked: VisitId | None
    tasks: tuple[TaskId, ...]
    untold: tuple[FlagId, ...]  # ticks taken away, for nothing was told


def task_day(promise: PromiseFacts, next_on: date | None, today: date) -> date:
    """Return by when a promise is to be kept: its own day, else before the next visit."""
    if promise.due_on is not None:
        return promise.due_on
    return next_on or today + WITHOUT_A_DAY


def carried(points: Sequence[OpenPoint]) -> int:
    """Return how many of these come up at the next visit."""
    return sum(not point.dropped for point in points)
