"""Follow-ups and contacts in the file: tables, and the questions asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from uuid import UUID

from sqlalchemy import REAL, Column, ForeignKey, Index, text
from sqlmodel import Field, Session, SQLModel, col, delete, func, select

from app.data.columns import CodeText, UidText, a_day, clock, coded, key, link, words, yes_no
from app.data.found import found
from app.domain.complexity import Level, Sign
from app.domain.contact import Channel, ContactOutcome, Way
from app.domain.flag_choice import Employment
from app.domain.followup import FollowupId, Origin, Outcome
from app.domain.language import _


class FollowupRecord(SQLModel, table=True):
    """One follow-up as stored. `flag_id` is the one link to a flag, and goes one way."""

    __tablename__ = "followup"
    __table_args__ = (
        Index("followup_number", "number", unique=True),
        Index("followup_open", "citizen_id", unique=True, sqlite_where=text("ended_on IS NULL")),
        Index("followup_of_person", "citizen_id", "number"),
        Index("followup_of_flag", "flag_id"),
    )

    id: UUID = key()
    citizen_id: UUID = link("citizen.id")
    flag_id: UUID | None = link("flag.id", then="SET NULL", nullable=True)
    number: str = words()
    origin: Origin = coded(Origin)
    employment: Employment = coded(Employment)
    job_title: str = words()
    weekly_hours: float = Field(sa_column=Column(REAL, nullable=False))
    sick_since: date | None = a_day(nullable=True)
    functions: str = words()
    wishes: str = words()
    started_on: date = a_day()
    ended_on: date | None = a_day(nullable=True)
    outcome: Outcome | None = coded(Outcome, nullable=True)
    archived_on: date | None = a_day(nullable=True)
    drives: int = yes_no()
    rung_now: Outcome | None = coded(Outcome, nullable=True)
    rung_aim: Outcome | None = coded(Outcome, nullable=True)
    complexity: Level | None = coded(Level, nullable=True)
    complexity_on: date | None = a_day(nullable=True)


class SignRecord(SQLModel, table=True):
    """One sign that is ticked."""

    __tablename__ = "followup_sign"

    followup_id: UUID = Field(
        sa_column=Column(UidText, ForeignKey("followup.id", ondelete="CASCADE"), primary_key=True)
    )
    sign: Sign = Field(sa_column=Column(CodeText(Sign), primary_key=True))


class ContactRecord(SQLModel, table=True):
    """One contact; no party means with the citizen."""

    __tablename__ = "contact"
    __table_args__ = (Index("contact_of_person", "followup_id", "day"),)

    id: UUID = key()
    followup_id: UUID = link("followup.id")
    party_id: UUID | None = link("party.id", then="SET NULL", nullable=True)
    day: date = a_day()
    at: time | None = clock(nullable=True)
    channel: Channel = coded(Channel)
    way: Way = coded(Way)
    outcome: ContactOutcome = coded(ContactOutcome)
    note: str = words()


def get_followup(session: Session, followup_id: FollowupId) -> FollowupRecord:
    """Return the follow-up, or raise `NotFound`."""
    return found(session.get(FollowupRecord, followup_id), _("This follow-up is no longer there."))


def find_followups(session: Session, *, citizen_id: UUID | None = None) -> Sequence[FollowupRecord]:
    """Return follow-ups, newest first, of one citizen if given."""
    query = select(FollowupRecord)
    if citizen_id is not None:
        query = query.where(FollowupRecord.citizen_id == citizen_id)
    return session.exec(query.order_by(col(FollowupRecord.number).desc())).all()


def find_signs(session: Session, followup_id: UUID) -> tuple[Sign, ...]:
    """Return the signs ticked of a follow-up, in their order."""
    query = select(SignRecord).where(SignRecord.followup_id == followup_id)
    ticked = {record.sign for record in session.exec(query)}
    return tuple(sign for sign in Sign if sign in ticked)


def put_signs(session: Session, followup_id: UUID, signs: Iterable[Sign]) -> None:
    """Tick these signs of a follow-up."""
    session.add_all(SignRecord(followup_id=followup_id, sign=sign) for sign in signs)


def drop_signs(session: Session, followup_id: UUID) -> None:
    """Tick no sign of a follow-up."""
    session.exec(delete(SignRecord).where(col(SignRecord.followup_id) == followup_id))


def find_contacts(
    session: Session, followup_id: UUID, *, most: int | None = None
) -> Sequence[ContactRecord]:
    """Return the contacts of a follow-up, newest first, at most so many if that is said."""
    query = select(ContactRecord).where(ContactRecord.followup_id == followup_id)
    newest = (col(ContactRecord.day).desc(), col(ContactRecord.at).desc())
    return session.exec(query.order_by(*newest).limit(most)).all()


def count_contacts(session: Session, followup_id: UUID) -> int:
    """Return how many contacts a follow-up has."""
    query = select(func.count()).select_from(ContactRecord)
    return session.exec(query.where(ContactRecord.followup_id == followup_id)).one()


def find_since_reached(session: Session, followup_id: UUID) -> Sequence[ContactRecord]:
    """Return the contacts with the citizen from the day on which they were last reached (all of
    them, if they never were), newest first."""
    reached = select(func.coalesce(func.max(ContactRecord.day), "")).where(
        ContactRecord.followup_id == followup_id,
        ContactRecord.outcome != ContactOutcome.NOT_REACHED,
        col(ContactRecord.party_id).is_(None),
    )
    query = select(ContactRecord).where(
        ContactRecord.followup_id == followup_id,
        col(ContactRecord.party_id).is_(None),
        ContactRecord.day >= reached.scalar_subquery(),
    )
    newest = (col(ContactRecord.day).desc(), col(ContactRecord.at).desc())
    return session.exec(query.order_by(*newest)).all()


def first_talk(session: Session, followup_id: UUID) -> date | None:
    """Return the day the citizen was first talked to, if that was logged."""
    query = select(func.min(ContactRecord.day)).where(
        ContactRecord.followup_id == followup_id,
        ContactRecord.outcome != ContactOutcome.NOT_REACHED,
        col(ContactRecord.party_id).is_(None),
    )
    return session.exec(query).first()


def was_talked_to(session: Session, party_id: UUID) -> bool:
    """Return whether a contact with the party is logged."""
    query = select(ContactRecord.id).where(ContactRecord.party_id == party_id)
    return session.exec(query).first() is not None
