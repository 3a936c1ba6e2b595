"""Where the audit trail begins once its oldest years are over: the last entry that went, sealed so
that nobody without the key can move it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Column, Integer, Text, text
from sqlmodel import Field, Session, SQLModel

from app.data.audit import Head, trail_of
from app.data.columns import words


class AuditBeginRecord(SQLModel, table=True):
    """The one line that says up to which entry the trail was let go of."""

    __tablename__ = "audit_begin"

    id: int = Field(default=1, sa_column=Column(Integer, primary_key=True, autoincrement=False))
    seq: int = Field(sa_column=Column(Integer, nullable=False))
    mac: str = Field(sa_column=Column(Text, nullable=False))
    seal: str = words()


def begin_of(session: Session) -> Head:
    """Return the last entry that went, or what stands before the first."""
    row = session.execute(_BEGIN).first()
    return Head(row.seq, row.mac) if row else Head()


def is_begin_sealed(session: Session) -> bool:
    """Whether the beginning is where this program put it."""
    row = session.execute(_BEGIN).first()
    return row is None or row.seal == trail_of(session).seal((row.seq, row.mac))


def last_before(session: Session, day: date) -> Head | None:
    """Return the newest entry that was written before `day`."""
    row = session.execute(_BEFORE, {"day": day.isoformat()}).first()
    return Head(*row) if row else None


def begin_after(session: Session, last: Head) -> int:
    """Let the trail begin after entry `last`; return how many entries went."""
    gone = last.seq - begin_of(session).seq
    session.execute(text("DELETE FROM audit_begin"))
    seal = trail_of(session).seal((last.seq, last.mac))
    session.execute(_INSERT, {"seq": last.seq, "mac": last.mac, "seal": seal})
    session.execute(_GO, {"seq": last.seq})
    return gone


_BEGIN = text("SELECT seq, mac, seal FROM audit_begin")
_BEFORE = text("SELECT seq, mac FROM audit WHERE at < :day ORDER BY seq DESC LIMIT 1")
_INSERT = text("INSERT INTO audit_begin (id, seq, mac, seal) VALUES (1, :seq, :mac, :seal)")
_GO = text("DELETE FROM audit WHERE seq <= :seq")
