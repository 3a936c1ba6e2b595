from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy.exc import DatabaseError

from app.bootstrap import Services
from app.changes import Topic
from app.data.calendar_entry import CalendarEntryRecord, find_told, tell
from app.domain.calendar_file import CalendarEntry

UID = uuid4()


def said(sequence: int, uid: UUID = UID) -> CalendarEntry:
    start = datetime(2026, 9, 16, 12, 30)  # noqa: DTZ001 -- local Danish time
    return CalendarEntry(uid=uid, sequence=sequence, start=start, minutes=30)


def test_a_calendar_is_told_of_a_visit_once(services: Services) -> None:
    with services.vault.write(Topic.DISCLOSURE) as session:
        for sequence in (0, 1):
            tell(session, said(sequence), None, cancelled=sequence == 1)
            session.flush()
        [record] = find_told(session)
        assert (record.sequence, record.cancelled) == (1, 1)


def test_a_sequence_never_falls(services: Services) -> None:
    with services.vault.write(Topic.DISCLOSURE) as session:
        tell(session, said(2), None, cancelled=False)
    with pytest.raises(DatabaseError):
        tell_again(services, said(1))


def tell_again(services: Services, entry: CalendarEntry) -> None:
    with services.vault.write(Topic.DISCLOSURE) as session:
        tell(session, entry, None, cancelled=False)


def test_an_entry_has_no_place_for_words() -> None:
    columns = set(CalendarEntryRecord.model_fields)
    assert columns == {"uid", "visit_id", "start", "minutes", "sequence", "cancelled"}
