"""When the clock of a visit stood: the table, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Session, SQLModel, col, select

from app.data.columns import coded, key, link, moment
from app.domain.visit_pause import PauseKind


class VisitPauseRecord(SQLModel, table=True):
    """One time the clock stood; without an end it stands still."""

    __tablename__ = "visit_pause"
    __table_args__ = (
        Index("visit_pause_open", "visit_id", unique=True, sqlite_where=text("ended_at IS NULL")),
    )

    id: UUID = key()
    visit_id: UUID = link("visit.id")
    kind: PauseKind = coded(PauseKind)
    began_at: datetime = moment()
    ended_at: datetime | None = moment(nullable=True)


def find_pauses(session: Session, visit_id: UUID) -> Sequence[VisitPauseRecord]:
    """Return every time the clock of a visit stood, the first one first."""
    query = select(VisitPauseRecord).where(VisitPauseRecord.visit_id == visit_id)
    return session.exec(query.order_by(col(VisitPauseRecord.began_at))).all()


def end_pause(session: Session, visit_id: UUID, now: datetime) -> bool:
    """Let the clock go on; return whether it stood."""
    standing = [one for one in find_pauses(session, visit_id) if one.ended_at is None]
    for record in standing:
        record.ended_at = max(now, record.began_at)  # the computer's clock may have been set back
    return bool(standing)
