"""Flags in the file: tables, and the questions asked of them. No column may point to the
person a flag is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, Text
from sqlmodel import Field, Session, SQLModel, col, func, select

from app.data.columns import CodeText, UidText, a_day, as_stored, coded, key, link, words, yes_no
from app.data.found import found
from app.data.practice import PracticeRecord
from app.domain.flag import FlagId
from app.domain.flag_choice import (
    Actor,
    AgeBand,
    CloseReason,
    Employment,
    FlagStatus,
    Function,
    Mentioned,
    NextStep,
    Sector,
    Theme,
    Urgency,
)
from app.domain.language import _


class FlagRecord(SQLModel, table=True):
    """One flag as stored: codes, bands, three days, one guarded note."""

    __tablename__ = "flag"
    __table_args__ = (
        Index("flag_code", "code", unique=True),
        Index("flag_of_practice", "practice_id", "raised_on", "code"),
        Index("flag_by_day", "raised_on", "code"),
    )

    id: UUID = key()
    code: str = words()
    practice_id: UUID = link("practice.id")
    visit_id: UUID | None = link("visit.id", then="SET NULL", nullable=True)
    feedback_visit_id: UUID | None = link("visit.id", then="SET NULL", nullable=True)
    dropped_visit_id: UUID | None = link("visit.id", then="SET NULL", nullable=True)
    theme: Theme = coded(Theme)
    employment: Employment = coded(Employment)
    sector: Sector = coded(Sector)
    age_band: AgeBand = coded(AgeBand)
    urgency: Urgency = coded(Urgency)
    mentioned: Mentioned = coded(Mentioned)
    may_quote: int = yes_no()
    next_step: NextStep = coded(NextStep)
    who_acts: Actor = coded(Actor)
    status: FlagStatus = coded(FlagStatus)
    close_reason: CloseReason | None = coded(CloseReason, nullable=True)
    raised_on: date = a_day()
    act_by: date | None = a_day(nullable=True)
    note: str = words()
    told_by: UUID | None = link("doctor.id", then="SET NULL", nullable=True)
    noted_on: date = a_day()


class FlagFunctionRecord(SQLModel, table=True):
    """One function a flag names."""

    __tablename__ = "flag_function"

    flag_id: UUID = Field(
        sa_column=Column(UidText, ForeignKey("flag.id", ondelete="CASCADE"), primary_key=True)
    )
    function: Function = Field(sa_column=Column(CodeText(Function), primary_key=True))


class FlagOutcomeRecord(SQLModel, table=True):
    """What is left of a flag for counting: month, practice and theme."""

    __tablename__ = "flag_outcome"

    id: UUID = key()
    month: str = Field(sa_column=Column(Text, nullable=False))
    practice_id: UUID = link("practice.id")
    theme: Theme = coded(Theme)


def get_flag(session: Session, flag_id: FlagId) -> FlagRecord:
    """Return the flag, or raise `NotFound`."""
    return found(session.get(FlagRecord, flag_id), _("This flag is no longer there."))


def find_flags(session: Session, *, practice_id: UUID | None = None) -> Sequence[FlagRecord]:
    """Return flags, oldest first, of one practice if given."""
    query = select(FlagRecord)
    if practice_id is not None:
        query = query.where(FlagRecord.practice_id == practice_id)
    return session.exec(query.order_by(col(FlagRecord.raised_on), col(FlagRecord.code))).all()


class Waiting(NamedTuple):
    """What is shown of a flag that waits; `flag` is its id as stored."""

    flag: str
    code: str
    practice: str
    status: FlagStatus
    next_step: NextStep
    raised_on: date
    noted_on: date


def find_waiting(session: Session, statuses: Sequence[FlagStatus]) -> Sequence[Waiting]:
    """Return the flags that stand in one of these states, in no order."""
    query = (
        select(FlagRecord, PracticeRecord)
        .join(PracticeRecord, col(PracticeRecord.id) == col(FlagRecord.practice_id))
        .where(col(FlagRecord.status).in_(statuses))
        .with_only_columns(
            as_stored(FlagRecord.id, "id"),
            col(FlagRecord.code),
            col(PracticeRecord.name),
            col(FlagRecord.status),
            col(FlagRecord.next_step),
            col(FlagRecord.raised_on),
            col(FlagRecord.noted_on),
        )
    )
    return [Waiting(*row) for row in session.execute(query)]


def count_flags(session: Session, statuses: Sequence[FlagStatus]) -> int:
    """Return how many flags stand in one of these states."""
    query = select(func.count()).select_from(FlagRecord)
    return session.exec(query.where(col(FlagRecord.status).in_(statuses))).one()


def find_flag_by_code(session: Session, code: str) -> FlagRecord | None:
    """Return the flag with this code, if any."""
    return session.exec(select(FlagRecord).where(FlagRecord.code == code)).first()


def flag_codes(session: Session) -> frozenset[str]:
    """Return every code in use."""
    return frozenset(session.exec(select(FlagRecord.code)).all())


def functions_of(session: Session, flag_id: UUID | None = None) -> dict[str, tuple[Function, ...]]:
    """Return the functions each flag names, or one alone, in the order of the list of functions;
    by the id of the flag as it is stored."""
    flag = as_stored(FlagFunctionRecord.flag_id, "flag")
    query = select(flag, FlagFunctionRecord.function)
    if flag_id is not None:
        query = query.where(FlagFunctionRecord.flag_id == flag_id)
    session.flush()  # what is asked without the session would not see what it has to write
    found: dict[str, list[Function]] = {}
    for stored, function in session.connection().execute(query).all():
        found.setdefault(stored, []).append(Function(function))
    order = list(Function)
    return {stored: tuple(sorted(names, key=order.index)) for stored, names in found.items()}
