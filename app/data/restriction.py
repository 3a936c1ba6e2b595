"""Restrictions in the file: the table, and the questions asked of it. The database sets the mark on
the citizen by itself, and lets nothing be changed while it stands."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Session, SQLModel, col, select

from app.data.columns import a_day, coded, key, link, words
from app.domain.restriction import Asker


class RestrictionRecord(SQLModel, table=True):
    """One restriction; lifted, it stays as what was."""

    __tablename__ = "restriction"
    __table_args__ = (
        Index(
            "restriction_open", "citizen_id", unique=True, sqlite_where=text("lifted_on IS NULL")
        ),
    )

    id: UUID = key()
    citizen_id: UUID = link("citizen.id")
    asked_by: Asker = coded(Asker)
    since: date = a_day()
    reason: str = words()
    lifted_on: date | None = a_day(nullable=True)
    lift_reason: str = words()


def find_restriction(session: Session, citizen_id: UUID) -> RestrictionRecord | None:
    """Return the restriction that stands, if one does."""
    query = select(RestrictionRecord).where(
        RestrictionRecord.citizen_id == citizen_id, col(RestrictionRecord.lifted_on).is_(None)
    )
    return session.exec(query).first()


def end_restriction(session: Session, citizen_id: UUID) -> None:
    """Take the restriction off that stands, if one does, without a day of its own."""
    record = find_restriction(session, citizen_id)
    if record is not None:
        record.lifted_on, record.lift_reason = record.since, "-"
        session.flush()
