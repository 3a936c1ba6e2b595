"""Tasks in the file: the table, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Column, Index, Integer, func, text
from sqlmodel import Field, Session, SQLModel, col, select

from app.data.columns import a_day, key, link, words
from app.data.found import found
from app.data.visit import PromiseRecord
from app.domain.language import _
from app.domain.task import TaskId


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


def find_tasks(
    session: Session,
    *,
    followup_id: UUID | None = None,
    until: date | None = None,
    done: bool = False,
) -> Sequence[TaskRecord]:
    """Return tasks by day, of one follow-up if given, and those one is reminded of by `until` if
    given; those done only when asked for.

    A task whose promise was dropped is not to be done any more, until the promise is taken up; nor
    is one that stopped with the consent it rested on.
    """
    query = (
        select(TaskRecord)
        .outerjoin(PromiseRecord, col(PromiseRecord.id) == col(TaskRecord.promise_id))
        .where(col(PromiseRecord.dropped_visit_id).is_(None))
        .where(col(TaskRecord.stopped_on).is_(None))
    )
    if followup_id is not None:
        query = query.where(TaskRecord.followup_id == followup_id)
    if until is not None:
        reminded = func.date(TaskRecord.due_on, text("'-' || task.lead_days || ' days'"))
        query = query.where(reminded <= until.isoformat())
    if not done:
        query = query.where(col(TaskRecord.done_on).is_(None))
    return session.exec(query.order_by(col(TaskRecord.due_on), col(TaskRecord.what))).all()


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
