"""How one entry of the timeline is shown: each kind of thing in its own words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby
from uuid import UUID

from sqlmodel import Session

from app.data.consent import CellRecord, ConsentRecord, PartyRecord, find_cells, find_parties
from app.data.disclosure import DisclosureRecord
from app.data.followup import ContactRecord, FollowupRecord
from app.data.held import Kept, hold
from app.data.measure import MeasureRecord
from app.data.roundtable import RoundtableRecord
from app.data.task import TaskRecord
from app.data.timeline import Event
from app.domain.consent import (
    DIRECTION_LABELS,
    INFORMATION_LABELS,
    ConsentKind,
    ConsentStatus,
    Information,
    cell_status,
)
from app.domain.contact import contact_detail, contact_title
from app.domain.language import N_, _
from app.domain.measure import MOST, SCALE_LABELS, Scale
from app.domain.purpose import purpose_words
from app.domain.roundtable import RoundtableStatus
from app.domain.timeline import EventKind, TimelineEntry
from app.domain.transfer import TransferKey
from app.domain.words import hours, joined, long_day, quoted
from app.services.disclosure_view import disclosure_line
from app.services.followup_view import contact_row
from app.system.clock import local

_ENDS: dict[ConsentStatus, str] = {
    ConsentStatus.REFUSED: N_("The citizen said no"),
    ConsentStatus.WITHDRAWN: N_("Consent withdrawn"),
    ConsentStatus.EXPIRED: N_("Consent run out"),
    ConsentStatus.INVALID: N_("Consent found invalid"),
    ConsentStatus.FULFILLED: N_("Replaced by the citizen's own yes"),
}
_ROUNDTABLES: dict[RoundtableStatus, str] = {
    RoundtableStatus.DRAFT: N_("Roundtable planned"),
    RoundtableStatus.STOPPED: N_("Roundtable stopped"),
    RoundtableStatus.FINAL: N_("Roundtable, version {number} agreed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one kind of entry says of itself."""

    title: str
    detail: str
    about: UUID | None = None
    at: time | None = None
    day: date | None = None  # where it is more exact than what it was sorted by


def entries_of(
    session: Session,
    followup: FollowupRecord,
    events: Sequence[Event],
    copied: Mapping[TransferKey, date],
    today: date,
) -> tuple[TimelineEntry, ...]:
    """Return the entries in full, those of each table read at once."""
    known = _known(session, followup, events, today)
    return tuple(_entry(known, event, copied) for event in events)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the entries are told from; `held` is what was read of them already."""

    session: Session
    today: date
    held: Sequence[object]
    cells: Mapping[UUID, list[CellRecord]]


def _known(
    session: Session, followup: FollowupRecord, events: Sequence[Event], today: date
) -> _Known:
    held: list[object] = [*find_parties(session, followup.citizen_id)]
    cells: dict[UUID, list[CellRecord]] = {}
    for kind, of_kind in groupby(sorted(events, key=_kind), key=_kind):
        held += _HOLD[kind](session, {_record_id(event) for event in of_kind})
    if any(isinstance(record, ConsentRecord) for record in held):
        for cell in find_cells(session, followup.citizen_id):
            cells.setdefault(cell.consent_id, []).append(cell)
    return _Known(session=session, today=today, held=held, cells=cells)


def _entry(known: _Known, event: Event, copied: Mapping[TransferKey, date]) -> TimelineEntry:
    told = _TOLD[event.kind](known, event)
    kind = event.kind.copied_as
    return TimelineEntry(
        kind=event.kind,
        key=event.entry,
        day=told.day or event.day,
        at=told.at,
        title=told.title,
        detail=told.detail,
        about=told.about,
        copied_on=copied.get(TransferKey(kind=kind, entry=event.entry)) if kind else None,
    )


def _kind(event: Event) -> EventKind:
    return event.kind


def _record_id(event: Event) -> UUID:
    """Return what the event is told from: of a consent's end, the consent."""
    return UUID(event.entry.partition(":")[0])


def _contact(known: _Known, event: Event) -> Told:
    record = known.session.get_one(ContactRecord, _record_id(event))
    row = contact_row(known.session, record, None)
    return Told(title=contact_title(row), detail=contact_detail(row), about=record.id, at=record.at)


def _task(known: _Known, event: Event) -> Told:
    record = known.session.get_one(TaskRecord, _record_id(event))
    who = record.who or _("Me")
    return Told(title=_("Done: {what}").format(what=record.what), detail=who, about=record.id)


def _consent(known: _Known, event: Event) -> Told:
    record = known.session.get_one(ConsentRecord, _record_id(event))
    if record.kind is ConsentKind.RELAYED:
        by = _("passed on by {doctor}").format(doctor=record.relayed_by)
        return Told(title=_("A yes that was passed on"), detail=by)
    cells = known.cells.get(record.id, [])
    purpose = purpose_words(record.purpose_code, record.purpose)
    if not cells:
        return Told(title=_("Consent given"), detail=purpose)
    until = _("until {day}").format(day=long_day(max(cell.until for cell in cells)))
    detail = f"{_about_party(known.session, cells)}, {until}. {purpose}"
    return Told(title=_("Consent given"), detail=detail)


def _consent_end(known: _Known, event: Event) -> Told:
    day = event.entry.partition(":")[2]
    record = known.session.get_one(ConsentRecord, _record_id(event))
    fell = [
        cell
        for cell in known.cells.get(record.id, [])
        if (cell.ended_on or cell.until).isoformat() == day
    ]
    if not fell:
        status = cell_status(record.status, record.expires_on, known.today)
        purpose = purpose_words(record.purpose_code, record.purpose)
        return Told(title=_(_ENDS[status]), detail=purpose)
    status = cell_status(fell[0].status, fell[0].until, known.today)
    return Told(title=_(_ENDS[status]), detail=_about_party(known.session, fell))


def _about_party(session: Session, cells: list[CellRecord]) -> str:
    """Return direction, party and kinds of information; a consent is about one of each."""
    party = session.get_one(PartyRecord, cells[0].party_id).name
    kinds = {cell.information for cell in cells}
    said = joined([_(INFORMATION_LABELS[kind]).lower() for kind in Information if kind in kinds])
    text = _("{direction} · {party}: {information}")
    direction = _(DIRECTION_LABELS[cells[0].direction])
    return text.format(direction=direction, party=party, information=said)


def _disclosure(known: _Known, event: Event) -> Told:
    record = known.session.get_one(DisclosureRecord, _record_id(event))
    moment = local(record.at)
    return Told(
        title=_("Paper handed over"),
        detail=disclosure_line(known.session, record),
        at=moment.time().replace(second=0, microsecond=0, tzinfo=None),
        day=moment.date(),
    )


def _roundtable(known: _Known, event: Event) -> Told:
    record = known.session.get_one(RoundtableRecord, _record_id(event))
    held = _("held {day}").format(day=long_day(record.day))
    parts = [held if record.status is RoundtableStatus.FINAL else "", record.place]
    return Told(
        title=_(_ROUNDTABLES[record.status]).format(number=record.version),
        detail=" · ".join(part for part in parts if part),
        about=record.id,
        at=None if record.status is RoundtableStatus.FINAL else record.at,
    )


def _measure(known: _Known, event: Event) -> Told:
    record = known.session.get_one(MeasureRecord, _record_id(event))
    scales = (
        (Scale.WORK_ABILITY, record.work_ability),
        (Scale.ENERGY, record.energy),
        (Scale.CONCENTRATION, record.concentration),
        (Scale.CONFIDENCE, record.confidence),
    )
    parts = [
        _("{scale} {value} of {most}").format(scale=_(SCALE_LABELS[scale]), value=value, most=MOST)
        for scale, value in scales
        if value is not None
    ]
    if record.worked_hours is not None:
        parts.append(_("worked {hours}").format(hours=hours(record.worked_hours)))
    if record.sentence:
        parts.append(quoted(record.sentence))
    return Told(title=_("Measure"), detail=" · ".join(parts), about=record.id)


def _holder(kind: type[Kept]) -> Callable[[Session, Collection[UUID]], Sequence[object]]:
    return lambda session, ids: hold(session, kind, ids)


_TOLD: dict[EventKind, Callable[[_Known, Event], Told]] = {
    EventKind.CONTACT: _contact,
    EventKind.TASK: _task,
    EventKind.CONSENT: _consent,
    EventKind.CONSENT_END: _consent_end,
    EventKind.DISCLOSURE: _disclosure,
    EventKind.ROUNDTABLE: _roundtable,
    EventKind.MEASURE: _measure,
}
_HOLD: dict[EventKind, Callable[[Session, Collection[UUID]], Sequence[object]]] = {
    EventKind.CONTACT: _holder(ContactRecord),
    EventKind.TASK: _holder(TaskRecord),
    EventKind.CONSENT: _holder(ConsentRecord),
    EventKind.CONSENT_END: _holder(ConsentRecord),
    EventKind.DISCLOSURE: _holder(DisclosureRecord),
    EventKind.ROUNDTABLE: _holder(RoundtableRecord),
    EventKind.MEASURE: _holder(MeasureRecord),
}
