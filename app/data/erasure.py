"""The ledger in the file: who was erased, by pseudonyms, so that nobody comes back with a copy."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Column, Text
from sqlmodel import Field, Session, SQLModel, col, select

from app.data.columns import CodeText, words
from app.data.setting import MetaRecord
from app.domain.erasure import Erased, ErasedKind, ErasureReason

_ERASED = "erased"
_SCRUB = "scrub_due"


class ErasureRecord(SQLModel, table=True):
    """One person who was erased. `counts` is JSON: how much of each kind went."""

    __tablename__ = "erasure"

    subject: str = Field(sa_column=Column(Text, primary_key=True))
    at: str = words()
    reason: ErasureReason = Field(sa_column=Column(CodeText(ErasureReason), nullable=False))
    counts: str = words()


def find_erased(session: Session) -> tuple[Erased, ...]:
    """Return the ledger, oldest first."""
    query = select(ErasureRecord).order_by(col(ErasureRecord.at), col(ErasureRecord.subject))
    return tuple(_entry(record) for record in session.exec(query))


def add_erased(session: Session, entries: Sequence[Erased]) -> None:
    """Enter who is not in the ledger yet. What was deleted is to be scrubbed, and the ledger
    beside the file to be told; the file remembers both until it is done."""
    for entry in entries:
        if session.get(ErasureRecord, entry.subject) is None:
            session.add(_record(entry))
    session.merge(MetaRecord(key=_SCRUB, value="1"))
    session.info[_ERASED] = True
    session.flush()


def has_erased(session: Session) -> bool:
    """Whether somebody was erased in this transaction."""
    return bool(session.info.get(_ERASED))


def is_scrub_due(session: Session) -> bool:
    """Whether something was deleted that may still lie on a page."""
    due = session.get(MetaRecord, _SCRUB)
    return due is not None and due.value == "1"


def note_scrubbed(session: Session) -> None:
    """Remember that nothing lies on any page."""
    session.merge(MetaRecord(key=_SCRUB, value="0"))


def _entry(record: ErasureRecord) -> Erased:
    counts = {ErasedKind(kind): int(n) for kind, n in json.loads(record.counts).items()}
    return Erased(subject=record.subject, at=record.at, reason=record.reason, counts=counts)


def _record(entry: Erased) -> ErasureRecord:
    counts = {kind.value: n for kind, n in entry.counts.items()}
    return ErasureRecord(
        subject=entry.subject,
        at=entry.at,
        reason=entry.reason,
        counts=json.dumps(counts, separators=(",", ":")),
    )
