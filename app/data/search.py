"""Names to search among. Few enough to be compared in Python, where Å and å are the same."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session, col, select

from app.data.consent import CitizenRecord
from app.data.followup import FollowupRecord
from app.data.practice import PracticeRecord


def practice_names(session: Session) -> list[tuple[UUID, str, str]]:
    """Return id, name and place of every practice, by name."""
    query = select(PracticeRecord.id, PracticeRecord.name, PracticeRecord.place)
    rows = session.exec(query.order_by(col(PracticeRecord.name)))
    return [(practice_id, name, place) for practice_id, name, place in rows]


def citizen_names(session: Session) -> list[tuple[UUID, str, UUID | None, str | None]]:
    """Return each citizen's id and name with each follow-up's id and number, if there is one."""
    query = (
        select(CitizenRecord.id, CitizenRecord.name, FollowupRecord.id, FollowupRecord.number)
        .join(FollowupRecord, col(FollowupRecord.citizen_id) == col(CitizenRecord.id), isouter=True)
        .order_by(col(CitizenRecord.name), col(FollowupRecord.number).desc())
    )
    rows = session.exec(query)
    return [(citizen, name, followup, number) for citizen, name, followup, number in rows]
