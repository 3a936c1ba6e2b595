"""What the list of follow-ups shows of all of them, asked at once: no question is asked per person.

Read as columns: of each follow-up a line needs little. Ids stay as they are stored
until a line is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlmodel import Session, col, exists, select

from app.data.columns import as_stored
from app.data.consent import CitizenRecord, ConsentRecord, PartyRecord
from app.data.followup import FollowupRecord
from app.data.task import TaskRecord
from app.data.visit import PromiseRecord
from app.domain.consent import ConsentKind, ConsentStatus
from app.domain.flag_choice import Employment
from app.domain.followup import Origin, Outcome
from app.domain.party import PartyKind


class Listed(NamedTuple):
    """One follow-up and whose it is, both ids as they are stored. A confirmed consent that holds
    makes it `consent_live`."""

    followup: str
    whose: str
    citizen: str
    number: str
    employment: Employment
    origin: Origin
    started_on: date
    ended_on: date | None
    outcome: Outcome | None
    consent_live: bool


def find_listed(session: Session, today: date, *, archived: bool) -> Sequence[Listed]:
    """Return the follow-ups in the archive, or those that are not, newest number first."""
    away = col(FollowupRecord.archived_on)
    confirmed = exists().where(
        col(ConsentRecord.citizen_id) == col(FollowupRecord.citizen_id),
        col(ConsentRecord.kind) == ConsentKind.CONFIRMED,
        col(ConsentRecord.status) == ConsentStatus.LIVE,
        col(ConsentRecord.expires_on) >= today,
    )
    query = (
        select(FollowupRecord, CitizenRecord)
        .join(CitizenRecord, col(CitizenRecord.id) == col(FollowupRecord.citizen_id))
        .where(away.is_not(None) if archived else away.is_(None))
        .order_by(col(FollowupRecord.number).desc())
        .with_only_columns(
            as_stored(FollowupRecord.id, "followup"),
            as_stored(FollowupRecord.citizen_id, "whose"),
            col(CitizenRecord.name),
            col(FollowupRecord.number),
            col(FollowupRecord.employment),
            col(FollowupRecord.origin),
            col(FollowupRecord.started_on),
            col(FollowupRecord.ended_on),
            col(FollowupRecord.outcome),
            confirmed.label("consent_live"),
        )
    )
    return [Listed._make(row) for row in session.connection().execute(query).all()]


def employer_names(session: Session) -> dict[str, list[str]]:
    """Return the names of each citizen's employers, in their order, by the stored id."""
    query = select(as_stored(PartyRecord.citizen_id, "whose"), PartyRecord.name)
    names: dict[str, list[str]] = {}
    query = query.where(PartyRecord.kind == PartyKind.EMPLOYER)
    for whose, name in session.connection().execute(query).all():
        names.setdefault(whose, []).append(name)
    return {whose: sorted(theirs) for whose, theirs in names.items()}


def next_tasks(session: Session) -> dict[str, str]:
    """Return what is to be done next in each follow-up, as `find_tasks` orders it, by the stored
    id."""
    query = (
        select(
            as_stored(TaskRecord.followup_id, "followup"),
            as_stored(TaskRecord.due_on, "due"),
            TaskRecord.what,
        )
        .outerjoin(PromiseRecord, col(PromiseRecord.id) == col(TaskRecord.promise_id))
        .where(
            col(TaskRecord.followup_id).is_not(None),
            col(PromiseRecord.dropped_visit_id).is_(None),
            col(TaskRecord.stopped_on).is_(None),
            col(TaskRecord.done_on).is_(None),
        )
    )
    first: dict[str, tuple[str, str]] = {}
    for followup, due, what in session.connection().execute(query).all():
        first[followup] = min(first.get(followup, (due, what)), (due, what))
    return {followup: what for followup, (_due, what) in first.items()}
