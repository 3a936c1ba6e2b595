"""Measures in the file: tables, and the questions asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import REAL, Column, ForeignKey, Index, Integer, text
from sqlmodel import Field, Session, SQLModel, col, delete, select

from app.data.columns import DayText, UidText, a_day, coded, key, link, whole, words
from app.data.found import found
from app.domain.language import _
from app.domain.measure import InPlace, MeasureId


class MeasureRecord(SQLModel, table=True):
    """One measure; a day has one."""

    __tablename__ = "measure"
    __table_args__ = (Index("measure_day", "followup_id", "day", unique=True),)

    id: UUID = key()
    followup_id: UUID = link("followup.id")
    day: date = a_day()
    sentence: str = words()
    planned_hours: float | None = Field(default=None, sa_column=Column(REAL))
    worked_hours: float | None = Field(default=None, sa_column=Column(REAL))
    work_ability: int | None = whole(nullable=True)
    energy: int | None = whole(nullable=True)
    concentration: int | None = whole(nullable=True)
    confidence: int | None = whole(nullable=True)


class MeasureAdjustmentRecord(SQLModel, table=True):
    """Whether one adjustment was there, in its place in the list."""

    __tablename__ = "measure_adjustment"

    measure_id: UUID = Field(
        sa_column=Column(UidText, ForeignKey("measure.id", ondelete="CASCADE"), primary_key=True)
    )
    position: int = Field(sa_column=Column(Integer, primary_key=True))
    adjustment: str = words()
    in_place: InPlace = coded(InPlace)


class MeasureLine(NamedTuple):
    """One measure as it is listed: of ten years there are hundreds."""

    id: UUID
    day: date
    sentence: str
    planned_hours: float | None
    worked_hours: float | None
    work_ability: int | None
    energy: int | None
    concentration: int | None
    confidence: int | None


_FIELDS = ", ".join(MeasureLine._fields)
_OWN = f"SELECT {_FIELDS} FROM measure WHERE followup_id = :followup"  # noqa: S608 -- of constants
_ALL = text(f"{_OWN} ORDER BY day").columns(id=UidText(), day=DayText())


def get_measure(session: Session, measure_id: MeasureId) -> MeasureRecord:
    """Return the measure, or raise `NotFound`."""
    return found(session.get(MeasureRecord, measure_id), _("This measure is no longer there."))


def find_measures(session: Session, followup_id: UUID) -> Sequence[MeasureLine]:
    """Return the measures of a follow-up, oldest first."""
    rows = session.execute(_ALL, {"followup": followup_id.hex})
    return [MeasureLine(*row) for row in rows]


def find_measure_on(session: Session, followup_id: UUID, day: date) -> MeasureRecord | None:
    """Return the measure of a day, if there is one."""
    query = select(MeasureRecord).where(MeasureRecord.followup_id == followup_id)
    return session.exec(query.where(col(MeasureRecord.day) == day)).first()


def find_in_place(session: Session, measure_id: UUID) -> Sequence[MeasureAdjustmentRecord]:
    """Return the adjustments of a measure, in their order."""
    query = select(MeasureAdjustmentRecord).where(MeasureAdjustmentRecord.measure_id == measure_id)
    return session.exec(query.order_by(col(MeasureAdjustmentRecord.position))).all()


def find_all_in_place(session: Session, followup_id: UUID) -> Sequence[tuple[UUID, str, InPlace]]:
    """Return the adjustments of all measures of a follow-up: of which measure, what, and whether it
    was there, those of one measure in their order."""
    query = (
        select(MeasureAdjustmentRecord, MeasureRecord)
        .join(MeasureRecord, col(MeasureRecord.id) == col(MeasureAdjustmentRecord.measure_id))
        .where(MeasureRecord.followup_id == followup_id)
        .order_by(col(MeasureAdjustmentRecord.position))
        .with_only_columns(
            col(MeasureAdjustmentRecord.measure_id),
            col(MeasureAdjustmentRecord.adjustment),
            col(MeasureAdjustmentRecord.in_place),
        )
    )
    return [(measure_id, what, in_place) for measure_id, what, in_place in session.execute(query)]


def find_asked(session: Session, followup_id: UUID) -> Sequence[tuple[str, date]]:
    """Return which adjustments the measures of a follow-up asked about, and on which days."""
    query = (
        select(MeasureAdjustmentRecord, MeasureRecord)
        .join(MeasureRecord, col(MeasureRecord.id) == col(MeasureAdjustmentRecord.measure_id))
        .where(MeasureRecord.followup_id == followup_id)
        .with_only_columns(col(MeasureAdjustmentRecord.adjustment), col(MeasureRecord.day))
    )
    return [(adjustment, day) for adjustment, day in session.execute(query)]


def drop_in_place(session: Session, measure_id: UUID) -> None:
    """Forget the adjustments of a measure."""
    column = col(MeasureAdjustmentRecord.measure_id)
    session.exec(delete(MeasureAdjustmentRecord).where(column == measure_id))
