"""How long things are kept, in the file: the rules that were changed; the others are the usual."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Column
from sqlmodel import Field, Session, SQLModel, delete, select

from app.data.columns import CodeText, a_day, whole, words
from app.domain.retention import Kept


class RetentionRuleRecord(SQLModel, table=True):
    """One rule that was changed."""

    __tablename__ = "retention_rule"

    kept: Kept = Field(sa_column=Column(CodeText(Kept), primary_key=True))
    amount: int = whole()
    source: str = words()
    valid_from: date = a_day()
    last_checked: date = a_day()
    shortened_on: date | None = a_day(nullable=True)


def find_retention_rules(session: Session) -> Mapping[Kept, RetentionRuleRecord]:
    """Return the rules that were changed."""
    return {record.kept: record for record in session.exec(select(RetentionRuleRecord))}


def drop_retention_rules(session: Session) -> None:
    """Let every rule be the usual one."""
    session.exec(delete(RetentionRuleRecord))
