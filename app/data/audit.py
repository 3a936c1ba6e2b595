"""The audit trail in the file: its tables, the chain of seals, and the questions asked of it.

Each entry is sealed by a key that follows from the data key, over what it says and the seal before
it. So nobody without the key can change, take out, put in or move an entry without it showing; that
the end was cut off shows by the state file, which knows the newest seal.

Entries are read as they stand, never as records: what was tampered with may be no code or day.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Column, Index, Integer, Text, text
from sqlmodel import Field, Session, SQLModel

from app.data.columns import words
from app.domain.audit import Action, End, Fault, Flaw

FIRST = "0" * 64  # the seal before the first entry
PAGE = 1_000  # few enough that nobody waits for the file while the chain is walked
_SUBJECT_BYTES = 16
_TRAIL = "trail"


class AuditCodeRecord(SQLModel, table=True):
    """One code that an entry may hold. The list is closed; only a migration adds to it."""

    __tablename__ = "audit_code"

    kind: str = Field(sa_column=Column(Text, primary_key=True))
    code: str = Field(sa_column=Column(Text, primary_key=True))


class AuditRecord(SQLModel, table=True):
    """One entry of the trail."""

    __tablename__ = "audit"
    __table_args__ = (Index("audit_subject", "subject", "action", "at"),)

    seq: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    at: str = words()
    action: str = words()
    subject: str | None = words(nullable=True)
    detail: str = words()
    prev: str = words()
    mac: str = words()


class Entry(NamedTuple):
    """One entry as it stands in the file."""

    seq: int
    at: str
    action: str
    subject: str | None
    detail: str
    prev: str
    mac: str


class Head(NamedTuple):
    """The newest entry: its number and its seal."""

    seq: int = 0
    mac: str = FIRST


@dataclass(frozen=True, slots=True)
class Trail:
    """What entries are written with: the key of the seals, the key of pseudonyms, the clock."""

    seal_key: bytes = field(repr=False)
    subject_key: bytes = field(repr=False)
    now: Callable[[], datetime]

    def seal(self, entry: Sequence[object]) -> str:
        """Return the seal over an entry's first six values."""
        body = json.dumps(entry, separators=(",", ":"), default=repr).encode()
        return hmac.digest(self.seal_key, body, "sha256").hex()

    def subject(self, person: UUID) -> str:
        """Return the pseudonym of a person; once their id is gone, nothing leads back."""
        return hmac.digest(self.subject_key, person.bytes, "sha256")[:_SUBJECT_BYTES].hex()


class Walk:
    """Follows the chain from its beginning, and stops at the first entry that does not fit."""

    def __init__(self, trail: Trail, begin: Head | None = None) -> None:
        self._trail = trail
        self.head = begin or Head()  # what went with its years is walked no more

    def follow(self, entries: Sequence[Entry]) -> Fault | None:
        """Go on through `entries`; return the first that does not fit."""
        for entry in entries:
            flaw = self._flaw(entry)
            if flaw is not None:
                seq = self.head.seq + 1 if flaw is Flaw.GONE else entry.seq
                return Fault(seq, flaw)
            self.head = Head(entry.seq, entry.mac)
        return None

    def _flaw(self, entry: Entry) -> Flaw | None:
        if entry.seq != self.head.seq + 1:
            return Flaw.GONE
        if entry.mac != self._trail.seal(entry[:6]):
            return Flaw.CHANGED
        return None if entry.prev == self.head.mac else Flaw.FOREIGN


def carried(trail: Trail) -> dict[str, Trail]:
    """Return what a session is to carry, so that acts in it can be noted."""
    return {_TRAIL: trail}


def note_act(
    session: Session, action: Action, *detail: StrEnum | int, person: UUID | None = None
) -> None:
    """Write an entry, in the transaction of the act it is about."""
    trail = trail_of(session)
    head = head_of(session)
    body = (
        head.seq + 1,
        trail.now().astimezone(UTC).isoformat(timespec="seconds"),
        action.value,
        trail.subject(person) if person is not None else None,
        json.dumps(detail, separators=(",", ":")),
        head.mac,
    )
    entry = Entry(*body, mac=trail.seal(body))
    session.execute(_INSERT, entry._asdict())


def trail_of(session: Session) -> Trail:
    """Return what entries are written with."""
    trail: Trail = session.info[_TRAIL]
    return trail


def head_of(session: Session) -> Head:
    """Return the newest entry, or what stands before the first."""
    row = session.execute(_HEAD).first()
    return Head(*row) if row else Head()


def entries_after(session: Session, seq: int, limit: int = PAGE) -> Sequence[Entry]:
    """Return the entries that follow number `seq`, oldest first."""
    return _entries(session, "seq > :seq ORDER BY seq LIMIT :limit", seq=seq, limit=limit)


def entries_before(session: Session, seq: int, limit: int) -> Sequence[Entry]:
    """Return the entries before number `seq`, newest first."""
    return _entries(session, "seq < :seq ORDER BY seq DESC LIMIT :limit", seq=seq, limit=limit)


def last_of(session: Session, action: Action) -> Entry | None:
    """Return the newest entry about `action` that speaks of no person."""
    return next(iter(entries_of(session, action, 1)), None)


def entries_of(session: Session, action: Action, limit: int) -> Sequence[Entry]:
    """Return the entries about `action` that speak of no person, newest first."""
    where = "subject IS NULL AND action = :action ORDER BY seq DESC LIMIT :limit"
    return _entries(session, where, action=action.value, limit=limit)


def last_about(session: Session, person: UUID, action: Action) -> Entry | None:
    """Return the newest entry about `action` and this person."""
    where = "subject = :subject AND action = :action ORDER BY seq DESC LIMIT 1"
    subject = trail_of(session).subject(person)
    found = _entries(session, where, subject=subject, action=action.value)
    return next(iter(found), None)


def entries_about(session: Session, person: UUID) -> Sequence[Entry]:
    """Return every entry about this person, oldest first."""
    subject = trail_of(session).subject(person)
    return _entries(session, "subject = :subject ORDER BY seq", subject=subject)


def compare_end(driver: Any, known: Head) -> End:
    """Return how the trail ends by the driver's own connection, compared with the newest entry
    `known` outside the file. What was written after that one is as it should be."""
    if not known.seq:
        return End()
    if not driver.execute(_HAS_TRAIL).fetchone():
        return End(missing=known.seq)
    found = dict(driver.execute(_AT_END, (known.seq,)).fetchall())
    if known.seq in found:
        return End(other=found[known.seq] != known.mac)
    return End(missing=known.seq - max(found, default=0))


def _entries(session: Session, where: str, **values: object) -> Sequence[Entry]:
    question = text(f"SELECT seq, at, action, subject, detail, prev, mac FROM audit WHERE {where}")  # noqa: S608
    return [Entry(*row) for row in session.execute(question, values)]


_HEAD = text("SELECT seq, mac FROM audit ORDER BY seq DESC LIMIT 1")
_AT_END = "SELECT seq, mac FROM audit WHERE seq <= ? ORDER BY seq DESC LIMIT 1"
_HAS_TRAIL = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'audit'"
_INSERT = text(
    "INSERT INTO audit (seq, at, action, subject, detail, prev, mac)"
    " VALUES (:seq, :at, :action, :subject, :detail, :prev, :mac)"
)
