"""Closed days from a practice's calendar: shown in piles first, then taken in, however often."""

from __future__ import annotations

from pathlib import Path

from sqlmodel import Session

from app.changes import Topic
from app.data.closed_origin import ClosedOriginRecord, find_closed_origins
from app.data.practice import ClosedRecord, get_practice
from app.data.vault import Vault
from app.domain.absence_piles import AwayPiles, Days, Key, Pile, PiledAway, pile_up
from app.domain.calendar_reading import CalendarReading
from app.domain.language import _
from app.domain.practice import PracticeId
from app.domain.problem import Refused
from app.services.foreign_calendar import read_foreign
from app.system.clock import Today


class ClosedFileService:
    """Read a practice's calendar, and keep from it the days it is closed and nothing else."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def read_file(self, path: Path) -> CalendarReading:
        """Return what the calendar file says; `Refused` if it cannot be read as one."""
        # Calendars of closed days are published as free time, so that nobody's own day is filled.
        return read_foreign(self._vault, path, self._today(), even_free=True)

    def piles(self, practice_id: PracticeId, reading: CalendarReading) -> AwayPiles:
        """Return what taking it in would change at the practice; nothing is written."""
        with self._vault.read() as session:
            return pile_up(reading, _kept(session, practice_id), self._today())

    def take_in(self, practice_id: PracticeId, shown: AwayPiles, reading: CalendarReading) -> int:
        """Keep what was `shown`, and return how many lines changed; `Refused` if it would no
        longer do the same."""
        with self._vault.write(Topic.PRACTICE) as session:
            get_practice(session, practice_id)
            piles = pile_up(reading, _kept(session, practice_id), self._today())
            if piles != shown:
                raise Refused(
                    _("The closed days have changed since this was shown. Choose the file again.")
                )
            found = find_closed_origins(session, practice_id)
            records = {_key(origin): closed for origin, closed in found}
            for line in piles.lines:
                _take(session, practice_id, line, records.get(line.key))
        return piles.news()


def _kept(session: Session, practice_id: PracticeId) -> dict[Key, Days]:
    found = find_closed_origins(session, practice_id)
    return {_key(origin): (closed.first, closed.last) for origin, closed in found}


def _key(origin: ClosedOriginRecord) -> Key:
    return origin.event, origin.occurrence


def _take(
    session: Session, practice_id: PracticeId, line: PiledAway, record: ClosedRecord | None
) -> None:
    if record is None:
        _add(session, practice_id, line)
    elif line.pile is Pile.GONE:
        session.delete(record)
    elif line.pile is Pile.CHANGED:
        record.first, record.last = line.days


def _add(session: Session, practice_id: PracticeId, line: PiledAway) -> None:
    (event, occurrence), (first, last) = line.key, line.days
    # The title stays outside: it can hold a name. A reason can be written by hand afterwards.
    record = ClosedRecord(practice_id=practice_id, first=first, last=last, reason="")
    session.add(record)
    session.flush()
    session.add(
        ClosedOriginRecord(
            practice_id=practice_id, event=event, occurrence=occurrence, closed_id=record.id
        )
    )
