"""Practices in the file: tables, and the questions asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from uuid import UUID

from sqlmodel import Session, SQLModel, col, select

from app.data.columns import a_day, clock, coded, key, link, whole, words
from app.data.found import found
from app.domain.language import _
from app.domain.practice import ClosedId, DoctorId, DoctorRole, PracticeId, VisitFormat


class PracticeRecord(SQLModel, table=True):
    """One practice as stored; `weekdays` are digits, 0 is Monday."""

    __tablename__ = "practice"

    id: UUID = key()
    name: str = words()
    address: str = words()
    phone: str = words()
    place: str = words()
    format: VisitFormat = coded(VisitFormat)
    rhythm_weeks: int = whole()
    tolerated_from: int = whole()
    tolerated_to: int = whole()
    minutes: int = whole()
    weekdays: str = words()
    at: time = clock()
    quick_facts: str = words()
    archived_on: date | None = a_day(nullable=True)


class DoctorRecord(SQLModel, table=True):
    """One doctor of a practice."""

    __tablename__ = "doctor"

    id: UUID = key()
    practice_id: UUID = link("practice.id")
    name: str = words()
    role: DoctorRole = coded(DoctorRole)
    introduced_on: date | None = a_day(nullable=True)


class ClosedRecord(SQLModel, table=True):
    """One closed period of a practice."""

    __tablename__ = "closed_period"

    id: UUID = key()
    practice_id: UUID = link("practice.id")
    first: date = a_day()
    last: date = a_day()
    reason: str = words()


def get_practice(session: Session, practice_id: PracticeId) -> PracticeRecord:
    """Return the practice, or raise `NotFound`."""
    return found(session.get(PracticeRecord, practice_id), _("This practice is no longer there."))


def find_practices(session: Session, *, archived: bool = False) -> Sequence[PracticeRecord]:
    """Return the practices by name; archived ones only when asked for."""
    query = select(PracticeRecord)
    if not archived:
        query = query.where(col(PracticeRecord.archived_on).is_(None))
    # Sorted here: SQLite takes memory for each row it sorts, which is slow where all is wiped.
    return sorted(session.exec(query), key=lambda record: record.name)


def practice_names(session: Session) -> dict[UUID, str]:
    """Return the name of every practice, also of those archived."""
    return dict(session.exec(select(PracticeRecord.id, PracticeRecord.name)).all())


def has_practices(session: Session) -> bool:
    """Return whether there is any practice, be it archived."""
    return session.exec(select(PracticeRecord.id).limit(1)).first() is not None


def get_doctor(session: Session, doctor_id: DoctorId) -> DoctorRecord:
    """Return the doctor, or raise `NotFound`."""
    return found(session.get(DoctorRecord, doctor_id), _("This doctor is no longer there."))


def get_closed(session: Session, closed_id: ClosedId) -> ClosedRecord:
    """Return the closed period, or raise `NotFound`."""
    return found(session.get(ClosedRecord, closed_id), _("These closed days are no longer there."))


def find_doctors(session: Session, practice_id: UUID) -> Sequence[DoctorRecord]:
    """Return the doctors of a practice by name."""
    query = select(DoctorRecord).where(DoctorRecord.practice_id == practice_id)
    return session.exec(query.order_by(col(DoctorRecord.name))).all()


def register_ids(session: Session) -> frozenset[str]:
    """Return the ids of every practice and doctor, as forms hold them."""
    practices = session.exec(select(PracticeRecord.id)).all()
    doctors = session.exec(select(DoctorRecord.id)).all()
    return frozenset(one.hex for one in (*practices, *doctors))


def find_closed(session: Session, practice_id: UUID | None = None) -> Sequence[ClosedRecord]:
    """Return the closed periods, of one practice if given, first day first."""
    query = select(ClosedRecord)
    if practice_id is not None:
        query = query.where(ClosedRecord.practice_id == practice_id)
    return session.exec(query.order_by(col(ClosedRecord.first))).all()


def count_doctors(session: Session, practice_id: UUID | None = None) -> dict[UUID, tuple[int, int]]:
    """Return for each practice, or one alone, how many doctors and how many trainees it has."""
    query = select(DoctorRecord.practice_id, DoctorRecord.role)
    if practice_id is not None:
        query = query.where(DoctorRecord.practice_id == practice_id)
    # Counted here: SQLite takes memory for each group, which is slow where all of it is wiped.
    counts: dict[UUID, tuple[int, int]] = {}
    for one, role in session.exec(query):
        doctors, trainees = counts.get(one, (0, 0))
        trainee = role is DoctorRole.TRAINEE
        counts[one] = (doctors + (not trainee), trainees + trainee)
    return counts
