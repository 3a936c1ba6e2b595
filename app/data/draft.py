"""Unfinished edits in the file: the table, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, Text
from sqlmodel import Field, Session, SQLModel, col, select

from app.data.columns import CodeText, link, moment, words
from app.domain.draft import DraftKind


class DraftRecord(SQLModel, table=True):
    """One unfinished edit: the fields of a form, as JSON."""

    __tablename__ = "draft"

    kind: DraftKind = Field(sa_column=Column(CodeText(DraftKind), primary_key=True))
    entity: str = Field(sa_column=Column(Text, primary_key=True))
    citizen_id: UUID | None = link("citizen.id", nullable=True)
    fields: str = words()
    typed_at: datetime = moment()


def find_drafts(session: Session) -> Sequence[DraftRecord]:
    """Return every unfinished edit, newest first."""
    return session.exec(select(DraftRecord).order_by(col(DraftRecord.typed_at).desc())).all()


def find_drafts_about(
    session: Session, citizen_id: UUID, kinds: Collection[DraftKind]
) -> Sequence[DraftRecord]:
    """Return the unfinished edits of these forms that are about one person."""
    query = select(DraftRecord).where(DraftRecord.citizen_id == citizen_id)
    return session.exec(query.where(col(DraftRecord.kind).in_(kinds))).all()


def find_draft(session: Session, kind: DraftKind, entity: str) -> DraftRecord | None:
    """Return the unfinished edit of one form, if any."""
    return session.get(DraftRecord, (kind, entity))
