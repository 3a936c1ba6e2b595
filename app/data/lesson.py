"""Topics taught at practices: the table, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session, SQLModel, col, select

from app.data.columns import a_day, key, link, words
from app.data.found import found
from app.domain.language import _
from app.domain.lesson import LessonId


class LessonRecord(SQLModel, table=True):
    """One topic; without a day it is planned."""

    __tablename__ = "lesson"

    id: UUID = key()
    practice_id: UUID = link("practice.id")
    topic: str = words()
    taught_on: date | None = a_day(nullable=True)
    noted: str = words()


def get_lesson(session: Session, lesson_id: LessonId) -> LessonRecord:
    """Return the topic, or raise `NotFound`."""
    return found(session.get(LessonRecord, lesson_id), _("This topic is no longer there."))


def find_lessons(session: Session, practice_id: UUID) -> Sequence[LessonRecord]:
    """Return the topics of a practice, in the order of the alphabet."""
    query = select(LessonRecord).where(LessonRecord.practice_id == practice_id)
    return session.exec(query.order_by(col(LessonRecord.topic))).all()
