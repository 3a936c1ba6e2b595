"""Adjustments of one's own in the file: the table, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Column, Text
from sqlmodel import Field, Session, SQLModel, col, select

from app.data.columns import coded, key, words
from app.data.found import found
from app.domain.adjustment import AdjustmentId
from app.domain.flag_choice import Function
from app.domain.language import _


class AdjustmentRecord(SQLModel, table=True):
    """One line that was added to the catalogue."""

    __tablename__ = "adjustment"

    id: UUID = key()
    function: Function = coded(Function)
    text: str = words()


class HiddenRecord(SQLModel, table=True):
    """One line that came with Fasthold and is not shown here."""

    __tablename__ = "hidden_adjustment"

    code: str = Field(sa_column=Column(Text, primary_key=True))


def get_adjustment(session: Session, adjustment_id: AdjustmentId) -> AdjustmentRecord:
    """Return the line, or raise `NotFound`."""
    record = session.get(AdjustmentRecord, adjustment_id)
    return found(record, _("This adjustment is no longer there."))


def find_adjustments(session: Session) -> Sequence[AdjustmentRecord]:
    """Return the lines in the order of the alphabet."""
    return session.exec(select(AdjustmentRecord).order_by(col(AdjustmentRecord.text))).all()


def find_hidden(session: Session) -> frozenset[str]:
    """Return the codes of the lines that are not shown."""
    return frozenset(session.exec(select(HiddenRecord.code)))
