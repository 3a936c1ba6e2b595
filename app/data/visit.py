"""Visits in the file: tables, and the questions asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Session, SQLModel, col, or_, select

from app.data.columns import a_day, coded, key, link, local_time, moment, whole, words, yes_no
from app.data.found import found
from app.data.practice import PracticeRecord
from app.domain.language import _
from app.domain.visit import MissedReason, VisitId, VisitStatus
from app.domain.visit_note import PromiseId, Promiser, QuestionId


class VisitRecord(SQLModel, table=True):
    """One visit as stored; `start` is local Danish time."""

    __tablename__ = "visit"
    __table_args__ = (
        Index("visit_running", "status", unique=True, sqlite_where=text("status = 'running'")),
        Index("visit_by_state", "status", "practice_id", "start"),
        Index("visit_of_practice", "practice_id", "start"),
        Index("visit_by_day", "start"),
    )

    id: UUID = key()
    practice_id: UUID = link("practice.id")
    start: datetime = local_time()
    minutes: int = whole()
    status: VisitStatus = coded(VisitStatus)
    missed_reason: MissedReason | None = coded(MissedReason, nullable=True)
    moved_from: date | None = a_day(nullable=True)
    started_at: datetime | None = moment(nullable=True)
    ended_at: datetime | None = moment(nullable=True)
    present_doctors: int | None = whole(nullable=True)
    present_trainees: int | None = whole(nullable=True)
    term: str | None = words(nullable=True)


class QuestionRecord(SQLModel, table=True):
    """One question asked at a visit; an empty answer is owed."""

    __tablename__ = "visit_question"
    __table_args__ = (Index("visit_question_of_visit", "visit_id"),)

    id: UUID = key()
    visit_id: UUID = link("visit.id")
    dropped_visit_id: UUID | None = link("visit.id", then="SET NULL", nullable=True)
    answered_visit_id: UUID | None = link("visit.id", then="SET NULL", nullable=True)
    question: str = words()
    answer: str = words()


class PromiseRecord(SQLModel, table=True):
    """One promise made at a visit."""

    __tablename__ = "visit_promise"
    __table_args__ = (Index("visit_promise_of_visit", "visit_id"),)

    id: UUID = key()
    visit_id: UUID = link("visit.id")
    dropped_visit_id: UUID | None = link("visit.id", then="SET NULL", nullable=True)
    who: Promiser = coded(Promiser)
    what: str = words()
    due_on: date | None = a_day(nullable=True)
    kept: int = yes_no()


def get_visit(session: Session, visit_id: VisitId) -> VisitRecord:
    """Return the visit, or raise `NotFound`."""
    return found(session.get(VisitRecord, visit_id), _("This visit is no longer there."))


def find_visits(
    session: Session,
    *,
    practice_id: UUID | None = None,
    statuses: Sequence[VisitStatus] = tuple(VisitStatus),
    first: date | None = None,
    last: date | None = None,
) -> Sequence[VisitRecord]:
    """Return visits in time order, of one practice and of these days if given."""
    query = select(VisitRecord).where(col(VisitRecord.status).in_(statuses))
    if first is not None:
        query = query.where(VisitRecord.start >= datetime.combine(first, time()))
    if last is not None:
        query = query.where(VisitRecord.start < datetime.combine(last + timedelta(days=1), time()))
    if practice_id is not None:
        query = query.where(VisitRecord.practice_id == practice_id)
    return session.exec(query.order_by(col(VisitRecord.start))).all()


def held_between(session: Session) -> tuple[date, date] | None:
    """Return the days of the first and the last visit that was held; None before there is one."""
    query = select(VisitRecord.start).where(VisitRecord.status == VisitStatus.HELD).limit(1)
    first = session.exec(query.order_by(col(VisitRecord.start))).first()
    last = session.exec(query.order_by(col(VisitRecord.start).desc())).first()
    return None if first is None or last is None else (first.date(), last.date())


def has_visits(session: Session) -> bool:
    """Return whether there is any visit."""
    return session.exec(select(VisitRecord.id).limit(1)).first() is not None


def last_held(session: Session, practice_id: UUID) -> VisitRecord | None:
    """Return the newest held visit of a practice, if any."""
    held = find_visits(session, practice_id=practice_id, statuses=(VisitStatus.HELD,))
    return held[-1] if held else None


def count_held(session: Session, day: date) -> int:
    """Return how many visits were held on a day."""
    # All of the day, told apart here: there are a few, but thousands that were ever held.
    query = select(VisitRecord.status).where(
        VisitRecord.start >= datetime.combine(day, time()),
        VisitRecord.start < datetime.combine(day + timedelta(days=1), time()),
    )
    return sum(status is VisitStatus.HELD for status in session.exec(query))


class HeldVisit(NamedTuple):
    """When a visit was held."""

    id: UUID
    start: datetime
    started_at: datetime | None


def find_earlier_held(session: Session, visit: VisitRecord) -> Sequence[HeldVisit]:
    """Return the visits held at the same practice before `visit`, also those of the same day."""
    query = select(VisitRecord.id, VisitRecord.start, VisitRecord.started_at).where(
        VisitRecord.status == VisitStatus.HELD,
        VisitRecord.practice_id == visit.practice_id,
        VisitRecord.id != visit.id,
    )
    held = [HeldVisit(*row) for row in session.exec(query.order_by(col(VisitRecord.start)))]
    return [one for one in held if _is_before(one, visit)]


def _is_before(held: HeldVisit, visit: VisitRecord) -> bool:
    if held.start.date() != visit.start.date() or held.started_at is None:
        return held.start < visit.start
    if visit.started_at is None:
        return True
    return (held.started_at, held.start) < (visit.started_at, visit.start)


def find_visits_around(session: Session, day: date) -> Sequence[VisitRecord]:
    """Return the visits of `day` and of the days beside it that take or took up time: all but
    missed ones, and plans of archived practices."""
    query = (
        select(VisitRecord)
        .join(PracticeRecord, col(PracticeRecord.id) == col(VisitRecord.practice_id))
        .where(
            VisitRecord.status != VisitStatus.MISSED,
            VisitRecord.start >= datetime.combine(day - timedelta(days=1), time()),
            VisitRecord.start < datetime.combine(day + timedelta(days=2), time()),
            or_(
                VisitRecord.status != VisitStatus.PLANNED,
                col(PracticeRecord.archived_on).is_(None),
            ),
        )
    )
    return session.exec(query.order_by(col(VisitRecord.start))).all()


def running_visit(session: Session) -> VisitRecord | None:
    """Return the visit that runs, if one does; never more than one."""
    running = find_visits(session, statuses=(VisitStatus.RUNNING,))
    return running[0] if running else None


def upcoming_visit(session: Session, today: date) -> VisitRecord | None:
    """Return the visit that runs, or else the first one planned from `today` on."""
    query = (
        select(VisitRecord)
        .join(PracticeRecord, col(PracticeRecord.id) == col(VisitRecord.practice_id))
        .where(
            VisitRecord.status == VisitStatus.PLANNED,
            VisitRecord.start >= datetime.combine(today, time()),
            col(PracticeRecord.archived_on).is_(None),
        )
        .order_by(col(VisitRecord.start))
    )
    return running_visit(session) or session.exec(query.limit(1)).first()


def last_held_days(session: Session, practice_id: UUID | None = None) -> dict[UUID, date]:
    """Return the day of the newest held visit of each practice that has one, or of one alone."""
    # Sought in the index for each practice: grouping would read every visit ever held.
    newest = (
        select(VisitRecord.start)
        .where(
            VisitRecord.status == VisitStatus.HELD,
            col(VisitRecord.practice_id) == col(PracticeRecord.id),
        )
        .order_by(col(VisitRecord.start).desc())
        .limit(1)
        .scalar_subquery()
    )
    query = select(PracticeRecord.id, newest)
    if practice_id is not None:
        query = query.where(PracticeRecord.id == practice_id)
    return {at: start.date() for at, start in session.exec(query) if start is not None}


def next_planned_days(
    session: Session, today: date, practice_id: UUID | None = None
) -> dict[UUID, date]:
    """Return the day of the first visit planned from `today` on, of each practice with one, or of
    one alone."""
    # Told apart here: SQLite takes memory for each group, which is slow where all of it is wiped.
    query = select(VisitRecord.practice_id, VisitRecord.start).where(
        VisitRecord.status == VisitStatus.PLANNED,
        VisitRecord.start >= datetime.combine(today, time()),
    )
    if practice_id is not None:
        query = query.where(VisitRecord.practice_id == practice_id)
    found: dict[UUID, date] = {}
    for at, start in session.exec(query):
        found[at] = min(found.get(at, date.max), start.date())
    return found


def get_question(session: Session, question_id: QuestionId) -> QuestionRecord:
    """Return the question, or raise `NotFound`."""
    return found(session.get(QuestionRecord, question_id), _("This question is no longer there."))


def get_promise(session: Session, promise_id: PromiseId) -> PromiseRecord:
    """Return the promise, or raise `NotFound`."""
    return found(session.get(PromiseRecord, promise_id), _("This promise is no longer there."))


def find_questions(
    session: Session, visit_ids: Sequence[UUID], *, owed: bool = False
) -> Sequence[QuestionRecord]:
    """Return the questions of these visits in the order they were asked; with `owed`, only those
    nobody answered or dropped."""
    query = select(QuestionRecord).where(col(QuestionRecord.visit_id).in_(visit_ids))
    if owed:
        query = query.where(
            QuestionRecord.answer == "", col(QuestionRecord.dropped_visit_id).is_(None)
        )
    # Ids are drawn by chance; SQLite counts its rows up as they are written.
    return session.exec(query.order_by(text("visit_question.rowid"))).all()


def find_answered(session: Session, visit_id: UUID) -> Sequence[QuestionRecord]:
    """Return the questions of earlier visits that were answered at this one."""
    query = select(QuestionRecord).where(col(QuestionRecord.answered_visit_id) == visit_id)
    return session.exec(query.order_by(text("visit_question.rowid"))).all()


def find_promises(
    session: Session, visit_ids: Sequence[UUID], *, owed: bool = False
) -> Sequence[PromiseRecord]:
    """Return the promises made at these visits; with `owed`, only those neither kept nor
    dropped."""
    query = select(PromiseRecord).where(col(PromiseRecord.visit_id).in_(visit_ids))
    if owed:
        query = query.where(PromiseRecord.kept == 0, col(PromiseRecord.dropped_visit_id).is_(None))
    return session.exec(query.order_by(col(PromiseRecord.what))).all()
