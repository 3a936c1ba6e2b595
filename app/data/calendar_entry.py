"""What calendar files have said of visits: the table, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import Column
from sqlmodel import Field, Session, SQLModel, col, select

from app.data.columns import UidText, link, local_time, whole, yes_no
from app.domain.calendar_file import CalendarEntry


class CalendarEntryRecord(SQLModel, table=True):
    """The last thing a calendar file said of one visit; without a visit once that is removed."""

    __tablename__ = "calendar_entry"

    uid: UUID = Field(sa_column=Column(UidText, primary_key=True))
    visit_id: UUID | None = link("visit.id", then="SET NULL", nullable=True)
    start: datetime = local_time()
    minutes: int = whole()
    sequence: int = whole()
    cancelled: int = yes_no()


def find_told(session: Session) -> Sequence[CalendarEntryRecord]:
    """Return everything calendars were told, in time order."""
    return session.exec(select(CalendarEntryRecord).order_by(col(CalendarEntryRecord.start))).all()


def tell(session: Session, entry: CalendarEntry, visit_id: UUID | None, *, cancelled: bool) -> None:
    """Keep what a calendar is told now; the database refuses a sequence that falls."""
    record = session.get(CalendarEntryRecord, entry.uid)
    if record is None:
        record = CalendarEntryRecord(uid=entry.uid, visit_id=visit_id)
    record.start, record.minutes, record.sequence = entry.start, entry.minutes, entry.sequence
    record.cancelled = int(cancelled)
    session.add(record)


def forget_gone(session: Session, today: date) -> None:
    """Forget the entries of removed visits whose day has passed: nobody needs to hear of them."""
    gone = select(CalendarEntryRecord).where(
        col(CalendarEntryRecord.visit_id).is_(None),
        CalendarEntryRecord.start < datetime.combine(today, time()),
    )
    for record in session.exec(gone).all():
        session.delete(record)
