"""How a consent falls: in one transaction with everything that rested on it, and on the record.

What was lawfully shared before stays listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid4

from sqlmodel import Session

from app.data.consent import CellRecord, ConsentRecord, find_cells, find_consents
from app.data.consent_fall import (
    FallRecord,
    StopRecord,
    ToldRecord,
    find_falls,
    find_shared_on,
    find_stops,
    find_told,
    get_fall,
)
from app.domain.consent import (
    CellId,
    CitizenId,
    ConsentKind,
    ConsentStatus,
    Direction,
    PartyId,
    cell_status,
)
from app.domain.consent_fall import (
    FALLEN,
    Fall,
    FallId,
    FallKind,
    Stop,
    ToTell,
)
from app.domain.language import _
from app.domain.problem import NotFound, Refused
from app.services.citizen import (
    has_any_consent,
)
from app.services.consent_record import close_emptied, note_end
from app.services.consent_stop import BY_ITSELF, Stopping, stop_resting
from app.services.disclosure_view import disclosure_line


def let_fall(
    session: Session,
    citizen_id: CitizenId,
    cells: Sequence[CellRecord],
    kind: FallKind,
    today: date,
    *,
    everything: bool = False,
    consent_id: UUID | None = None,
) -> FallId:
    """Let these cells fall, and stop what rested on them; with `everything`, every consent of the
    person; so it is, too, when these are the last that held. Return the record of it."""
    everything = everything or _nothing_is_left(session, citizen_id, cells, today)
    stopping = _end(session, citizen_id, cells, kind, today, everything=everything)
    note_end(session, citizen_id, FALLEN[kind], cells, everything=everything)
    record = FallRecord(
        id=uuid4(),
        citizen_id=citizen_id,
        consent_id=consent_id,
        kind=kind,
        day=today,
        everything=int(everything),
        cells=len(cells),
        forms=stopping.forms,
        links=stopping.links,
    )
    _record(session, record, stopping, cells)
    return FallId(record.id)


def expire(session: Session, citizen_id: CitizenId, today: date) -> int:
    """Let what has run out be over for good, and stop what rested on it; return how many flags were
    let go of. What a doctor relayed is not looked at: it is erased with the person."""
    cells = [cell for cell in _stored_live(session, citizen_id) if cell.until < today]
    expired = _expire_consents(session, citizen_id, today)
    over = not has_any_consent(session, citizen_id, today)
    if cells or expired:
        note_end(session, citizen_id, ConsentStatus.EXPIRED, cells, everything=over)
    stopping = _end(session, citizen_id, cells, FallKind.EXPIRED, today, everything=over)
    if stopping.stops or stopping.forms:  # else its day in the matrix says all there is to say
        record = FallRecord(
            id=uuid4(),
            citizen_id=citizen_id,
            kind=FallKind.EXPIRED,
            day=today,
            everything=int(over),
            cells=len(cells),
            forms=stopping.forms,
            links=stopping.links,
        )
        _record(session, record, stopping, cells)
    return stopping.links


def fall_together(
    session: Session, cells: Sequence[CellRecord], kind: FallKind, today: date
) -> Fall:
    """Let these cells of one person fall, and return the record of it."""
    consent = session.get_one(ConsentRecord, cells[0].consent_id)
    invalid = consent.id if kind is FallKind.INVALID else None
    fell = let_fall(session, CitizenId(consent.citizen_id), cells, kind, today, consent_id=invalid)
    return fall_of(session, get_fall(session, fell))


def live_cell(session: Session, cell_id: CellId, today: date) -> CellRecord:
    """Return the cell; raise `NotFound` if it is gone, `Refused` if it holds no more."""
    cell = session.get(CellRecord, cell_id)
    if cell is None:
        raise NotFound(_("This consent is no longer there."))
    if cell_status(cell.status, cell.until, today) is not ConsentStatus.LIVE:
        raise Refused(_("This consent has already ended."))
    return cell


def cells_of_same_consent(session: Session, cell_id: CellId, today: date) -> list[CellRecord]:
    """Return every cell that holds of the consent this one belongs to."""
    mine = live_cell(session, cell_id, today)
    citizen_id = session.get_one(ConsentRecord, mine.consent_id).citizen_id
    live = live_records(session, citizen_id, today)
    return [cell for cell in live if cell.consent_id == mine.consent_id]


def live_records(session: Session, citizen_id: UUID, today: date) -> list[CellRecord]:
    """Return the cells that hold today, as stored."""
    return [cell for cell in _stored_live(session, citizen_id) if cell.until >= today]


def falls_of(session: Session, citizen_id: UUID) -> tuple[Fall, ...]:
    """Return what fell of a citizen's consents, newest first."""
    return tuple(fall_of(session, record) for record in find_falls(session, citizen_id))


def fall_of(session: Session, record: FallRecord) -> Fall:
    """Return one fall with all that is known of it."""
    shared = find_shared_on(session, record.consent_id) if record.consent_id else ()
    return Fall(
        id=FallId(record.id),
        kind=record.kind,
        day=record.day,
        route=record.route,
        everything=bool(record.everything),
        cells=record.cells,
        forms=record.forms,
        links_cleared=record.links,
        stops=tuple(
            Stop(kind=one.kind, words=one.words, day=one.day)
            for one in find_stops(session, record.id)
        ),
        tell=tuple(
            ToTell(party_id=PartyId(one.party_id), name=name, told_on=one.told_on)
            for one, name in find_told(session, record.id)
        ),
        shared=tuple(disclosure_line(session, one) for one in shared),
    )


def _nothing_is_left(
    session: Session, citizen_id: UUID, falling: Sequence[CellRecord], today: date
) -> bool:
    """Return whether no consent holds once these cells have fallen. The yes to working together may
    be over before one about a party is."""
    gone, cells = {cell.id for cell in falling}, find_cells(session, citizen_id)
    for consent in find_consents(session, citizen_id):
        if cell_status(consent.status, consent.expires_on, today) is not ConsentStatus.LIVE:
            continue
        own = [cell for cell in cells if cell.consent_id == consent.id]
        if not own or any(one.status is ConsentStatus.LIVE and one.id not in gone for one in own):
            return False
    return True


def _stored_live(session: Session, citizen_id: UUID) -> list[CellRecord]:
    cells = find_cells(session, citizen_id)
    return [cell for cell in cells if cell.status is ConsentStatus.LIVE]


def _end(
    session: Session,
    citizen_id: CitizenId,
    cells: Sequence[CellRecord],
    kind: FallKind,
    today: date,
    *,
    everything: bool,
) -> Stopping:
    """End these cells and each consent of which none is left, and stop what rested on them."""
    for cell in cells:
        expired = kind is FallKind.EXPIRED
        cell.status, cell.ended_on = FALLEN[kind], cell.until if expired else today
    session.flush()
    close_emptied(session, citizen_id, FALLEN[kind], today)
    if everything and kind is not FallKind.EXPIRED:  # of those, each on its own last day
        _end_consents(session, citizen_id, kind, today)
    fell = {cell.party_id for cell in cells if cell.direction is Direction.TAKE_PART}
    return stop_resting(session, citizen_id, fell, kind, today, everything=everything)


def _expire_consents(session: Session, citizen_id: UUID, today: date) -> int:
    """Let every consent whose last day is over be over; return how many there were."""
    expired = 0
    for consent in find_consents(session, citizen_id):
        confirmed = consent.kind is ConsentKind.CONFIRMED
        live = consent.status is ConsentStatus.LIVE
        if confirmed and live and consent.expires_on < today:
            consent.status, consent.ended_on = ConsentStatus.EXPIRED, consent.expires_on
            expired += 1
    session.flush()
    return expired


def _end_consents(session: Session, citizen_id: UUID, kind: FallKind, today: date) -> None:
    for consent in find_consents(session, citizen_id):
        if consent.status is ConsentStatus.LIVE:
            consent.status, consent.ended_on = FALLEN[kind], today
    session.flush()


def _to_tell(session: Session, record: FallRecord, cells: Sequence[CellRecord]) -> Sequence[UUID]:
    """Return who is to be told: of what runs out by itself, nobody; of a mistake, those who got
    something."""
    mistaken = record.consent_id
    unshared = mistaken is not None and not find_shared_on(session, mistaken)
    if record.kind in BY_ITSELF or unshared:
        return ()
    return sorted({cell.party_id for cell in cells})


def _record(
    session: Session, record: FallRecord, stopping: Stopping, cells: Sequence[CellRecord]
) -> None:
    """Keep what fell, what stopped, and who is to be told."""
    session.add(record)
    session.flush()
    for place, stop in enumerate(stopping.stops):
        session.add(
            StopRecord(
                fall_id=record.id, place=place, kind=stop.kind, words=stop.words, day=stop.day
            )
        )
    for party_id in _to_tell(session, record, cells):
        session.add(ToldRecord(fall_id=record.id, party_id=party_id))
    session.flush()
