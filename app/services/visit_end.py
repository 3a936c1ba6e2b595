"""Ending a visit: one act that does everything, and one that takes all of it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.changes import Topic
from app.data.flag import find_flags, get_flag
from app.data.task import TaskRecord, find_task_of
from app.data.vault import Vault
from app.data.visit import (
    VisitRecord,
    find_earlier_held,
    find_promises,
    find_questions,
    get_promise,
    get_question,
    get_visit,
)
from app.data.visit_pause import end_pause
from app.domain.flag import FlagId
from app.domain.task import TaskId
from app.domain.visit import (
    AttendanceDraft,
    VisitDraft,
    VisitId,
    VisitStatus,
    settle_visit,
)
from app.domain.visit_end import EndedVisit, OpenPoint, PointKind, task_day
from app.domain.visit_note import PromiseId, Promiser, QuestionId
from app.services.feedback import feedback_lines
from app.services.visit import VisitService
from app.services.visit_time import book
from app.services.visit_view import next_start, promise_facts
from app.system.clock import Now, Today, now_utc


class VisitEndService:
    """Say what is open, drop what is not to come up again, end a visit, take the end back."""

    def __init__(
        self, vault: Vault, today: Today, visits: VisitService, now: Now = now_utc
    ) -> None:
        self._vault = vault
        self._today = today
        self._visits = visits
        self._now = now

    def open_points(self, visit_id: VisitId) -> tuple[OpenPoint, ...]:
        """Return what is open at this visit: feedback, promises from earlier, questions."""
        with self._vault.read() as session:
            visit = get_visit(session, visit_id)
            return (
                *_feedback(session, visit, self._today()),
                *_promises(session, visit),
                *_questions(session, visit),
            )

    def drop_point(self, visit_id: VisitId, kind: PointKind, point_id: UUID) -> None:
        """Let an open point not come up at the next visit."""
        self._set_dropped(kind, point_id, visit_id)

    def carry_point(self, kind: PointKind, point_id: UUID) -> None:
        """Let a point that was dropped come up at the next visit after all."""
        self._set_dropped(kind, point_id, None)

    def close_visit(
        self, visit_id: VisitId, attendance: AttendanceDraft, next_visit: VisitDraft | None = None
    ) -> EndedVisit:
        """End the visit: who was there, the next date, a task of each promise of mine.

        All of it or nothing; `Rejected` for attendance that cannot be read, or a day that is taken.
        """
        with self._vault.write(Topic.VISIT, Topic.FLAG, Topic.TASK) as session:
            visit = get_visit(session, visit_id)
            self._visits.note_attendance(visit_id, attendance)
            booked = self._book(session, next_visit) if next_visit else None
            told = _told(session, visit_id)
            end_pause(session, visit_id, self._now())
            self._visits.end_visit(visit_id)
            session.flush()
            return EndedVisit(
                visit_id=visit_id,
                booked=booked,
                tasks=self._make_tasks(session, visit),
                untold=tuple(told - _told(session, visit_id)),
            )

    def ended_earlier(self, visit_id: VisitId) -> EndedVisit:
        """Return what of an earlier end can be taken back: its tasks that are not done.

        The date booked stays, the practice may have been told of it; so does what is told.
        """
        with self._vault.read() as session:
            made = [find_task_of(session, one.id) for one in find_promises(session, [visit_id])]
            return EndedVisit(
                visit_id=visit_id,
                booked=None,
                tasks=tuple(TaskId(task.id) for task in made if task and task.done_on is None),
                untold=(),
            )

    def take_back_end(self, ended: EndedVisit) -> None:
        """Let the visit run again, as it was: without the tasks made and the date booked."""
        with self._vault.write(Topic.VISIT, Topic.FLAG, Topic.TASK) as session:
            self._visits.reopen_visit(ended.visit_id)
            for task_id in ended.tasks:
                task = session.get(TaskRecord, task_id)
                if task is not None:
                    session.delete(task)
            for flag_id in ended.untold:
                get_flag(session, flag_id).feedback_visit_id = ended.visit_id
            booked = session.get(VisitRecord, ended.booked) if ended.booked else None
            if booked is not None and booked.status is VisitStatus.PLANNED:
                session.delete(booked)

    def _book(self, session: Session, draft: VisitDraft) -> VisitId:
        return book(session, settle_visit(draft, self._today()))

    def _make_tasks(self, session: Session, visit: VisitRecord) -> tuple[TaskId, ...]:
        start = next_start(session, visit)
        next_on = start.date() if start else None
        made = []
        for promise in find_promises(session, [visit.id]):
            if promise.who is not Promiser.CONSULTANT or promise.kept:
                continue
            if find_task_of(session, promise.id) is not None:
                continue
            task = TaskRecord(
                what=promise.what,
                due_on=task_day(promise_facts(promise), next_on, self._today()),
                practice_id=visit.practice_id,
                promise_id=promise.id,
            )
            session.add(task)
            made.append(TaskId(task.id))
        return tuple(made)

    def _set_dropped(self, kind: PointKind, point_id: UUID, visit_id: VisitId | None) -> None:
        with self._vault.write(Topic.VISIT, Topic.FLAG, Topic.TASK) as session:
            if visit_id is not None:
                get_visit(session, visit_id)
            if kind is PointKind.FEEDBACK:
                get_flag(session, FlagId(point_id)).dropped_visit_id = visit_id
            elif kind is PointKind.PROMISE:
                get_promise(session, PromiseId(point_id)).dropped_visit_id = visit_id
            else:
                get_question(session, QuestionId(point_id)).dropped_visit_id = visit_id


def _told(session: Session, visit_id: VisitId) -> set[FlagId]:
    return {FlagId(one.id) for one in find_flags(session) if one.feedback_visit_id == visit_id}


def _feedback(session: Session, visit: VisitRecord, today: date) -> Sequence[OpenPoint]:
    dropped = {one.id for one in find_flags(session) if one.dropped_visit_id == visit.id}
    return [
        OpenPoint(
            kind=PointKind.FEEDBACK,
            id=line.flag_id,
            code=line.code,
            text=line.text,
            dropped=line.flag_id in dropped,
            told_by=line.told_by,
        )
        for line in feedback_lines(session, visit, today)
        if not line.given
    ]


def _promises(session: Session, visit: VisitRecord) -> Sequence[OpenPoint]:
    held = {one.id: one.start.date() for one in find_earlier_held(session, visit)}
    return [
        OpenPoint(
            kind=PointKind.PROMISE,
            id=one.id,
            code="",
            text=one.what,
            dropped=one.dropped_visit_id is not None,
            who=one.who,
            made_on=held[one.visit_id],
        )
        for one in find_promises(session, list(held))
        if not one.kept and one.dropped_visit_id in (None, visit.id)
    ]


def _questions(session: Session, visit: VisitRecord) -> Sequence[OpenPoint]:
    visits = [*(one.id for one in find_earlier_held(session, visit)), visit.id]
    return [
        OpenPoint(
            kind=PointKind.QUESTION,
            id=one.id,
            code="",
            text=one.question,
            dropped=one.dropped_visit_id is not None,
        )
        for one in find_questions(session, visits)
        if not one.answer and one.dropped_visit_id in (None, visit.id)
    ]
