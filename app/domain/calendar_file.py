"""Visits and meetings as a calendar file tells of them: when, and nothing of whom, where or why.

No shape here has a place for a name: an entry is an identifier, a start and a length. The words
beside them are Fasthold's own, the same for every visit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid5

from app.domain.language import _
from app.domain.paper import Reading
from app.domain.visit import VisitId


class CalendarKind(StrEnum):
    """What a calendar file does to a calendar; the code begins the file's name."""

    VISITS = "visits"
    CANCELLED = "visits-cancelled"
    MEETING = "meeting"  # a planned roundtable, for one of its participants


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One entry of a calendar file. `uid` is the same as long as the visit is; `sequence` rises
    with each change that leaves; `start` is local Danish time."""

    uid: UUID
    sequence: int
    start: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarSheet:
    """What one calendar file holds, and the moment it is made."""

    kind: CalendarKind
    entries: tuple[CalendarEntry, ...]
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarChoice:
    """A visit that can be put into a calendar file, as it is chosen on screen; a removed one has
    no practice any more. `again` says that the file would tell nothing new."""

    kind: CalendarKind
    entry: CalendarEntry
    visit_id: VisitId | None
    practice: str
    again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedCalendar:
    """One calendar file before it leaves: the bytes that will be saved."""

    sheet: CalendarSheet
    content: bytes
    sha256: str
    reading: Reading


def calendar_uid(visit_id: VisitId) -> UUID:
    """Return what a visit is called in calendars: its own for ever, and no key of the file."""
    return uuid5(visit_id, "calendar")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingChoice:
    """A participant whom a calendar file may be saved for; `reason` says why not, if not."""

    part_id: UUID
    name: str
    reason: str = ""


def entry_title(kind: CalendarKind = CalendarKind.VISITS) -> str:
    """Return the words of every entry of a file, in the language in force."""
    if kind is CalendarKind.MEETING:
        return _("Meeting")
    # i18n: Danish: »Lægepraksis - besøg«
    return _("GP practice - visit")
