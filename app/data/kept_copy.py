"""Copies of the file that were saved, and where: so that it is known which hold a person, and when
each goes. The list lies in the encrypted file alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Column, Text
from sqlmodel import Field, Session, SQLModel, col, select

from app.data.columns import a_day, words


class KeptCopyRecord(SQLModel, table=True):
    """One saved copy. A file that differs from `sha256` is a copy no more: somebody works in it."""

    __tablename__ = "kept_copy"

    place: str = Field(sa_column=Column(Text, primary_key=True))
    saved_on: date = a_day()
    sha256: str = words()


def find_kept_copies(session: Session) -> Sequence[KeptCopyRecord]:
    """Return the copies, oldest first."""
    query = select(KeptCopyRecord)
    order = (col(KeptCopyRecord.saved_on), col(KeptCopyRecord.place))
    return session.exec(query.order_by(*order)).all()


def put_kept_copy(session: Session, place: str, saved_on: date, sha256: str) -> None:
    """Remember a copy; one that lay at the same place before is gone."""
    session.merge(KeptCopyRecord(place=place, saved_on=saved_on, sha256=sha256))


def drop_kept_copy(session: Session, place: str) -> None:
    """Forget a copy."""
    record = session.get(KeptCopyRecord, place)
    if record is not None:
        session.delete(record)
