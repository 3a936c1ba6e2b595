"""Holds in the file: the table, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Session, SQLModel, col, select

from app.data.columns import a_day, key, link, words


class HoldRecord(SQLModel, table=True):
    """One hold; lifted, it stays as what was."""

    __tablename__ = "hold"
    __table_args__ = (
        Index("hold_open", "citizen_id", unique=True, sqlite_where=text("lifted_on IS NULL")),
    )

    id: UUID = key()
    citizen_id: UUID = link("citizen.id")
    reason: str = words()
    held_on: date = a_day()
    review_on: date = a_day()
    lifted_on: date | None = a_day(nullable=True)


def find_hold(session: Session, citizen_id: UUID) -> HoldRecord | None:
    """Return the hold that stands on the citizen, if one does."""
    query = select(HoldRecord).where(
        HoldRecord.citizen_id == citizen_id, col(HoldRecord.lifted_on).is_(None)
    )
    return session.exec(query).first()


def find_holds(session: Session) -> Sequence[HoldRecord]:
    """Return every hold that stands, the first to be asked about first."""
    query = select(HoldRecord).where(col(HoldRecord.lifted_on).is_(None))
    return session.exec(query.order_by(col(HoldRecord.review_on), col(HoldRecord.id))).all()
