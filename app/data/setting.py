"""Settings kept in the file: a name and a value each."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Column, Text
from sqlmodel import Field, Session, SQLModel, col, delete, select


class MetaRecord(SQLModel, table=True):
    """What the file knows of itself: commit counter, last day seen."""

    __tablename__ = "meta"

    key: str = Field(sa_column=Column(Text, primary_key=True))
    value: str = Field(sa_column=Column(Text, nullable=False))


class SettingRecord(SQLModel, table=True):
    """One setting."""

    __tablename__ = "setting"

    name: str = Field(sa_column=Column(Text, primary_key=True))
    value: str = Field(sa_column=Column(Text, nullable=False))


def find_settings(session: Session) -> dict[str, str]:
    """Return every setting by name."""
    return {record.name: record.value for record in session.exec(select(SettingRecord))}


def put_setting(session: Session, name: str, value: str) -> None:
    """Keep `value` under `name`."""
    session.merge(SettingRecord(name=name, value=value))


def drop_settings(session: Session, names: Iterable[str]) -> None:
    """Keep nothing under these names."""
    session.exec(delete(SettingRecord).where(col(SettingRecord.name).in_(list(names))))
