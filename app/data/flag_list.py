"""Flags as they are listed, read as columns: what a card says of each, and the names beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from app.data.columns import as_stored
from app.data.flag import FlagRecord
from app.data.practice import DoctorRecord, PracticeRecord
from app.data.visit import VisitRecord
from app.domain.flag_choice import (
    Actor,
    AgeBand,
    CloseReason,
    Employment,
    FlagStatus,
    Mentioned,
    NextStep,
    Sector,
    Theme,
    Urgency,
)


class ListedFlag(NamedTuple):
    """One flag, by its id as it is stored, the practice and the doctor it is from, and when the
    doctor heard back."""

    flag: str
    code: str
    practice_id: UUID
    practice: str
    raised_on: date
    noted_on: date
    status: FlagStatus
    close_reason: CloseReason | None
    told_at: datetime | None
    theme: Theme
    employment: Employment
    sector: Sector
    age_band: AgeBand
    urgency: Urgency
    mentioned: Mentioned
    may_quote: int
    next_step: NextStep
    who_acts: Actor
    act_by: date | None
    note: str
    told_by: UUID | None
    doctor: str | None


def find_listed_flags(
    session: Session, *, flag_id: UUID | None = None, visit_id: UUID | None = None
) -> Sequence[ListedFlag]:
    """Return flags, oldest first: all, or the one, or those raised at a visit."""
    query = _LISTED
    if flag_id is not None:
        query = query.where(col(FlagRecord.id) == flag_id)
    if visit_id is not None:
        query = query.where(col(FlagRecord.visit_id) == visit_id)
    session.flush()  # what is asked without the session would not see what it has to write
    return [ListedFlag._make(row) for row in session.connection().execute(query).all()]


_COLUMNS = (
    as_stored(FlagRecord.id, "flag"),
    col(FlagRecord.code),
    col(FlagRecord.practice_id),
    col(PracticeRecord.name),
    col(FlagRecord.raised_on),
    col(FlagRecord.noted_on),
    col(FlagRecord.status),
    col(FlagRecord.close_reason),
    col(VisitRecord.start),
    col(FlagRecord.theme),
    col(FlagRecord.employment),
    col(FlagRecord.sector),
    col(FlagRecord.age_band),
    col(FlagRecord.urgency),
    col(FlagRecord.mentioned),
    col(FlagRecord.may_quote),
    col(FlagRecord.next_step),
    col(FlagRecord.who_acts),
    col(FlagRecord.act_by),
    col(FlagRecord.note),
    col(FlagRecord.told_by),
    col(DoctorRecord.name),
)

_LISTED = (
    select(FlagRecord)
    .join(PracticeRecord, col(PracticeRecord.id) == col(FlagRecord.practice_id))
    .outerjoin(DoctorRecord, col(DoctorRecord.id) == col(FlagRecord.told_by))
    .outerjoin(VisitRecord, col(VisitRecord.id) == col(FlagRecord.feedback_visit_id))
    .order_by(col(FlagRecord.raised_on), col(FlagRecord.code))
    .with_only_columns(*_COLUMNS)
)
