"""The calendar file of one participant of a planned roundtable: when it is, and nothing else.

It tells whoever gets it that there is a meeting; so a party gets it only under a live consent to
take part, and the citizen for themselves. Nothing in it says whom or what the meeting is about.
"""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from pathlib import Path
from uuid import UUID, uuid5

from sqlmodel import Session

from app.data.disclosure import count_files, find_disclosures
from app.data.followup import get_followup
from app.data.roundtable import ParticipantRecord, RoundtableRecord, find_parts, get_roundtable
from app.data.vault import Vault
from app.domain.calendar_file import (
    CalendarEntry,
    CalendarKind,
    CalendarSheet,
    MeetingChoice,
    PreparedCalendar,
)
from app.domain.consent import CellRow, CitizenId, ConsentId, Direction
from app.domain.followup import FollowupId
from app.domain.guard import About
from app.domain.language import _, in_language
from app.domain.paper import Basis, Reading
from app.domain.problem import Refused
from app.domain.roundtable import RoundtableId, RoundtableStatus, Seat
from app.reports import calendar_file
from app.services.citizen import live_cells
from app.services.own_calendar import plan_times
from app.services.roundtable_view import seat_name
from app.services.share import Door, FolderOutlet, Parcel
from app.system.clock import Now, Today
from app.system.files import neutral_name


class MeetingFileService:
    """Put a planned roundtable into a calendar file for each of its participants."""

    def __init__(self, vault: Vault, today: Today, now: Now, door: Door) -> None:
        self._vault = vault
        self._today = today
        self._now = now
        self._door = door

    def choices(self, roundtable_id: RoundtableId) -> tuple[MeetingChoice, ...]:
        """Return the participants, each with what stands in the way of a file, if anything."""
        with self._vault.read() as session:
            record = get_roundtable(session, roundtable_id)
            return tuple(
                _choice(session, record, part, self._today())
                for part in find_parts(session, ParticipantRecord, record.id)
            )

    def save(self, roundtable_id: RoundtableId, part_id: UUID, language: str, folder: Path) -> Path:
        """Save the file of one participant, and note that it left; `Refused` with the reason."""
        prepared, basis, file_name = self._prepared(roundtable_id, part_id, language)
        parcel = Parcel(
            kind=CalendarKind.MEETING,
            file_name=file_name,
            content=prepared.content,
            basis=basis,
            reading=prepared.reading,
        )
        outlet = FolderOutlet(folder)
        self._door.share(
            parcel, outlet, lambda session: _refuse_closed(session, roundtable_id, self._today())
        )
        return outlet.place

    def _prepared(
        self, roundtable_id: RoundtableId, part_id: UUID, language: str
    ) -> tuple[PreparedCalendar, Basis, str]:
        today = self._today()
        with self._vault.read() as session:
            record = _refuse_closed(session, roundtable_id, today)
            basis = _basis(session, record, _part(session, record, part_id), today)
            entry = _entry(session, record, part_id, basis)
            number = count_files(session, f"{CalendarKind.MEETING.value}-{today:%Y-%m}-") + 1
        sheet = CalendarSheet(kind=CalendarKind.MEETING, entries=(entry,), made_at=self._now())
        with in_language(language):
            rendered = calendar_file.render(sheet)
        reading = Reading(
            view=(sheet, rendered.texts),
            body="\n".join(rendered.texts),
            about=About.NOBODY,
            language=language,
        )
        sha256 = hashlib.sha256(rendered.content).hexdigest()
        prepared = PreparedCalendar(
            sheet=sheet, content=rendered.content, sha256=sha256, reading=reading
        )
        return prepared, basis, neutral_name(CalendarKind.MEETING.value, today, number, "ics")


def _choice(
    session: Session, record: RoundtableRecord, part: ParticipantRecord, today: date
) -> MeetingChoice:
    try:
        _basis(session, record, part, today)
    except Refused as refusal:
        reason = str(refusal)
    else:
        reason = ""
    return MeetingChoice(
        part_id=part.id, name=seat_name(session, record, part, None), reason=reason
    )


def _part(session: Session, record: RoundtableRecord, part_id: UUID) -> ParticipantRecord:
    for part in find_parts(session, ParticipantRecord, record.id):
        if part.id == part_id:
            return part
    raise Refused(_("The participant was removed since this was shown. Open it again."))


def _refuse_closed(session: Session, roundtable_id: RoundtableId, today: date) -> RoundtableRecord:
    """Return the roundtable if it lies ahead and has a time; raise `Refused` otherwise."""
    record = get_roundtable(session, roundtable_id)
    if record.status is not RoundtableStatus.DRAFT or record.day < today:
        raise Refused(_("Only a roundtable that lies ahead has a calendar file."))
    if record.at is None:
        raise Refused(_("Write the time of the roundtable first."))
    return record


def _basis(
    session: Session, record: RoundtableRecord, part: ParticipantRecord, today: date
) -> Basis:
    """Return why the file may go to the participant; one's own speaks of nobody."""
    if part.who is Seat.CONSULTANT:
        return Basis()
    citizen_id = CitizenId(get_followup(session, FollowupId(record.followup_id)).citizen_id)
    if part.party_id is None:
        return Basis(citizen_id=citizen_id)
    cells = _meeting_cells(session, citizen_id, part.party_id, today)
    if not cells:
        name = seat_name(session, record, part, None)
        text = _("No consent covers meeting with {name}. Ask the citizen for consent.")
        raise Refused(text.format(name=name))
    return Basis(
        citizen_id=citizen_id,
        party_id=cells[0].party_id,
        direction=Direction.TAKE_PART,
        consent_id=ConsentId(cells[0].consent_id),
        cells=tuple((cell.id, cell.information) for cell in cells),
    )


def _meeting_cells(
    session: Session, citizen_id: CitizenId, party_id: UUID, today: date
) -> list[CellRow]:
    """Return the live cells of one consent that let the party take part."""
    mine = [
        cell
        for cell in live_cells(session, citizen_id, today)
        if cell.party_id == party_id and cell.direction is Direction.TAKE_PART
    ]
    return [cell for cell in mine if cell.consent_id == mine[0].consent_id]


def _entry(
    session: Session, record: RoundtableRecord, part_id: UUID, basis: Basis
) -> CalendarEntry:
    """Return what the calendar is told: each file told later counts one more, so that a calendar
    takes a changed time for the newer one."""
    told = 0
    if basis.citizen_id is not None:
        left = find_disclosures(session, basis.citizen_id)
        told = sum(one.paper == CalendarKind.MEETING.value for one in left)
    else:
        told = count_files(session, f"{CalendarKind.MEETING.value}-")
    if record.at is None:
        raise Refused(_("Write the time of the roundtable first."))
    return CalendarEntry(
        uid=uuid5(part_id, "calendar"),
        sequence=told,
        start=datetime.combine(record.day, record.at),
        minutes=plan_times(session).roundtable,
    )
