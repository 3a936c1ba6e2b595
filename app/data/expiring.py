"""Which consents end soon, asked of everybody at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session, col, select

from app.data.consent import CellRecord, CitizenRecord, ConsentRecord, PartyRecord
from app.data.followup import FollowupRecord
from app.domain.consent import ConsentStatus, Direction, Information


class Ending(NamedTuple):
    """What ends of whom. Without a party it is the yes to working together."""

    citizen_id: UUID
    followup_id: UUID
    citizen: str
    until: date
    party_id: UUID | None = None
    party: str = ""
    direction: Direction | None = None
    information: Information | None = None


def find_ending_together(session: Session, first: date, last: date) -> Sequence[Ending]:
    """Return whose yes to working together ends from `first` to `last`, of running follow-ups."""
    query = (
        select(CitizenRecord, FollowupRecord, ConsentRecord)
        .join(FollowupRecord, col(FollowupRecord.citizen_id) == col(CitizenRecord.id))
        .join(ConsentRecord, col(ConsentRecord.citizen_id) == col(CitizenRecord.id))
        .where(
            col(FollowupRecord.ended_on).is_(None),
            col(ConsentRecord.id) == col(CitizenRecord.root_consent_id),
            ConsentRecord.status == ConsentStatus.LIVE,
            col(ConsentRecord.expires_on).between(first, last),
        )
        .with_only_columns(
            col(CitizenRecord.id),
            col(FollowupRecord.id),
            col(CitizenRecord.name),
            col(ConsentRecord.expires_on),
        )
    )
    return [Ending(*row) for row in session.execute(query)]


def find_ending_cells(session: Session, first: date, last: date) -> Sequence[Ending]:
    """Return the cells that end from `first` to `last`, of running follow-ups."""
    query = (
        select(CitizenRecord, FollowupRecord, PartyRecord, CellRecord)
        .join(FollowupRecord, col(FollowupRecord.citizen_id) == col(CitizenRecord.id))
        .join(ConsentRecord, col(ConsentRecord.citizen_id) == col(CitizenRecord.id))
        .join(CellRecord, col(CellRecord.consent_id) == col(ConsentRecord.id))
        .join(PartyRecord, col(PartyRecord.id) == col(CellRecord.party_id))
        .where(
            col(FollowupRecord.ended_on).is_(None),
            ConsentRecord.status == ConsentStatus.LIVE,
            ConsentRecord.expires_on >= first,
            CellRecord.status == ConsentStatus.LIVE,
            col(CellRecord.until).between(first, last),
        )
        .with_only_columns(
            col(CitizenRecord.id),
            col(FollowupRecord.id),
            col(CitizenRecord.name),
            col(CellRecord.until),
            col(PartyRecord.id),
            col(PartyRecord.name),
            col(CellRecord.direction),
            col(CellRecord.information),
        )
    )
    return [Ending(*row) for row in session.execute(query)]
