"""What a roundtable did not reach, carried over to the next one planned for the same follow-up."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.roundtable import PointRecord, RoundtableRecord, find_parts, find_roundtables
from app.domain.agenda import PointFacts, PointState
from app.domain.roundtable import RoundtableStatus
from app.services.roundtable_view import newest_versions

_Carried = tuple[str, date | None]


def set_agenda(session: Session, record: RoundtableRecord, template: Sequence[PointFacts]) -> None:
    """Fill a new agenda: first what the roundtable before did not reach, then the template."""
    before = _last_final(session, record)
    carried = _carry(session, before, record) if before is not None else ()
    add_points(session, record.id, [one for one in template if one.title not in carried])


def add_points(session: Session, roundtable_id: UUID, points: Sequence[PointFacts]) -> None:
    """Add points at the end of an agenda."""
    place = next_place(find_parts(session, PointRecord, roundtable_id))
    for position, facts in enumerate(points, start=place):
        session.add(_point(roundtable_id, position, facts))
    session.flush()


def close_agenda(session: Session, record: RoundtableRecord) -> None:
    """Mark what was not reached, and hand it to the roundtable that is planned next, if one is."""
    for point in find_parts(session, PointRecord, record.id):
        if point.state is PointState.OPEN:
            point.state = PointState.NOT_REACHED
    session.flush()  # before the version is locked
    ahead = [
        other
        for other in _standing(session, record.followup_id)
        if other.status is RoundtableStatus.DRAFT and other.version == 1
        if other.day > record.day
    ]
    if ahead:
        _carry(session, record, min(ahead, key=lambda other: other.day))


def next_place(parts: Collection[PointRecord]) -> int:
    """Return the place after the last point."""
    return max((part.position for part in parts), default=-1) + 1


def _carry(session: Session, source: RoundtableRecord, target: RoundtableRecord) -> Sequence[str]:
    """Put what `source` did not reach first on the agenda of `target`, each point once; return the
    titles."""
    there = _carried(session, source)
    missed = [
        point
        for point in sorted(
            find_parts(session, PointRecord, source.id), key=lambda point: point.position
        )
        if point.state is PointState.NOT_REACHED and (point.title, source.day) not in there
    ]
    first = min((each.position for each in find_parts(session, PointRecord, target.id)), default=0)
    for place, point in enumerate(missed, start=first - len(missed)):
        facts = PointFacts(title=point.title, minutes=point.minutes)
        session.add(_point(target.id, place, facts, source.day))
    session.flush()
    return [point.title for point in missed]


def _carried(session: Session, source: RoundtableRecord) -> set[_Carried]:
    """Return what stands carried over on some agenda of the follow-up already."""
    return {
        (point.title, point.carried_from)
        for other in _standing(session, source.followup_id)
        for point in find_parts(session, PointRecord, other.id)
        if point.carried_from is not None
    }


def _standing(session: Session, followup_id: UUID) -> list[RoundtableRecord]:
    newest = newest_versions(find_roundtables(session, followup_id=followup_id))
    return [one for one in newest if one.status is not RoundtableStatus.STOPPED]


def _last_final(session: Session, record: RoundtableRecord) -> RoundtableRecord | None:
    """Return the last roundtable that was finalised before this one, whatever is corrected now."""
    for other in find_roundtables(session, followup_id=record.followup_id):
        if other.status is RoundtableStatus.FINAL and other.id != record.id:
            return other
    return None


def _point(
    roundtable_id: UUID, position: int, facts: PointFacts, carried_from: date | None = None
) -> PointRecord:
    return PointRecord(
        roundtable_id=roundtable_id,
        position=position,
        title=facts.title,
        minutes=facts.minutes,
        state=PointState.OPEN,
        carried_from=carried_from,
    )
