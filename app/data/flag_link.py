"""What rests on a flag: a relayed yes, then a follow-up. The link never goes the other way."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index
from sqlmodel import Field, Session, SQLModel, col, select

from app.data.columns import UidText, link
from app.data.consent import ConsentRecord
from app.data.followup import FollowupRecord


class RelayedFlagRecord(SQLModel, table=True):
    """From which flag a relayed yes came, until it is confirmed or lapses."""

    __tablename__ = "relayed_flag"
    __table_args__ = (Index("relayed_flag_flag", "flag_id", unique=True),)

    consent_id: UUID = Field(
        sa_column=Column(UidText, ForeignKey("consent.id", ondelete="CASCADE"), primary_key=True)
    )
    flag_id: UUID = link("flag.id")


def find_relayed_flags(session: Session, citizen_id: UUID) -> Sequence[RelayedFlagRecord]:
    """Return the links of a citizen's relayed consents."""
    query = (
        select(RelayedFlagRecord)
        .join(ConsentRecord, col(ConsentRecord.id) == col(RelayedFlagRecord.consent_id))
        .where(ConsentRecord.citizen_id == citizen_id)
    )
    return session.exec(query).all()


def find_relayed_flag(session: Session, flag_id: UUID) -> RelayedFlagRecord | None:
    """Return the link of the relayed yes that came from this flag, if any."""
    query = select(RelayedFlagRecord).where(RelayedFlagRecord.flag_id == flag_id)
    return session.exec(query).first()


def has_followup(session: Session, flag_id: UUID) -> bool:
    """Return whether a follow-up rests on this flag."""
    query = select(FollowupRecord.id).where(FollowupRecord.flag_id == flag_id)
    return session.exec(query).first() is not None


def is_rested_on(session: Session, flag_id: UUID) -> bool:
    """Return whether a relayed yes or a follow-up rests on this flag."""
    return has_followup(session, flag_id) or find_relayed_flag(session, flag_id) is not None
