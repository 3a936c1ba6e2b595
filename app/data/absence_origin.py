"""Where absences came from: the table, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Text
from sqlmodel import Field, Session, SQLModel, col, select

from app.data.absence import AbsenceRecord
from app.data.columns import UidText


class AbsenceOriginRecord(SQLModel, table=True):
    """One time of one entry of a foreign calendar, and the absence it became."""

    __tablename__ = "absence_origin"

    event: str = Field(sa_column=Column(Text, primary_key=True))
    occurrence: str = Field(sa_column=Column(Text, primary_key=True))
    absence_id: UUID = Field(
        sa_column=Column(
            UidText, ForeignKey("absence.id", ondelete="CASCADE"), nullable=False, unique=True
        )
    )


def find_origins(session: Session) -> Sequence[tuple[AbsenceOriginRecord, AbsenceRecord]]:
    """Return each absence that came from a calendar file, with where it came from."""
    query = select(AbsenceOriginRecord, AbsenceRecord)
    query = query.join(AbsenceRecord, col(AbsenceRecord.id) == col(AbsenceOriginRecord.absence_id))
    return session.exec(query).all()
