"""What the list of follow-ups shows of all of them, asked at once: no question is asked per person.

Read as columns: of each follow-up a line needs little.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from app.data.consent import CitizenRecord, ConsentRecord, PartyRecord
from app.data.followup import FollowupRecord
from app.data.task import TaskRecord
from app.data.visit import PromiseRecord
from app.domain.consent import ConsentKind, ConsentStatus
from app.domain.flag_choice import Employment
from app.domain.followup import Origin, Outcome
from app.domain.party import PartyKind


class Listed(NamedTuple):
    """One follow-up and whose it is."""

    id: UUID
    citizen_id: UUID
    citizen: str
    number: str
    employment: Employment
    origin: Origin
    started_on: date
    ended_on: date | None
    outcome: Outcome | None


def find_listed(session: Session, *, archived: bool) -> Sequence[Listed]:
    """Return the follow-ups in the archive, or those that are not, newest number first."""
    away = col(FollowupRecord.archived_on)
    query = (
        select(FollowupRecord, CitizenRecord)
        .join(CitizenRecord, col(CitizenRecord.id) == col(FollowupRecord.citizen_id))
        .where(away.is_not(None) if archived else away.is_(None))
        .order_by(col(FollowupRecord.number).desc())
        .with_only_columns(
            col(FollowupRecord.id),
            col(FollowupRecord.citizen_id),
            col(CitizenRecord.name),
            col(FollowupRecord.number),
            col(FollowupRecord.employment),
            col(FollowupRecord.origin),
            col(FollowupRecord.started_on),
            col(FollowupRecord.ended_on),
            col(FollowupRecord.outcome),
        )
    )
    return [Listed(*row) for row in session.execute(query)]


def employer_names(session: Session) -> dict[UUID, list[str]]:
    """Return the names of each citizen's employers, in their order."""
    query = select(PartyRecord.citizen_id, PartyRecord.name).where(
        PartyRecord.kind == PartyKind.EMPLOYER
    )
    names: dict[UUID, list[str]] = {}
    for citizen_id, name in session.exec(query.order_by(col(PartyRecord.name))):
        names.setdefault(citizen_id, []).append(name)
    return names


def next_tasks(session: Session) -> dict[UUID, str]:
    """Return what is to be done next in each follow-up, as `find_tasks` orders it."""
    query = (
        select(TaskRecord.followup_id, TaskRecord.what)
        .outerjoin(PromiseRecord, col(PromiseRecord.id) == col(TaskRecord.promise_id))
        .where(
            col(TaskRecord.followup_id).is_not(None),
            col(PromiseRecord.dropped_visit_id).is_(None),
            col(TaskRecord.stopped_on).is_(None),
            col(TaskRecord.done_on).is_(None),
        )
        .order_by(col(TaskRecord.due_on).desc(), col(TaskRecord.what).desc())
    )
    return {followup: what for followup, what in session.exec(query) if followup is not None}


def confirmed_citizens(session: Session, today: date) -> frozenset[UUID]:
    """Return the citizens who have a confirmed consent that holds today."""
    query = select(ConsentRecord.citizen_id).where(
        ConsentRecord.kind == ConsentKind.CONFIRMED,
        ConsentRecord.status == ConsentStatus.LIVE,
        ConsentRecord.expires_on >= today,
    )
    return frozenset(session.exec(query))
