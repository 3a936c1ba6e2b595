"""Who came to a visit: the table, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Column, ForeignKey
from sqlmodel import Field, Session, SQLModel, col, select

from app.data.columns import UidText, coded, whole
from app.domain.visit_people import Attendance


class VisitDoctorRecord(SQLModel, table=True):
    """One doctor at one visit; `place` is the order in which they came into the line."""

    __tablename__ = "visit_doctor"

    visit_id: UUID = Field(
        sa_column=Column(UidText, ForeignKey("visit.id", ondelete="CASCADE"), primary_key=True)
    )
    doctor_id: UUID = Field(
        sa_column=Column(UidText, ForeignKey("doctor.id", ondelete="CASCADE"), primary_key=True)
    )
    attendance: Attendance = coded(Attendance)
    place: int = whole()


def find_people(session: Session, visit_id: UUID) -> Sequence[VisitDoctorRecord]:
    """Return who came to a visit, or waits there, in their order."""
    query = select(VisitDoctorRecord).where(VisitDoctorRecord.visit_id == visit_id)
    return session.exec(query.order_by(col(VisitDoctorRecord.place))).all()


def present_at(session: Session, visit_ids: Sequence[UUID]) -> dict[UUID, set[UUID]]:
    """Return who was in the room, for each of these visits of which that was written down."""
    there = (Attendance.IN_ROOM, Attendance.SEEN)
    query = select(VisitDoctorRecord.visit_id, VisitDoctorRecord.doctor_id).where(
        col(VisitDoctorRecord.visit_id).in_(visit_ids),
        col(VisitDoctorRecord.attendance).in_(there),
    )
    present: dict[UUID, set[UUID]] = {}
    for visit_id, doctor_id in session.exec(query):
        present.setdefault(visit_id, set()).add(doctor_id)
    return present
