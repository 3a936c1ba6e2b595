"""What is noted at a visit besides flags: certificate questions, and who promised what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType
from uuid import UUID

from app.domain.language import N_
from app.domain.settling import Settling
from app.domain.typed import (
    read_note,
    read_optional_deadline,
    read_required,
)

QuestionId = NewType("QuestionId", UUID)


PromiseId = NewType("PromiseId", UUID)


ANSWER_LIMIT = 600


class Promiser(StrEnum):
    """Who promised."""

    DOCTOR = "doctor"
    CONSULTANT = "consultant"


PROMISER_LABELS: dict[Promiser, str] = {
    Promiser.DOCTOR: N_("The doctor"),
    Promiser.CONSULTANT: N_("Me"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionDraft:
    """A certificate or rule question asked at the visit, and the answer if there is one yet."""

    question: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionFacts:
    """A question; an empty answer is owed."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseDraft:
    """I do / you do, as typed."""

    who: str = Promiser.CONSULTANT.value
    what: str = ""
    due_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseFacts:
    """A promise, by one of the two sides."""

    who: Promiser
    what: str
    due_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """One question of a visit."""

    id: QuestionId
    facts: QuestionFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """One promise; `made_on` is the day of the visit it was made at."""

    id: PromiseId
    facts: PromiseFacts
    made_on: date
    kept: bool


def settle_question(draft: QuestionDraft, known_names: frozenset[str]) -> QuestionFacts:
    """Return the question as facts, or raise `Rejected`. It goes on paper, so it is guarded."""
    form = Settling()
    facts = QuestionFacts(
        question=form.read("question", lambda: read_required(draft.question), ""),
        answer=form.read("answer", lambda: read_note(draft.answer, ANSWER_LIMIT), ""),
    )
    form.guard("question", draft.question, known_names)
    form.guard("answer", draft.answer, known_names)
    form.finish()
    return facts


def settle_promise(draft: PromiseDraft, today: date, known_names: frozenset[str]) -> PromiseFacts:
    """Return the promise as facts, or raise `Rejected`."""
    form = Settling()
    facts = PromiseFacts(
        who=form.choose("who", draft.who, Promiser, Promiser.CONSULTANT),
        what=form.read("what", lambda: read_required(draft.what), ""),
        due_on=form.read(
            "due_on",
            lambda: read_optional_deadline(draft.due_on, today),
            None,
        ),
    )
    form.guard("what", draft.what, known_names)
    form.finish()
    return facts
