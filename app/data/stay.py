"""What it depends on how long people stay in the file, asked of many at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from app.data.consent import CitizenRecord, ConsentRecord
from app.data.followup import FollowupRecord
from app.data.hold import HoldRecord
from app.data.restriction import RestrictionRecord
from app.domain.followup import FollowupId
from app.domain.retention import Stay

_AT_ONCE = 500  # fewer than SQLite takes values in one statement

_OfCitizen = FollowupRecord | ConsentRecord | HoldRecord | RestrictionRecord


def find_stays(session: Session, citizens: Sequence[CitizenRecord]) -> dict[UUID, Stay]:
    """Return what it depends on when each of these citizens goes."""
    ids = [citizen.id for citizen in citizens]
    newest, ends = _followups(session, ids)
    held, let_go = _kept(session, ids)
    falls = _falls(session, ids)
    return {
        one.id: Stay(
            followup_id=FollowupId(newest[one.id][0]) if one.id in newest else None,
            number=newest[one.id][1] if one.id in newest else "",
            kept=one.restricted_at is not None or one.id in held,
            ended_on=tuple(ends.get(one.id, ())),
            fell_on=max(falls[one.id]),
            let_go_on=tuple(let_go.get(one.id, ())),
        )
        for one in citizens
    }


def _followups(
    session: Session, ids: Sequence[UUID]
) -> tuple[dict[UUID, tuple[UUID, str]], dict[UUID, list[date | None]]]:
    """Return the newest follow-up of each citizen, and when each of theirs ended."""
    columns = (FollowupRecord.id, FollowupRecord.number, FollowupRecord.ended_on)
    newest: dict[UUID, tuple[UUID, str]] = {}
    ends: dict[UUID, list[date | None]] = {}
    for citizen, followup, number, ended_on in _of(session, FollowupRecord, ids, *columns):
        ends.setdefault(citizen, []).append(ended_on)
        if citizen not in newest or number > newest[citizen][1]:
            newest[citizen] = (followup, number)
    return newest, ends


def _falls(session: Session, ids: Sequence[UUID]) -> dict[UUID, list[date]]:
    """Return the day each consent of the citizens ended, or will end."""
    columns = (ConsentRecord.expires_on, ConsentRecord.ended_on)
    falls: dict[UUID, list[date]] = {}
    for citizen, expires_on, ended_on in _of(session, ConsentRecord, ids, *columns):
        falls.setdefault(citizen, []).append(min(expires_on, ended_on or expires_on))
    return falls


def _kept(session: Session, ids: Sequence[UUID]) -> tuple[set[UUID], dict[UUID, list[date]]]:
    """Return who is held now, and the days on which holds and restrictions were lifted."""
    held: set[UUID] = set()
    let_go: dict[UUID, list[date]] = {}
    for citizen, lifted_on in _of(session, HoldRecord, ids, HoldRecord.lifted_on):
        if lifted_on is None:
            held.add(citizen)
        else:
            let_go.setdefault(citizen, []).append(lifted_on)
    for citizen, lifted_on in _of(session, RestrictionRecord, ids, RestrictionRecord.lifted_on):
        if lifted_on is not None:
            let_go.setdefault(citizen, []).append(lifted_on)
    return held, let_go


def _of(
    session: Session, kind: type[_OfCitizen], ids: Sequence[UUID], *columns: object
) -> Iterator[tuple[Any, ...]]:
    """Yield whose it is, and these columns, of what there is of these citizens."""
    for first in range(0, len(ids), _AT_ONCE):
        some = ids[first : first + _AT_ONCE]
        query = select(kind).where(col(kind.citizen_id).in_(some))
        asked = query.with_only_columns(col(kind.citizen_id), *(col(one) for one in columns))
        yield from session.execute(asked)
