"""Tasks in the file: the table, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Column, Index, Integer, func, text
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.data.columns import a_day, key, link, words
from app.data.consent import CitizenRecord
from app.data.followup import FollowupRecord
from app.data.found import found
from app.data.practice import PracticeRecord
from app.data.visit import PromiseRecord
from app.domain.language import _
from app.domain.task import LONGEST_LEAD, TaskId


class TaskRecord(SQLModel, table=True):
    """One task, of a follow-up, of a practice, or one's own."""

    __tablename__ = "task"
    __table_args__ = (
        Index("task_promise", "promise_id", unique=True),
        Index("task_of_person", "followup_id"),
        Index("task_open", "due_on", sqlite_where=text("done_on IS NULL")),
    )

    id: UUID = key()
    followup_id: UUID | None = link("followup.id", nullable=True)
    practice_id: UUID | None = link("practice.id", nullable=True)
    promise_id: UUID | None = link("visit_promise.id", then="SET NULL", nullable=True)
    roundtable_id: UUID | None = link("roundtable.id", then="SET NULL", nullable=True)
    what: str = words()
    who: str = words()
    due_on: date = a_day()
    done_on: date | None = a_day(nullable=True)
    stopped_on: date | None = a_day(nullable=True)
    lead_days: int = Field(default=0, sa_column=Column(Integer, nullable=False))


def get_task(session: Session, task_id: TaskId) -> TaskRecord:
    """Return the task, or raise `NotFound`."""
    return found(session.get(TaskRecord, task_id), _("This task is no longer there."))


class TaskLine(NamedTuple):
    """A task, and the name of what it is about."""

    id: UUID
    what: str
    who: str
    due_on: date
    lead_days: int
    done_on: date | None
    practice_id: UUID | None
    followup_id: UUID | None
    practice: str | None
    citizen: str | None


def find_tasks(
    session: Session, *, followup_id: UUID | None = None, done: bool = False
) -> Sequence[TaskRecord]:
    """Return tasks by day, of one follow-up if given; those done only when asked for."""
    query = _standing(select(TaskRecord), None, done=done)
    if followup_id is not None:
        query = query.where(TaskRecord.followup_id == followup_id)
    return session.exec(query.order_by(col(TaskRecord.due_on), col(TaskRecord.what))).all()


def find_task_lines(
    session: Session, until: date | None, *, done: bool = False, most: int | None = None
) -> Sequence[TaskLine]:
    """Return the tasks one is reminded of by `until` if given, by day; those done only when asked
    for, after the others. At most so many if that is said."""
    query = (
        _standing(select(TaskRecord), until, done=done)
        .outerjoin(PracticeRecord, col(PracticeRecord.id) == col(TaskRecord.practice_id))
        .outerjoin(FollowupRecord, col(FollowupRecord.id) == col(TaskRecord.followup_id))
        .outerjoin(CitizenRecord, col(CitizenRecord.id) == col(FollowupRecord.citizen_id))
        .order_by(
            col(TaskRecord.done_on).is_not(None), col(TaskRecord.due_on), col(TaskRecord.what)
        )
        .limit(most)
        .with_only_columns(
            col(TaskRecord.id),
            col(TaskRecord.what),
            col(TaskRecord.who),
            col(TaskRecord.due_on),
            col(TaskRecord.lead_days),
            col(TaskRecord.done_on),
            col(TaskRecord.practice_id),
            col(TaskRecord.followup_id),
            col(PracticeRecord.name),
            col(CitizenRecord.name),
        )
    )
    return [TaskLine(*row) for row in session.execute(query)]


def count_tasks(session: Session, until: date | None, *, done: bool = False) -> int:
    """Return how many tasks one is reminded of by `until`, with those done when asked for."""
    query = _standing(select(TaskRecord), until, done=done).with_only_columns(func.count())
    return int(session.execute(query).scalar_one())


def _standing(
    query: SelectOfScalar[TaskRecord], until: date | None, *, done: bool
) -> SelectOfScalar[TaskRecord]:
    """Leave out the tasks that are not to be done any more: those whose promise was dropped, until
    it is taken up, and those that stopped with the consent they rested on."""
    query = (
        query.outerjoin(PromiseRecord, col(PromiseRecord.id) == col(TaskRecord.promise_id))
        .where(col(PromiseRecord.dropped_visit_id).is_(None))
        .where(col(TaskRecord.stopped_on).is_(None))
    )
    if until is not None:
        reminded = func.julianday(TaskRecord.due_on) - col(TaskRecord.lead_days)
        # The day is the sharper question, and the index of what is to be done answers it.
        last = until + timedelta(days=LONGEST_LEAD)
        query = query.where(
            col(TaskRecord.due_on) <= last, reminded <= func.julianday(until.isoformat())
        )
    if not done:
        query = query.where(col(TaskRecord.done_on).is_(None))
    return query


def find_open_of_roundtables(session: Session, ids: Collection[UUID]) -> Sequence[TaskRecord]:
    """Return the tasks that these roundtables made and that are still to be done."""
    query = select(TaskRecord).where(
        col(TaskRecord.roundtable_id).in_(ids),
        col(TaskRecord.done_on).is_(None),
        col(TaskRecord.stopped_on).is_(None),
    )
    return session.exec(query.order_by(col(TaskRecord.due_on), col(TaskRecord.what))).all()


def find_task_of(session: Session, promise_id: UUID) -> TaskRecord | None:
    """Return the task that was made of a promise, if one was."""
    return session.exec(select(TaskRecord).where(TaskRecord.promise_id == promise_id)).first()
