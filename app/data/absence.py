"""Days the consultant is away, in the file: the table, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session, SQLModel, col, select

from app.data.columns import a_day, key, words
from app.data.found import found
from app.domain.absence import AbsenceId
from app.domain.language import _


class AbsenceRecord(SQLModel, table=True):
    """One period away."""

    __tablename__ = "absence"

    id: UUID = key()
    first: date = a_day()
    last: date = a_day()
    reason: str = words()
    source: str = words()


def get_absence(session: Session, absence_id: AbsenceId) -> AbsenceRecord:
    """Return the absence, or raise `NotFound`."""
    return found(session.get(AbsenceRecord, absence_id), _("This absence is no longer there."))


def find_absences(session: Session) -> Sequence[AbsenceRecord]:
    """Return every absence, first day first."""
    query = select(AbsenceRecord)
    return session.exec(query.order_by(col(AbsenceRecord.first), col(AbsenceRecord.last))).all()
