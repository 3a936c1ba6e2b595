"""What is taught at a practice, or planned to be: the teaching log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType
from uuid import UUID

from app.domain.settling import Settling
from app.domain.typed import read_note, read_optional_day, read_required
from app.domain.visit import VisitId

LessonId = NewType("LessonId", UUID)

NOTED_LIMIT = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonDraft:
    """A topic as typed. Without a day, or with one ahead, it is planned."""

    topic: str = ""
    taught_on: str = ""
    noted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonFacts:
    """A topic that passed every rule."""

    topic: str
    taught_on: date | None
    noted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonRow:
    """One topic of a practice. A term of the day has no `id`, but the visit it was told at."""

    id: LessonId | None
    visit_id: VisitId | None
    facts: LessonFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachingLog:
    """What is to be taught at a practice, soonest first, and what has been, newest first."""

    planned: tuple[LessonRow, ...]
    taught: tuple[LessonRow, ...]


def settle_lesson(draft: LessonDraft, today: date, known_names: frozenset[str]) -> LessonFacts:
    """Return the topic as facts, or raise `Rejected`. It goes on paper, so it is guarded."""
    form = Settling()
    facts = LessonFacts(
        topic=form.read("topic", lambda: read_required(draft.topic), ""),
        taught_on=form.read("taught_on", lambda: read_optional_day(draft.taught_on, today), None),
        noted=form.read("noted", lambda: read_note(draft.noted, NOTED_LIMIT), ""),
    )
    form.guard("topic", draft.topic, known_names)
    form.guard("noted", draft.noted, known_names)
    form.finish()
    return facts


def is_planned(facts: LessonFacts, today: date) -> bool:
    """Return whether the topic is still to be taught."""
    return facts.taught_on is None or facts.taught_on > today


def teaching_log(rows: tuple[LessonRow, ...], today: date) -> TeachingLog:
    """Return the topics in order: those without a day last among the planned."""
    planned = [row for row in rows if is_planned(row.facts, today)]
    taught = [row for row in rows if not is_planned(row.facts, today)]
    return TeachingLog(
        planned=tuple(sorted(planned, key=lambda row: (_day(row, date.max), row.facts.topic))),
        taught=tuple(sorted(taught, key=lambda row: _day(row, date.min), reverse=True)),
    )


def _day(row: LessonRow, otherwise: date) -> date:
    return row.facts.taught_on or otherwise
