"""Roundtables in the file: tables, and the questions asked of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import TypeVar
from uuid import UUID

from sqlalchemy import REAL, Column, Index
from sqlmodel import Field, Session, SQLModel, col, select

from app.data.columns import a_day, clock, coded, key, link, whole, words, yes_no
from app.data.found import found
from app.domain.agenda import PointState
from app.domain.audience import Audience
from app.domain.language import _
from app.domain.roundtable import RoundtableId, RoundtableStatus, Seat
from app.domain.scheme import SchemeState


class RoundtableRecord(SQLModel, table=True):
    """One version of a roundtable; locked by the database once final."""

    __tablename__ = "roundtable"
    __table_args__ = (Index("roundtable_of_person", "followup_id"),)

    id: UUID = key()
    followup_id: UUID = link("followup.id")
    previous_id: UUID | None = link("roundtable.id", then="SET NULL", nullable=True)
    version: int = whole()
    status: RoundtableStatus = coded(RoundtableStatus)
    finalised_on: date | None = a_day(nullable=True)
    day: date = a_day()
    at: time | None = clock(nullable=True)
    place: str = words()
    review_on: date | None = a_day(nullable=True)
    review_at: time | None = clock(nullable=True)
    duration: str = words()
    colleagues_told: str = words()
    disagreements: str = words()


class ParticipantRecord(SQLModel, table=True):
    """One participant: the citizen, the consultant, or a party."""

    __tablename__ = "participant"

    id: UUID = key()
    roundtable_id: UUID = link("roundtable.id")
    party_id: UUID | None = link("party.id", nullable=True)
    who: Seat = coded(Seat)
    role: str = words()
    attended: int = yes_no()


class AgreementRecord(SQLModel, table=True):
    """One agreement, in its place in the list."""

    __tablename__ = "agreement"

    id: UUID = key()
    roundtable_id: UUID = link("roundtable.id")
    position: int = whole()
    function: str = words()
    task: str = words()
    adjustment: str = words()
    first: date = a_day()
    last: date = a_day()
    review_on: date = a_day()
    owner: str = words()
    audience: Audience = coded(Audience)
    taken_from: str = words()


class PointRecord(SQLModel, table=True):
    """One point of the agenda, in its place."""

    __tablename__ = "agenda_point"
    __table_args__ = (Index("agenda_point_of_roundtable", "roundtable_id"),)

    id: UUID = key()
    roundtable_id: UUID = link("roundtable.id")
    position: int = whole()
    title: str = words()
    minutes: int = whole()
    state: PointState = coded(PointState)
    carried_from: date | None = a_day(nullable=True)


class RemarkRecord(SQLModel, table=True):
    """One remark, in its place; what it said as an agreement is kept beside it."""

    __tablename__ = "remark"
    __table_args__ = (Index("remark_of_roundtable", "roundtable_id"),)

    id: UUID = key()
    roundtable_id: UUID = link("roundtable.id")
    position: int = whole()
    text: str = words()
    audience: Audience = coded(Audience)
    held: int = yes_no()
    function: str = words()
    task: str = words()
    first: date | None = a_day(nullable=True)
    last: date | None = a_day(nullable=True)
    review_on: date | None = a_day(nullable=True)
    owner: str = words()
    taken_from: str = words()


class StepRecord(SQLModel, table=True):
    """One step of the hours ladder."""

    __tablename__ = "hours_step"

    id: UUID = key()
    roundtable_id: UUID = link("roundtable.id")
    first: date = a_day()
    last: date = a_day()
    hours: float = Field(sa_column=Column(REAL, nullable=False))
    days: str = words()


class ActionRecord(SQLModel, table=True):
    """One line of who does what."""

    __tablename__ = "roundtable_action"

    id: UUID = key()
    roundtable_id: UUID = link("roundtable.id")
    position: int = whole()
    who: str = words()
    what: str = words()
    due_on: date | None = a_day(nullable=True)


class SchemeRecord(SQLModel, table=True):
    """One scheme of the list, or one's own with its `name`, and how far one has come with it."""

    __tablename__ = "roundtable_scheme"
    __table_args__ = (Index("roundtable_scheme_of_roundtable", "roundtable_id"),)

    id: UUID = key()
    roundtable_id: UUID = link("roundtable.id")
    position: int = whole()
    scheme: str = words()
    name: str = words()
    state: SchemeState = coded(SchemeState)
    who: str = words()
    day: date | None = a_day(nullable=True)


Part = TypeVar(
    "Part",
    ParticipantRecord,
    PointRecord,
    RemarkRecord,
    AgreementRecord,
    StepRecord,
    ActionRecord,
    SchemeRecord,
)


def get_roundtable(session: Session, roundtable_id: RoundtableId) -> RoundtableRecord:
    """Return the roundtable, or raise `NotFound`."""
    return found(
        session.get(RoundtableRecord, roundtable_id), _("This roundtable is no longer there.")
    )


def find_roundtables(
    session: Session, *, followup_id: UUID | None = None
) -> Sequence[RoundtableRecord]:
    """Return every version of every roundtable, newest day and version first."""
    query = select(RoundtableRecord)
    if followup_id is not None:
        query = query.where(RoundtableRecord.followup_id == followup_id)
    newest = (col(RoundtableRecord.day).desc(), col(RoundtableRecord.version).desc())
    return session.exec(query.order_by(*newest)).all()


def find_parts(session: Session, kind: type[Part], roundtable_id: UUID) -> Sequence[Part]:
    """Return the parts of one kind of a roundtable, as stored."""
    return session.exec(select(kind).where(kind.roundtable_id == roundtable_id)).all()


def took_part_in_final(session: Session, party_id: UUID) -> bool:
    """Return whether the party is a participant of a locked version."""
    query = (
        select(ParticipantRecord.id)
        .join(RoundtableRecord, col(RoundtableRecord.id) == col(ParticipantRecord.roundtable_id))
        .where(ParticipantRecord.party_id == party_id)
        .where(col(RoundtableRecord.status) == RoundtableStatus.FINAL)
    )
    return session.exec(query).first() is not None
