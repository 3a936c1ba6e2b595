"""Cooperation agreements in the file: tables, and the questions asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Index, text
from sqlmodel import Session, SQLModel, col, select

from app.data.columns import a_day, coded, key, link, words
from app.data.found import found
from app.data.practice import PracticeRecord
from app.domain.cooperation import CooperationId, DutyId, Side
from app.domain.language import _


class CooperationRecord(SQLModel, table=True):
    """One agreement with a practice; at most one of each practice is not archived."""

    __tablename__ = "cooperation"
    __table_args__ = (
        Index(
            "cooperation_live",
            "practice_id",
            unique=True,
            sqlite_where=text("archived_on IS NULL"),
        ),
    )

    id: UUID = key()
    practice_id: UUID = link("practice.id")
    agreed_on: date = a_day()
    review_on: date = a_day()
    practice_contact: str = words()
    practice_phone: str = words()
    practice_email: str = words()
    own_contact: str = words()
    own_phone: str = words()
    own_email: str = words()
    archived_on: date | None = a_day(nullable=True)


class DutyRecord(SQLModel, table=True):
    """One line of an agreement: who does what when."""

    __tablename__ = "cooperation_duty"

    id: UUID = key()
    cooperation_id: UUID = link("cooperation.id")
    who: Side = coded(Side)
    what: str = words()
    timing: str = words()


def get_cooperation(session: Session, cooperation_id: CooperationId) -> CooperationRecord:
    """Return the agreement, or raise `NotFound`."""
    return found(
        session.get(CooperationRecord, cooperation_id),
        _("This cooperation agreement is no longer there."),
    )


def get_duty(session: Session, duty_id: DutyId) -> DutyRecord:
    """Return the line, or raise `NotFound`."""
    return found(session.get(DutyRecord, duty_id), _("This line is no longer there."))


def find_cooperations(session: Session, practice_id: UUID) -> Sequence[CooperationRecord]:
    """Return the agreements with a practice: the live one first, then the newest."""
    query = select(CooperationRecord).where(CooperationRecord.practice_id == practice_id)
    live = col(CooperationRecord.archived_on).is_(None)
    return session.exec(query.order_by(live.desc(), col(CooperationRecord.agreed_on).desc())).all()


def live_cooperation(session: Session, practice_id: UUID) -> CooperationRecord | None:
    """Return the agreement in force with a practice, if there is one."""
    found = find_cooperations(session, practice_id)
    return found[0] if found and found[0].archived_on is None else None


def find_reviews(session: Session, until: date) -> Sequence[tuple[CooperationRecord, str]]:
    """Return agreements to be reviewed by `until`, soonest first, with the practice's name."""
    query = (
        select(CooperationRecord, PracticeRecord.name)
        .join(PracticeRecord, col(PracticeRecord.id) == col(CooperationRecord.practice_id))
        .where(
            col(CooperationRecord.archived_on).is_(None),
            col(PracticeRecord.archived_on).is_(None),
            CooperationRecord.review_on <= until,
        )
    )
    return [
        (record, name)
        for record, name in session.exec(query.order_by(col(CooperationRecord.review_on)))
    ]


def find_duties(session: Session, cooperation_id: UUID) -> Sequence[DutyRecord]:
    """Return the lines of an agreement in the order they were written."""
    query = select(DutyRecord).where(DutyRecord.cooperation_id == cooperation_id)
    # Ids are drawn by chance; SQLite counts its rows up as they are written.
    return session.exec(query.order_by(text("cooperation_duty.rowid"))).all()
