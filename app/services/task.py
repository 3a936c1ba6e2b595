"""What can be done with tasks."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import Session

from app.changes import Topic
from app.data.consent import get_citizen, known_names
from app.data.followup import FollowupRecord, find_followups, get_followup
from app.data.practice import PracticeRecord, find_practices, get_practice
from app.data.task import TaskLine, TaskRecord, count_tasks, find_task_lines, get_task
from app.data.vault import Vault
from app.data.visit import get_promise
from app.domain.consent import CitizenId
from app.domain.followup import FollowupId
from app.domain.practice import PracticeId
from app.domain.task import (
    FirstTasks,
    TaskDraft,
    TaskFacts,
    TaskId,
    TaskRow,
    TaskSubject,
    settle_task,
)
from app.domain.typed import write_day
from app.domain.visit_note import PromiseId
from app.system.clock import Today


class TaskService:
    """Add, correct, tick off and remove tasks."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def list_tasks(self, until: date | None = None, *, done: bool = False) -> tuple[TaskRow, ...]:
        """Return tasks by day, up to `until` if given; those done too when asked for."""
        with self._vault.read() as session:
            return task_rows(session, until, done=done)

    def first_tasks(self, until: date | None, most: int, *, done: bool = False) -> FirstTasks:
        """Return the first of these tasks, those done last, and how many there are."""
        with self._vault.read() as session:
            to_do = count_tasks(session, until)
            return FirstTasks(
                rows=task_rows(session, until, done=done, most=most),
                to_do=to_do,
                count=count_tasks(session, until, done=True) if done else to_do,
            )

    def task(self, task_id: TaskId) -> TaskRow:
        """Return one task; raise `NotFound` if it is no longer there."""
        with self._vault.read() as session:
            return task_row(session, get_task(session, task_id))

    def add_task(self, draft: TaskDraft) -> TaskId:
        """Save a new task; raise `Rejected` if the draft breaks a rule."""
        with self._vault.write(Topic.TASK) as session:
            facts = settle_task(draft, self._today(), known_names(session))
            record = TaskRecord(**_columns(session, facts))
            session.add(record)
            session.flush()
            return TaskId(record.id)

    def task_draft(self, task_id: TaskId) -> TaskDraft:
        """Return the task as a draft to correct."""
        with self._vault.read() as session:
            row = task_row(session, get_task(session, task_id))
        return TaskDraft(
            what=row.what,
            who=row.who,
            due_on=write_day(row.due_on),
            lead_days=str(row.lead_days or ""),
            subject=row.subject.value,
            subject_id=str(row.subject_id) if row.subject_id else "",
        )

    def correct_task(self, task_id: TaskId, draft: TaskDraft) -> None:
        """Save mended fields of a task."""
        with self._vault.write(Topic.TASK) as session:
            facts = settle_task(draft, self._today(), known_names(session))
            get_task(session, task_id).sqlmodel_update(_columns(session, facts))

    def tick_task(self, task_id: TaskId, *, done: bool) -> None:
        """Say that a task is done, or is not after all; the promise it was made of follows."""
        with self._vault.write(Topic.TASK, Topic.VISIT) as session:
            task = get_task(session, task_id)
            task.done_on = self._today() if done else None
            if task.promise_id is not None:
                get_promise(session, PromiseId(task.promise_id)).kept = int(done)

    def remove_task(self, task_id: TaskId) -> None:
        """Remove a task."""
        with self._vault.write(Topic.TASK) as session:
            session.delete(get_task(session, task_id))

    def subjects(self) -> tuple[tuple[TaskSubject, str, str], ...]:
        """Return what a task can be about: kind, id as text, and the name to show."""
        with self._vault.read() as session:
            practices = [
                (TaskSubject.PRACTICE, str(record.id), record.name)
                for record in find_practices(session)
            ]
            followups = [
                (TaskSubject.FOLLOWUP, str(record.id), _citizen_of(session, record))
                for record in find_followups(session)
                if record.ended_on is None
            ]
        return (*practices, *sorted(followups, key=lambda subject: subject[2]))


def task_rows(
    session: Session, until: date | None, *, done: bool = False, most: int | None = None
) -> tuple[TaskRow, ...]:
    """Return the tasks one is reminded of by `until` if given, by day, those done last."""
    return tuple(
        TaskRow(
            id=TaskId(line.id),
            what=line.what,
            who=line.who,
            due_on=line.due_on,
            lead_days=line.lead_days,
            done=line.done_on is not None,
            subject=_kind_of(line),
            subject_id=line.practice_id or line.followup_id,
            about=line.practice or line.citizen or "",
        )
        for line in find_task_lines(session, until, done=done, most=most)
    )


def task_row(session: Session, record: TaskRecord) -> TaskRow:
    """Return one task in a list."""
    subject, about = _subject(session, record)
    return TaskRow(
        id=TaskId(record.id),
        what=record.what,
        who=record.who,
        due_on=record.due_on,
        lead_days=record.lead_days,
        done=record.done_on is not None,
        subject=subject,
        subject_id=record.practice_id or record.followup_id,
        about=about,
    )


def _subject(session: Session, record: TaskRecord) -> tuple[TaskSubject, str]:
    if record.practice_id is not None:
        return TaskSubject.PRACTICE, session.get_one(PracticeRecord, record.practice_id).name
    if record.followup_id is not None:
        followup = session.get_one(FollowupRecord, record.followup_id)
        return TaskSubject.FOLLOWUP, _citizen_of(session, followup)
    return TaskSubject.OWN, ""


def _kind_of(line: TaskLine) -> TaskSubject:
    if line.practice_id is not None:
        return TaskSubject.PRACTICE
    return TaskSubject.OWN if line.followup_id is None else TaskSubject.FOLLOWUP


def _citizen_of(session: Session, followup: FollowupRecord) -> str:
    return get_citizen(session, CitizenId(followup.citizen_id)).name


def _columns(session: Session, facts: TaskFacts) -> dict[str, Any]:
    practice_id = facts.subject_id if facts.subject is TaskSubject.PRACTICE else None
    followup_id = facts.subject_id if facts.subject is TaskSubject.FOLLOWUP else None
    if practice_id is not None:
        get_practice(session, PracticeId(practice_id))
    if followup_id is not None:
        get_followup(session, FollowupId(followup_id))
    return {
        "what": facts.what,
        "who": facts.who,
        "due_on": facts.due_on,
        "lead_days": facts.lead_days,
        "practice_id": practice_id,
        "followup_id": followup_id,
    }
