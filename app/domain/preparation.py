"""What to know and bring before a visit. It speaks of nobody.

A line about a flag holds its code and its theme, and besides those only what `paper_line` lets the
doctor hear: a flag whose citizen has rung looks like one that still waits.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.flag_choice import Theme
from app.domain.flag_doctor import FlagDoctor
from app.domain.language import _
from app.domain.lesson import LessonFacts
from app.domain.practice import ClosedFacts, PracticeFacts, PracticeId
from app.domain.practice_history import Newcomer
from app.domain.sender import Sender
from app.domain.visit_note import PromiseRow
from app.domain.visit_summary import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedFlag:
    """One earlier flag: what may be told, or nothing yet."""

    code: str
    theme: Theme
    told: str
    told_by: FlagDoctor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A certificate question that has no answer yet."""

    question: str
    asked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """All there is to get ready for the next visit at a practice."""

    practice_id: PracticeId
    habits: PracticeFacts
    doctors: int
    trainees: int
    start: datetime | None  # of the visit that runs or is planned next
    minutes: int
    clash: str  # why nobody can come on that day any more
    last_held_on: date | None
    owed: tuple[PreparedFlag, ...]
    waiting: tuple[PreparedFlag, ...]
    questions: tuple[OpenQuestion, ...]
    promises: tuple[PromiseRow, ...]
    newcomers: tuple[Newcomer, ...]
    topics: tuple[LessonFacts, ...]
    term: Term | None
    closed: tuple[ClosedFacts, ...]
    professionals: tuple[str, ...]  # what those who work there are called
    review_on: date | None  # of the cooperation agreement, once it is near

    @property
    def by_right(self) -> tuple[str, ...]:
        """Who works there."""
        return self.professionals


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationPaper:
    """The sheet as it is printed, and by whom."""

    sheet: Preparation
    printed_on: date
    sender: Sender


def nobody_new(sheet: Preparation) -> str:
    """Return what is said when there are no new faces."""
    if sheet.doctors or sheet.trainees:
        return _("You have met everyone.")
    return _("No doctors are written down yet.")
