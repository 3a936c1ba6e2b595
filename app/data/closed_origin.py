"""Where closed days came from: the table, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Text
from sqlmodel import Field, Session, SQLModel, col, select

from app.data.columns import UidText
from app.data.practice import ClosedRecord
from app.domain.practice import PracticeId


class ClosedOriginRecord(SQLModel, table=True):
    """One time of one entry of a practice's calendar, and the closed days it became. Two practices
    can have been given the same calendar."""

    __tablename__ = "closed_origin"

    practice_id: UUID = Field(
        sa_column=Column(UidText, ForeignKey("practice.id", ondelete="CASCADE"), primary_key=True)
    )
    event: str = Field(sa_column=Column(Text, primary_key=True))
    occurrence: str = Field(sa_column=Column(Text, primary_key=True))
    closed_id: UUID = Field(
        sa_column=Column(
            UidText,
            ForeignKey("closed_period.id", ondelete="CASCADE"),
            nullable=False,
            unique=True,
        )
    )


def find_closed_origins(
    session: Session, practice_id: PracticeId
) -> Sequence[tuple[ClosedOriginRecord, ClosedRecord]]:
    """Return the closed days of a practice that came from a calendar file, with where from."""
    query = select(ClosedOriginRecord, ClosedRecord)
    query = query.join(ClosedRecord, col(ClosedRecord.id) == col(ClosedOriginRecord.closed_id))
    return session.exec(query.where(ClosedOriginRecord.practice_id == practice_id)).all()
