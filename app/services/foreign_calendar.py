"""A calendar somebody else made: read from its file, without what Fasthold itself put into it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.data.calendar_entry import find_told
from app.data.vault import Vault
from app.domain.calendar_reading import MOST_BYTES, CalendarReading, read_calendar
from app.system.files import read_some


def read_foreign(
    vault: Vault, path: Path, today: date, *, even_free: bool = False
) -> CalendarReading:
    """Return what the calendar file says; `Refused` if it cannot be read as one."""
    content = read_some(path, MOST_BYTES + 1)
    with vault.read() as session:
        own = {str(record.uid) for record in find_told(session)}
    return read_calendar(content, today, own, even_free=even_free)
