"""What was handed over about one citizen, put together for that citizen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.consent import PartyRecord, get_citizen
from app.data.disclosure import DisclosureRecord, cells_of, find_disclosures
from app.data.followup import FollowupRecord
from app.domain.consent import CitizenId, Information
from app.domain.disclosure_list import DisclosureLine, DisclosureList
from app.domain.paper import SHOWN, PaperKind
from app.domain.sender import Sender
from app.system.clock import local


def disclosure_list_of(
    session: Session, followup: FollowupRecord, today: date, sender: Sender
) -> DisclosureList:
    """Return the list as it stands today."""
    return DisclosureList(
        citizen=get_citizen(session, CitizenId(followup.citizen_id)).name,
        number=followup.number,
        lines=disclosure_lines(session, followup.citizen_id),
        printed_on=today,
        sender=sender,
    )


def disclosure_lines(session: Session, citizen_id: UUID) -> tuple[DisclosureLine, ...]:
    """Return what was handed over about a citizen, oldest first."""
    newest_first = find_disclosures(session, citizen_id)
    return tuple(_line(session, record) for record in reversed(newest_first))


def _line(session: Session, record: DisclosureRecord) -> DisclosureLine:
    party = session.get(PartyRecord, record.party_id) if record.party_id else None
    return DisclosureLine(
        day=local(record.at).date(),
        paper=PaperKind(record.paper),
        receiver=party.name if party else "",
        information=_in_order(cell.information for cell in cells_of(session, record.id)),
        shown=record.file_name == SHOWN,
    )


def _in_order(kinds: Iterable[Information]) -> tuple[Information, ...]:
    told = set(kinds)
    return tuple(kind for kind in Information if kind in told)
