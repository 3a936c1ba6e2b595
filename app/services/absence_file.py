"""Days away from a calendar file: shown in piles first, then taken in, however often it is read."""

from __future__ import annotations

from pathlib import Path

from sqlmodel import Session

from app.changes import Topic
from app.data.absence import AbsenceRecord
from app.data.absence_origin import AbsenceOriginRecord, find_origins
from app.data.vault import Vault
from app.domain.absence_piles import AwayPiles, Days, Key, Pile, PiledAway, pile_up
from app.domain.calendar_reading import CalendarReading
from app.domain.language import _
from app.domain.problem import Refused
from app.services.foreign_calendar import read_foreign
from app.system.clock import Today


class AbsenceFileService:
    """Read a foreign calendar, and keep from it the days away and nothing else."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def read_file(self, path: Path) -> CalendarReading:
        """Return what the calendar file says; `Refused` if it cannot be read as one."""
        return read_foreign(self._vault, path, self._today())

    def piles(self, reading: CalendarReading) -> AwayPiles:
        """Return what taking it in would change; nothing is written."""
        with self._vault.read() as session:
            return pile_up(reading, _kept(session), self._today())

    def take_in(self, shown: AwayPiles, reading: CalendarReading) -> int:
        """Keep what was `shown`, and return how many lines changed; `Refused` if it would no
        longer do the same."""
        with self._vault.write(Topic.CALENDAR) as session:
            piles = pile_up(reading, _kept(session), self._today())
            if piles != shown:
                raise Refused(
                    _("The absences have changed since this was shown. Choose the file again.")
                )
            records = {_key(origin): absence for origin, absence in find_origins(session)}
            for line in piles.lines:
                _take(session, line, records.get(line.key))
        return piles.news()


def _kept(session: Session) -> dict[Key, Days]:
    return {
        _key(origin): (absence.first, absence.last) for origin, absence in find_origins(session)
    }


def _key(origin: AbsenceOriginRecord) -> Key:
    return origin.event, origin.occurrence


def _take(session: Session, line: PiledAway, record: AbsenceRecord | None) -> None:
    if record is None:
        _add(session, line)
    elif line.pile is Pile.GONE:
        session.delete(record)
    elif line.pile is Pile.CHANGED:
        record.first, record.last = line.days


def _add(session: Session, line: PiledAway) -> None:
    (event, occurrence), (first, last) = line.key, line.days
    # The title stays outside: it can hold a name, and the plan needs only the days.
    # i18n: Danish: »Optaget«, »Kalenderfil«
    record = AbsenceRecord(first=first, last=last, reason=_("Away"), source=_("Calendar file"))
    session.add(record)
    session.flush()
    session.add(AbsenceOriginRecord(event=event, occurrence=occurrence, absence_id=record.id))
