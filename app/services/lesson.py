"""What can be done with the teaching log of a practice."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from app.changes import Topic
from app.data.consent import known_names
from app.data.lesson import LessonRecord, find_lessons, get_lesson
from app.data.practice import get_practice
from app.data.vault import Vault
from app.data.visit import VisitRecord, find_visits
from app.domain.lesson import (
    LessonDraft,
    LessonFacts,
    LessonId,
    LessonRow,
    TeachingLog,
    settle_lesson,
    teaching_log,
)
from app.domain.practice import PracticeId
from app.domain.typed import write_day
from app.domain.visit import VisitId, VisitStatus
from app.services.term import find_term
from app.system.clock import Today


class LessonService:
    """Plan, note, correct and remove topics. The terms of the day count without being noted."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def log(self, practice_id: PracticeId) -> TeachingLog:
        """Return what is to be taught at a practice, and what has been."""
        with self._vault.read() as session:
            return read_log(session, practice_id, self._today())

    def add_lesson(self, practice_id: PracticeId, draft: LessonDraft) -> LessonId:
        """Save a new topic; raise `Rejected` if the draft breaks a rule."""
        with self._vault.write(Topic.PRACTICE) as session:
            facts = settle_lesson(draft, self._today(), known_names(session))
            get_practice(session, practice_id)
            record = LessonRecord(
                practice_id=practice_id,
                topic=facts.topic,
                taught_on=facts.taught_on,
                noted=facts.noted,
            )
            session.add(record)
            session.flush()
            return LessonId(record.id)

    def lesson_draft(self, lesson_id: LessonId) -> LessonDraft:
        """Return the topic as a draft to correct."""
        with self._vault.read() as session:
            record = get_lesson(session, lesson_id)
            return LessonDraft(
                topic=record.topic, taught_on=write_day(record.taught_on), noted=record.noted
            )

    def correct_lesson(self, lesson_id: LessonId, draft: LessonDraft) -> None:
        """Save mended fields of a topic."""
        with self._vault.write(Topic.PRACTICE) as session:
            facts = settle_lesson(draft, self._today(), known_names(session))
            record = get_lesson(session, lesson_id)
            record.topic, record.noted = facts.topic, facts.noted
            record.taught_on = facts.taught_on

    def teach_lesson(self, lesson_id: LessonId) -> None:
        """Say that a planned topic was taught today."""
        with self._vault.write(Topic.PRACTICE) as session:
            get_lesson(session, lesson_id).taught_on = self._today()

    def remove_lesson(self, lesson_id: LessonId) -> None:
        """Remove a topic."""
        with self._vault.write(Topic.PRACTICE) as session:
            session.delete(get_lesson(session, lesson_id))


def read_log(session: Session, practice_id: PracticeId, today: date) -> TeachingLog:
    """Return the teaching log of a practice: its topics, and the terms of the visits held."""
    lessons = [_row(record) for record in find_lessons(session, practice_id)]
    held = find_visits(session, practice_id=practice_id, statuses=(VisitStatus.HELD,))
    terms = [_term_row(visit) for visit in held if find_term(visit.term) is not None]
    return teaching_log((*lessons, *terms), today)


def _row(record: LessonRecord) -> LessonRow:
    return LessonRow(
        id=LessonId(record.id),
        visit_id=None,
        facts=LessonFacts(topic=record.topic, taught_on=record.taught_on, noted=record.noted),
    )


def _term_row(visit: VisitRecord) -> LessonRow:
    term = find_term(visit.term)
    return LessonRow(
        id=None,
        visit_id=VisitId(visit.id),
        facts=LessonFacts(topic=term.pair if term else "", taught_on=visit.start.date(), noted=""),
    )
