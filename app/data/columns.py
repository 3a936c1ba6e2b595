"""Columns of the file: every value is stored as text, number or null, so that a STRICT table and
SQLite's own date functions can read it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, Generic, TypeVar
from uuid import UUID, SafeUUID, uuid4

from sqlalchemy import Column, Dialect, ForeignKey, Integer, Label, Text, type_coerce
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field
from typing_extensions import override

Code = TypeVar("Code", bound=StrEnum)
Value = TypeVar("Value")
_UID_SIGNS = 32
Reads = Callable[[Any], Any]  # what makes a value of what is stored; a list reads thousands


class UidText(TypeDecorator[UUID]):
    """A UUID as 32 hexadecimal signs."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> str | None:
        return None if value is None else value.hex

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Reads:
        return _if_any(_uid)


class DayText(TypeDecorator[date]):
    """A day as YYYY-MM-DD."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Reads:
        return _if_any(date.fromisoformat)


class ClockText(TypeDecorator[time]):
    """A time of day as HH:MM."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: time | None, dialect: Dialect) -> str | None:
        return None if value is None else f"{value:%H:%M}"

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Reads:
        return _if_any(time.fromisoformat)


class LocalText(TypeDecorator[datetime]):
    """A local Danish day and time as YYYY-MM-DDTHH:MM: what an appointment is made in."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else f"{value:%Y-%m-%dT%H:%M}"

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Reads:
        return _if_any(datetime.fromisoformat)


class MomentText(TypeDecorator[datetime]):
    """A moment in UTC as YYYY-MM-DDTHH:MM:SS+00:00."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat(timespec="seconds")

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Reads:
        return _if_any(datetime.fromisoformat)


class CodeText(TypeDecorator[Code], Generic[Code]):
    """One code of a closed list, stored by its stable code."""

    impl = Text
    cache_ok = True

    def __init__(self, codes: type[Code]) -> None:
        super().__init__()
        self.codes = codes

    @override
    def process_bind_param(self, value: Code | None, dialect: Dialect) -> str | None:
        return None if value is None else self.codes(value).value

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Reads:
        return _Codes(self.codes).__getitem__


class _Codes(dict[str | None, Code | None]):
    """Codes by what is stored; what is in no list is refused as the list refuses it."""

    def __init__(self, codes: type[Code]) -> None:
        super().__init__({code.value: code for code in codes})
        self[None] = None
        self._codes = codes

    def __missing__(self, value: str | None) -> Code:
        return self._codes(str(value))


def as_stored(column: Any, name: str) -> Label[str]:
    """An id or a day as it stands in the file: enough to compare, and nothing is made of it."""
    return type_coerce(column, Text).label(name)


def key() -> Any:
    """The primary key: a random UUID."""
    return Field(default_factory=uuid4, sa_column=Column(UidText, primary_key=True))


def link(target: str, *, then: str | None = "CASCADE", nullable: bool = False) -> Any:
    """A foreign key to `target` ("table.column"); `then` is what deletion there does here."""
    column: Column[UUID] = Column(UidText, ForeignKey(target, ondelete=then), nullable=nullable)
    return Field(default=None, sa_column=column) if nullable else Field(sa_column=column)


def late_link(target: str, *, then: str | None = None) -> Any:
    """A foreign key checked at the end of the transaction, so that two rows can need each other."""
    late = ForeignKey(
        target,
        ondelete=then,
        deferrable=True,
        initially="DEFERRED",
        use_alter=then is None,  # of two tables that need each other, one is sorted first
        name=None,
    )
    return Field(sa_column=Column(UidText, late, nullable=False))


def words(*, nullable: bool = False) -> Any:
    """Text; empty unless given."""
    return Field(default=None if nullable else "", sa_column=Column(Text, nullable=nullable))


def whole(*, nullable: bool = False) -> Any:
    """A whole number."""
    column: Column[int] = Column(Integer, nullable=nullable)
    return Field(default=None, sa_column=column) if nullable else Field(sa_column=column)


def yes_no() -> Any:
    """0 or 1; no unless given."""
    return Field(default=0, sa_column=Column(Integer, nullable=False))


def coded(codes: type[StrEnum], *, nullable: bool = False) -> Any:
    """One code of the list `codes`."""
    column: Column[Any] = Column(CodeText(codes), nullable=nullable)
    return Field(default=None, sa_column=column) if nullable else Field(sa_column=column)


def a_day(*, nullable: bool = False) -> Any:
    """A calendar day."""
    return _typed(DayText(), nullable=nullable)


def clock(*, nullable: bool = False) -> Any:
    """A time of day."""
    return _typed(ClockText(), nullable=nullable)


def local_time(*, nullable: bool = False) -> Any:
    """A local day and time."""
    return _typed(LocalText(), nullable=nullable)


def moment(*, nullable: bool = False) -> Any:
    """A moment in UTC."""
    return _typed(MomentText(), nullable=nullable)


def _typed(kind: TypeDecorator[Any], *, nullable: bool) -> Any:
    column: Column[Any] = Column(kind, nullable=nullable)
    return Field(default=None, sa_column=column) if nullable else Field(sa_column=column)


def _uid(stored: str) -> UUID:
    """Make the id without asking in how many ways one can be written, as `UUID` does each time: a
    list reads thousands."""
    if len(stored) != _UID_SIGNS:
        return UUID(stored)  # which says what is wrong with it
    made = object.__new__(UUID)
    object.__setattr__(made, "int", int(stored, 16))
    object.__setattr__(made, "is_safe", SafeUUID.unknown)
    return made


def _if_any(read: Callable[[str], Value]) -> Callable[[str | None], Value | None]:
    return lambda value: None if value is None else read(value)
