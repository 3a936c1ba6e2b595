"""Records read at once, so that asking for each of them by its id costs no query of its own.

A session knows a record again only while somebody holds it: keep what `hold` returns.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session, col, select

from app.data.consent import CitizenRecord, ConsentRecord, PartyRecord
from app.data.disclosure import DisclosureRecord
from app.data.followup import ContactRecord, FollowupRecord
from app.data.measure import MeasureRecord
from app.data.practice import DoctorRecord, PracticeRecord
from app.data.roundtable import RoundtableRecord
from app.data.task import TaskRecord
from app.data.visit import VisitRecord

_AT_ONCE = 500  # fewer than SQLite takes values in one statement

Kept = TypeVar(
    "Kept",
    CitizenRecord,
    ConsentRecord,
    ContactRecord,
    DisclosureRecord,
    DoctorRecord,
    FollowupRecord,
    MeasureRecord,
    PartyRecord,
    PracticeRecord,
    RoundtableRecord,
    TaskRecord,
    VisitRecord,
)


def hold(
    session: Session, kind: type[Kept], ids: Collection[UUID] | Collection[UUID | None]
) -> Sequence[Kept]:
    """Return the records with these ids, in no order."""
    left = iter({one for one in ids if one is not None})
    held: list[Kept] = []
    while some := list(islice(left, _AT_ONCE)):
        held += session.exec(select(kind).where(col(kind.id).in_(some)))
    return held
