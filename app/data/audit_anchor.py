"""The end of the audit trail, compared with what was noted of it elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import text
from sqlmodel import Session

from app.data.audit import Head, head_of
from app.data.audit_begin import begin_of
from app.data.probe import keyed_for_reading
from app.domain.audit_anchor import Holding
from app.domain.problem import FastholdError

_SAVES = "SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'commit_seq'"
_HEAD = "SELECT seq, mac FROM audit ORDER BY seq DESC LIMIT 1"


def saves_of(session: Session) -> int:
    """Return how many saves there have been."""
    return int(session.execute(text(_SAVES)).scalar() or 0)


@dataclass(frozen=True, slots=True)
class Opened:
    """How the file stood when it was opened, before anything was written."""

    head: Head
    saves: int


def opened(session: Session) -> Opened:
    """Return how the file stands now."""
    return Opened(head_of(session), saves_of(session))


def compare(session: Session, then: Opened, known: Head, saves: int) -> tuple[Holding, int]:
    """Return how the trail stands to entry `known`, noted after so many saves, and how many
    entries were missing at the opening. A file with fewer saves is an older one as a whole."""
    if known.seq <= begin_of(session).seq:
        return Holding.BEFORE, 0
    if seal_at(session, known.seq) == known.mac:
        return Holding.AGREES, 0
    if then.saves < saves:
        return Holding.OLDER, 0
    missing = known.seq - then.head.seq
    return (Holding.MISSING, missing) if missing > 0 else (Holding.OTHER, 0)


def put_back_in(session: Session, upto: int) -> Head | None:
    """Return the newest entry up to this one that says an older file was put back."""
    row = session.execute(_PUT_BACK, {"upto": upto}).first()
    return Head(*row) if row else None


def seal_at(session: Session, seq: int) -> str | None:
    """Return the seal of an entry, or None if there is none of this number."""
    found = session.execute(text("SELECT mac FROM audit WHERE seq = :seq"), {"seq": seq}).scalar()
    return str(found) if found is not None else None


def end_in_copy(path: Path, dek: bytes) -> Opened | None:
    """Return how a closed copy stands; None for what holds no trail."""
    head, saves = _asked(path, dek, _HEAD), _asked(path, dek, _SAVES)
    return Opened(Head(*head), int(saves[0]) if saves else 0) if head else None


def stands_in_copy(path: Path, dek: bytes, entry: Head) -> bool:
    """Whether a closed copy holds this very entry."""
    return _asked(path, dek, "SELECT mac FROM audit WHERE seq = ?", entry.seq) == (entry.mac,)


def _asked(path: Path, dek: bytes, question: str, *values: int) -> tuple[Any, ...] | None:
    try:
        connection = keyed_for_reading(path, dek)
        try:
            row: tuple[Any, ...] | None = connection.execute(question, values).fetchone()
        finally:
            connection.close()
    except (sqlcipher.Error, FastholdError, OSError):
        return None
    return row


_PUT_BACK = text(
    "SELECT seq, mac FROM audit WHERE seq <= :upto AND (action = 'saves_missing'"
    " OR action = 'end_missing' AND instr(detail, '\"older\"')) ORDER BY seq DESC LIMIT 1"
)
