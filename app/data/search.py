"""Names to search among. Few enough to be compared in Python, where Å and å are the same.

Their ids are read as they are stored: only what is found is worth making one of each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

from sqlmodel import Session, col, select

from app.data.columns import as_stored
from app.data.consent import CitizenRecord
from app.data.followup import FollowupRecord
from app.data.practice import PracticeRecord

Holds = Callable[[str], bool]


def find_practices(session: Session, holds: Holds) -> Iterator[tuple[UUID, str, str]]:
    """Yield id, name and place of each practice whose name `holds`, by name."""
    query = select(PracticeRecord.id, PracticeRecord.name, PracticeRecord.place)
    for practice_id, name, place in session.exec(query.order_by(col(PracticeRecord.name))):
        if holds(name):
            yield practice_id, name, place


def find_citizens(
    session: Session, holds: Holds
) -> Iterator[tuple[UUID, str, UUID | None, str | None]]:
    """Yield id and name of each citizen whose name `holds`, by name, with each follow-up's id and
    number, if there is one."""
    query = (
        select(
            as_stored(CitizenRecord.id, "citizen"),
            CitizenRecord.name,
            as_stored(FollowupRecord.id, "followup"),
            FollowupRecord.number,
        )
        .join(FollowupRecord, col(FollowupRecord.citizen_id) == col(CitizenRecord.id), isouter=True)
        .order_by(col(CitizenRecord.name), col(FollowupRecord.number).desc())
    )
    for citizen, name, followup, number in session.exec(query):
        if holds(name):
            yield UUID(citizen), name, UUID(followup) if followup else None, number
