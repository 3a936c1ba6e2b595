"""Who at the table sees a sheet that is shown there, and under which consent each of them may."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session

from app.data.consent import CellRecord, PartyRecord
from app.data.followup import get_followup
from app.data.roundtable import ParticipantRecord, RoundtableRecord, find_parts, get_roundtable
from app.domain.audience import Reader
from app.domain.consent import (
    INFORMATION_LABELS,
    CellRow,
    CitizenId,
    ConsentId,
    Direction,
    Information,
)
from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.paper import Basis
from app.domain.problem import Refused
from app.domain.roundtable import RoundtableId, RoundtableStatus
from app.domain.words import joined
from app.services.citizen import live_cells


def others_at_table(
    session: Session, roundtable_id: RoundtableId, reader: Reader, basis: Basis, today: date
) -> tuple[Basis, ...]:
    """Return on which basis each other party at the table sees what is shown to the reader of
    `basis`; `Refused` if one of them may not, or if that reader is not there."""
    record = get_roundtable(session, roundtable_id)
    _refuse_not_at_table(record, today)
    parties = _parties(session, record)
    if reader is Reader.CITIZEN:
        _refuse_company(parties)
        return ()
    if basis.party_id not in {party.id for party in parties}:
        raise Refused(_why_no_reader(session, basis))
    kinds = [information for _cell, information in basis.cells]
    citizen_id = CitizenId(get_followup(session, FollowupId(record.followup_id)).citizen_id)
    cells = live_cells(session, citizen_id, today)
    return tuple(
        _basis_of(session, party, citizen_id, cells, kinds)
        for party in parties
        if party.id != basis.party_id
    )


def _refuse_not_at_table(record: RoundtableRecord, today: date) -> None:
    if record.status is RoundtableStatus.STOPPED:
        raise Refused(_("This roundtable stopped when its consent fell."))
    if record.day > today:
        raise Refused(_("The roundtable has not been held yet. Show it when you sit there."))


def _parties(session: Session, record: RoundtableRecord) -> list[PartyRecord]:
    """Return the parties that sit at the table."""
    seats = find_parts(session, ParticipantRecord, record.id)
    there = [seat.party_id for seat in seats if seat.attended and seat.party_id is not None]
    return sorted(
        (session.get_one(PartyRecord, party) for party in there), key=lambda party: party.name
    )


def _refuse_company(parties: Sequence[PartyRecord]) -> None:
    if parties:
        names = joined([party.name for party in parties])
        # i18n: Danish: »Borgerens ark er til borgeren alene, og … sidder med ved bordet.«
        text = _("The citizen's sheet is for the citizen alone, and {names} sit at the table.")
        raise Refused(text.format(names=names))


def _why_no_reader(session: Session, basis: Basis) -> str:
    name = session.get_one(PartyRecord, basis.party_id).name
    # i18n: Danish: »… sidder ikke ved bordet. Tilføj dem under Deltagere først.«
    text = _("{name} does not sit at the table. Add them under Participants first.")
    return text.format(name=name)


def _basis_of(
    session: Session,
    party: PartyRecord,
    citizen_id: CitizenId,
    cells: Sequence[CellRow],
    kinds: Sequence[Information],
) -> Basis:
    """Return the consent under which a party takes part in a talk about all these `kinds`."""
    mine = {
        cell.information: cell
        for cell in cells
        if cell.party_id == party.id and cell.direction is Direction.TAKE_PART
    }
    missing = [kind for kind in kinds if kind not in mine]
    if missing:
        told = joined([_(INFORMATION_LABELS[kind]).lower() for kind in missing])
        text = _(
            "{name} sits at the table, and no consent lets them take part in a talk about {kinds}. "
            "Ask the citizen for consent, or say under Participants that they are not there."
        )
        raise Refused(text.format(name=party.name, kinds=told))
    used = [mine[kind] for kind in kinds]
    return Basis(
        citizen_id=citizen_id,
        party_id=used[0].party_id,
        direction=Direction.TAKE_PART,
        consent_id=ConsentId(session.get_one(CellRecord, used[0].id).consent_id),
        cells=tuple((cell.id, cell.information) for cell in used),
    )
