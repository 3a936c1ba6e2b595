"""What rests on a consent, and stops in the transaction in which it falls.

That is: planned roundtables, the seats at them, the tasks they made, the forms about them that
nobody has saved, the link to the flag.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.draft import find_drafts_about
from app.data.followup import find_followups
from app.data.roundtable import ParticipantRecord, RoundtableRecord, find_parts, find_roundtables
from app.data.task import find_open_of_roundtables
from app.domain.consent import CitizenId, Direction, PartyId
from app.domain.consent_fall import FallKind, Stop, StopKind
from app.domain.draft import DraftKind
from app.domain.roundtable import RoundtableStatus
from app.services.citizen import let_go_of_flags, live_cells, party_rows

_ROUNDTABLE_FORMS = (
    DraftKind.ROUNDTABLE,
    DraftKind.PARTICIPANT,
    DraftKind.POINT,
    DraftKind.REMARK,
    DraftKind.AGREEMENT,
    DraftKind.STEP,
    DraftKind.ACTION,
)
# Of these a meeting that was held may still be written down, and nobody has to be told.
BY_ITSELF = (FallKind.EXPIRED, FallKind.FULFILLED)


@dataclass(slots=True)
class Stopping:
    """What has stopped so far."""

    stops: list[Stop] = field(default_factory=list)
    roundtables: list[RoundtableRecord] = field(default_factory=list)
    forms: int = 0
    links: int = 0


def stop_resting(
    session: Session,
    citizen_id: CitizenId,
    fell: Collection[UUID],
    kind: FallKind,
    today: date,
    *,
    everything: bool,
) -> Stopping:
    """Stop what rested on the `fell` parties' yes to take part; with `everything`, all there is."""
    stopping = Stopping()
    planned = list(_planned(session, citizen_id, kind, today, everything=everything))
    for roundtable in planned:
        if everything or _rests_on(session, roundtable, citizen_id, fell, today):
            roundtable.status = RoundtableStatus.STOPPED
            stopping.roundtables.append(roundtable)
            stopping.stops.append(Stop(kind=StopKind.ROUNDTABLE, words="", day=roundtable.day))
        else:
            stopping.stops += _empty_seats(session, roundtable, citizen_id, fell, today)
    _stop_tasks(session, citizen_id, stopping, today, everything=everything)
    _drop_forms(session, citizen_id, stopping, everything=everything)
    stopping.links = let_go_of_flags(session, citizen_id) if everything else 0
    return stopping


def _planned(
    session: Session, citizen_id: UUID, kind: FallKind, today: date, *, everything: bool
) -> Iterator[RoundtableRecord]:
    for followup in find_followups(session, citizen_id=citizen_id):
        for roundtable in find_roundtables(session, followup_id=followup.id):
            held = roundtable.day < today and kind in BY_ITSELF and not everything
            if roundtable.status is RoundtableStatus.DRAFT and not held:
                yield roundtable


def _rests_on(
    session: Session,
    roundtable: RoundtableRecord,
    citizen_id: UUID,
    fell: Collection[UUID],
    today: date,
) -> bool:
    """Return whether of those seated one may no longer take part, and no other one may."""
    seated = {
        seat.party_id
        for seat in find_parts(session, ParticipantRecord, roundtable.id)
        if seat.party_id is not None and seat.attended
    }
    return bool(seated & set(fell)) and not seated & _may_come(session, citizen_id, today)


def _empty_seats(
    session: Session,
    roundtable: RoundtableRecord,
    citizen_id: UUID,
    fell: Collection[UUID],
    today: date,
) -> Iterator[Stop]:
    """Let those who may no longer take part not come."""
    names = {party.id: party.facts.name for party in party_rows(session, citizen_id)}
    gone = set(fell) - _may_come(session, citizen_id, today)
    for seat in find_parts(session, ParticipantRecord, roundtable.id):
        if seat.party_id in gone and seat.attended:
            seat.attended = 0
            name = names[PartyId(seat.party_id)]
            yield Stop(kind=StopKind.SEAT, words=name, day=roundtable.day)


def _may_come(session: Session, citizen_id: UUID, today: date) -> set[UUID | None]:
    return {
        cell.party_id
        for cell in live_cells(session, citizen_id, today)
        if cell.direction is Direction.TAKE_PART
    }


def _stop_tasks(
    session: Session, citizen_id: UUID, stopping: Stopping, today: date, *, everything: bool
) -> None:
    ids = {roundtable.id for roundtable in stopping.roundtables}
    if everything:
        for followup in find_followups(session, citizen_id=citizen_id):
            ids |= {one.id for one in find_roundtables(session, followup_id=followup.id)}
    for task in find_open_of_roundtables(session, ids):
        task.stopped_on = today
        stopping.stops.append(Stop(kind=StopKind.TASK, words=task.what, day=task.due_on))


def _drop_forms(
    session: Session, citizen_id: UUID, stopping: Stopping, *, everything: bool
) -> None:
    """Let go of the unfinished forms about what stopped: nothing can be saved from them."""
    stopped = tuple(roundtable.id.hex for roundtable in stopping.roundtables)
    for form in find_drafts_about(session, citizen_id, _ROUNDTABLE_FORMS):
        if everything or form.entity.startswith(stopped):
            session.delete(form)
            stopping.forms += 1
