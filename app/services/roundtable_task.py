"""The tasks a finalised roundtable makes: who does what, and the plan's review.

Whether an agreement works is asked by itself when its day comes near (`app.services.derived_task`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.roundtable import RoundtableRecord
from app.data.task import TaskRecord, find_tasks
from app.domain.language import _
from app.services.roundtable_line import action_rows


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A task as the plan asks for it."""

    what: str
    who: str
    due_on: date

    @property
    def same(self) -> tuple[str, str]:
        """What makes two of them the same, whatever their day."""
        return (self.what, self.who)


def make_tasks(session: Session, record: RoundtableRecord, today: date) -> None:
    """Make what the plan asks for; of a correction only what is new, and what it no longer asks for
    stops."""
    wanted = list(_wanted(session, record))
    before = _of_version(session, record.previous_id)
    tasks = list(find_tasks(session, followup_id=record.followup_id, done=True))
    for one in wanted:
        same = [task for task in tasks if (task.what, task.who) == one.same]
        if record.previous_id is not None and same:
            for task in same:
                task.due_on = one.due_on if task.done_on is None else task.due_on
        else:
            _add(session, record, one)
    gone = {one.same for one in before} - {one.same for one in wanted}
    for task in tasks:
        if (task.what, task.who) in gone and task.done_on is None and task.roundtable_id:
            task.stopped_on = today


def _of_version(session: Session, roundtable_id: UUID | None) -> list[_Wanted]:
    if roundtable_id is None:
        return []
    return list(_wanted(session, session.get_one(RoundtableRecord, roundtable_id)))


def _wanted(session: Session, record: RoundtableRecord) -> Iterator[_Wanted]:
    for action in action_rows(session, record.id):
        if action.facts.due_on is not None:
            yield _Wanted(action.facts.what, action.facts.who, action.facts.due_on)
    if record.review_on is not None:
        yield _Wanted(_("Follow up on the plan"), "", record.review_on)


def _add(session: Session, record: RoundtableRecord, one: _Wanted) -> None:
    session.add(
        TaskRecord(
            followup_id=record.followup_id,
            roundtable_id=record.id,
            what=one.what,
            who=one.who,
            due_on=one.due_on,
        )
    )
