"""What was copied to the case system, in the file: the table, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import Column, Index, Text
from sqlmodel import Field, Session, SQLModel, col, select

from app.data.columns import CodeText, a_day, link
from app.domain.transfer import TransferKey, TransferKind


class TransferRecord(SQLModel, table=True):
    """One entry of a follow-up that is in the case system."""

    __tablename__ = "transfer"
    __table_args__ = (Index("transfer_of_person", "followup_id"),)

    kind: TransferKind = Field(sa_column=Column(CodeText(TransferKind), primary_key=True))
    entry: str = Field(sa_column=Column(Text, primary_key=True))
    followup_id: UUID = link("followup.id")
    transferred_on: date = a_day()


def find_transfers(
    session: Session, followup_id: UUID, entries: Collection[str] | None = None
) -> dict[TransferKey, date]:
    """Return when each entry of a follow-up was copied, or of these alone."""
    query = select(TransferRecord).where(TransferRecord.followup_id == followup_id)
    if entries is not None:
        query = query.where(col(TransferRecord.entry).in_(entries))
    return {
        TransferKey(kind=record.kind, entry=record.entry): record.transferred_on
        for record in session.exec(query)
    }


def find_transfer(session: Session, key: TransferKey) -> date | None:
    """Return when the entry was copied, if it was."""
    record = session.get(TransferRecord, (key.kind, key.entry))
    return None if record is None else record.transferred_on


def put_transfer(session: Session, followup_id: UUID, key: TransferKey, day: date | None) -> None:
    """Keep when the entry was copied; None says that it was not."""
    record = session.get(TransferRecord, (key.kind, key.entry))
    if day is not None:
        session.merge(
            TransferRecord(
                kind=key.kind, entry=key.entry, followup_id=followup_id, transferred_on=day
            )
        )
    elif record is not None:
        session.delete(record)
