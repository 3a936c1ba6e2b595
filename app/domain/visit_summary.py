"""The summary a practice gets after a visit. It speaks of nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.flag_choice import FlagStatus, Function, NextStep, Theme
from app.domain.language import _
from app.domain.sender import Sender
from app.domain.visit_note import PromiseFacts, QuestionFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """The term of the day: two words doctors and municipality mix up, one line each."""

    code: str
    left: str
    left_text: str
    right: str
    right_text: str

    @property
    def pair(self) -> str:
        """Both words as one topic: `Syg og uarbejdsdygtig`."""
        word = self.right
        if not word[1:2].isupper():  # an abbreviation stays as it is
            word = word[:1].lower() + word[1:]
        return _("{left} and {right}").format(left=self.left, right=word)


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryFlag:
    """One new flag on the summary: neither age, employment nor note."""

    code: str
    theme: Theme
    functions: tuple[Function, ...]
    next_step: NextStep
    who: str
    act_by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryFeedback:
    """One line of feedback on the summary."""

    code: str
    status: FlagStatus
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSummary:
    """All that the summary for the practice prints. It speaks of nobody."""

    practice: str
    held_on: date
    began: datetime | None  # unknown if it was written down at another time than it was held
    minutes: int  # how long it lasted, 0 if unknown
    present_doctors: int
    present_trainees: int
    new_flags: tuple[SummaryFlag, ...]
    feedback: tuple[SummaryFeedback, ...]
    questions: tuple[QuestionFacts, ...]
    promises: tuple[PromiseFacts, ...]
    term: Term | None
    next_visit: datetime | None
    sender: Sender
    kept_days: int  # how long a flag is kept

    @property
    def by_right(self) -> tuple[str, ...]:
        """Whom the summary is for."""
        return (self.practice,)
