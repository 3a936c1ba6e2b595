"""Schemes one has looked up again: the table, and the questions asked of it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Column, Text
from sqlmodel import Field, Session, SQLModel, select

from app.data.columns import a_day, words
from app.domain.scheme_check import SchemeCheckFacts


class SchemeCheckRecord(SQLModel, table=True):
    """What was found about one scheme of the list."""

    __tablename__ = "scheme_check"

    code: str = Field(sa_column=Column(Text, primary_key=True))
    line: str = words()
    source: str = words()
    last_checked: date = a_day()
    certain_until: date | None = a_day(nullable=True)


def find_scheme_checks(session: Session) -> dict[str, SchemeCheckFacts]:
    """Return what was found, by the code of the scheme."""
    return {
        record.code: SchemeCheckFacts(
            line=record.line,
            source=record.source,
            last_checked=record.last_checked,
            certain_until=record.certain_until,
        )
        for record in session.exec(select(SchemeCheckRecord))
    }
