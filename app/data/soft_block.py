"""Weeks and days better avoided, in the file: the table, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session, SQLModel, col, select

from app.data.columns import a_day, key, whole, words
from app.data.found import found
from app.domain.language import _
from app.domain.soft_block import SoftBlockId


class SoftBlockRecord(SQLModel, table=True):
    """One entry; `falls_on` is the `when` of the domain."""

    __tablename__ = "soft_block"

    id: UUID = key()
    falls_on: str = words()
    name: str = words()
    year: int | None = whole(nullable=True)
    source: str = words()
    last_checked: date | None = a_day(nullable=True)


def get_soft_block(session: Session, block_id: SoftBlockId) -> SoftBlockRecord:
    """Return the entry, or raise `NotFound`."""
    return found(session.get(SoftBlockRecord, block_id), _("This entry is no longer there."))


def find_soft_blocks(session: Session) -> Sequence[SoftBlockRecord]:
    """Return the entries by name."""
    query = select(SoftBlockRecord)
    return session.exec(query.order_by(col(SoftBlockRecord.name), col(SoftBlockRecord.year))).all()
