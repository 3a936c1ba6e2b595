"""Calendar files of visits: what one would hold, and how it leaves."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from app.data.calendar_entry import CalendarEntryRecord, find_told, forget_gone, tell
from app.data.disclosure import count_files
from app.data.practice import find_practices
from app.data.vault import Vault
from app.data.visit import VisitRecord, find_visits
from app.domain.calendar_file import (
    CalendarChoice,
    CalendarEntry,
    CalendarKind,
    CalendarSheet,
    PreparedCalendar,
    calendar_uid,
)
from app.domain.guard import About
from app.domain.language import _, in_language
from app.domain.paper import Basis, Reading
from app.domain.problem import Refused
from app.domain.visit import VisitId, VisitStatus
from app.reports import calendar_file
from app.services.share import Door, FolderOutlet, Parcel
from app.system.clock import Now, Today
from app.system.files import neutral_name


class CalendarFileService:
    """Put visits into calendar files: one, some, or the whole plan from today on."""

    def __init__(self, vault: Vault, today: Today, now: Now, door: Door) -> None:
        self._vault = vault
        self._today = today
        self._now = now
        self._door = door

    def choices(self, visit_id: VisitId | None = None) -> tuple[CalendarChoice, ...]:
        """Return what a calendar can be told from today on, in time order; or of one visit."""
        with self._vault.read() as session:
            found = sorted(_choices(session, self._today()), key=lambda choice: choice.entry.start)
        return tuple(choice for choice in found if visit_id in (None, choice.visit_id))

    def prepare(self, uids: Collection[UUID], language: str) -> tuple[PreparedCalendar, ...]:
        """Write the chosen visits into a file, and what is cancelled into one of its own."""
        chosen = [choice for choice in self.choices() if choice.entry.uid in uids]
        made_at = self._now()
        sheets = [
            CalendarSheet(
                kind=kind,
                entries=tuple(choice.entry for choice in chosen if choice.kind is kind),
                made_at=made_at,
            )
            for kind in CalendarKind
        ]
        return tuple(self._prepared(sheet, language) for sheet in sheets if sheet.entries)

    def save(self, prepared: Collection[PreparedCalendar], folder: Path) -> tuple[Path, ...]:
        """Save the files that were prepared, and note that they left; `Refused` if a visit has
        changed since."""
        return tuple(self._save(one, folder) for one in prepared)

    def _prepared(self, sheet: CalendarSheet, language: str) -> PreparedCalendar:
        with in_language(language):
            rendered = calendar_file.render(sheet)
        reading = Reading(
            view=(sheet, rendered.texts),
            body="\n".join(rendered.texts),
            about=About.NOBODY,
            language=language,
        )
        self._door.read(reading)
        content = rendered.content
        sha256 = hashlib.sha256(content).hexdigest()
        return PreparedCalendar(sheet=sheet, content=content, sha256=sha256, reading=reading)

    def _save(self, prepared: PreparedCalendar, folder: Path) -> Path:
        with self._vault.read() as session:
            file_name = _file_name(session, prepared.sheet.kind, self._today())
        parcel = Parcel(
            kind=prepared.sheet.kind,
            file_name=file_name,
            content=prepared.content,
            basis=Basis(),
            reading=prepared.reading,
        )
        outlet = FolderOutlet(folder)
        self._door.share(parcel, outlet, lambda session: self._tell(session, prepared.sheet))
        return outlet.place

    def _tell(self, session: Session, sheet: CalendarSheet) -> None:
        """Remember what the calendar is told; `Refused` if a visit has changed since."""
        today = self._today()
        standing = {choice.entry.uid: choice for choice in _choices(session, today)}
        for entry in sheet.entries:
            choice = standing.get(entry.uid)
            if choice is None or (choice.entry, choice.kind) != (entry, sheet.kind):
                raise Refused(
                    _("A visit has changed since this was shown. Close it and open it again.")
                )
            cancelled = sheet.kind is CalendarKind.CANCELLED
            tell(session, entry, choice.visit_id, cancelled=cancelled)
        forget_gone(session, today)


def _choices(session: Session, today: date) -> Iterator[CalendarChoice]:
    """Yield what stands from today on, what was told otherwise, and what will not happen."""
    told = {record.uid: record for record in find_told(session)}
    practices = {record.id: record.name for record in find_practices(session, archived=True)}
    live = {record.id for record in find_practices(session)}
    standing = set()
    for visit in find_visits(session):
        uid = calendar_uid(VisitId(visit.id))
        if not _happens(visit, live):
            continue
        standing.add(uid)
        if _is_news(visit, told.get(uid), today):
            yield _visit_choice(uid, visit, told.get(uid), practices[visit.practice_id])
    for record in told.values():
        if record.uid not in standing and record.start.date() >= today:
            yield _cancelled_choice(session, record, practices)


def _happens(visit: VisitRecord, live: Collection[UUID]) -> bool:
    if visit.status is VisitStatus.PLANNED:
        return visit.practice_id in live
    return visit.status is not VisitStatus.MISSED


def _is_news(visit: VisitRecord, told: CalendarEntryRecord | None, today: date) -> bool:
    """Whether the visit lies ahead, or a calendar still shows it ahead where it no longer is."""
    if visit.status is not VisitStatus.HELD and visit.start.date() >= today:
        return True
    return told is not None and told.start.date() >= today and not _says(told, visit)


def _says(told: CalendarEntryRecord, visit: VisitRecord) -> bool:
    return not told.cancelled and (told.start, told.minutes) == (visit.start, visit.minutes)


def _visit_choice(
    uid: UUID, visit: VisitRecord, told: CalendarEntryRecord | None, practice: str
) -> CalendarChoice:
    again = told is not None and _says(told, visit)
    sequence = 0 if told is None else told.sequence + (not again)
    return CalendarChoice(
        kind=CalendarKind.VISITS,
        entry=CalendarEntry(uid=uid, sequence=sequence, start=visit.start, minutes=visit.minutes),
        visit_id=VisitId(visit.id),
        practice=practice,
        again=again,
    )


def _cancelled_choice(
    session: Session, told: CalendarEntryRecord, practices: dict[UUID, str]
) -> CalendarChoice:
    visit = session.get(VisitRecord, told.visit_id) if told.visit_id else None
    return CalendarChoice(
        kind=CalendarKind.CANCELLED,
        entry=CalendarEntry(
            uid=told.uid,
            sequence=told.sequence + (not told.cancelled),
            start=told.start,
            minutes=told.minutes,
        ),
        visit_id=VisitId(visit.id) if visit else None,
        practice=practices[visit.practice_id] if visit else "",
        again=bool(told.cancelled),
    )


def _file_name(session: Session, kind: CalendarKind, today: date) -> str:
    number = count_files(session, f"{kind.value}-{today:%Y-%m}-") + 1
    return neutral_name(kind.value, today, number, "ics")
