from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from app.domain.calendar_file import CalendarEntry, CalendarKind, CalendarSheet
from app.domain.language import in_language
from app.reports.calendar_file import ZONE, render

MADE = datetime(2026, 9, 9, 10, 30, tzinfo=UTC)
UID = UUID("648695d4-8cdf-4b34-80db-5cfd5da5836b")
ENTRIES = st.builds(
    CalendarEntry,
    uid=st.uuids(version=4),
    sequence=st.integers(0, 9_999),
    start=st.datetimes(datetime(2025, 1, 1), datetime(2035, 12, 31))  # noqa: DTZ001
    .map(lambda at: at.replace(second=0, microsecond=0))
    .filter(lambda at: 6 <= at.hour <= 20),
    minutes=st.integers(10, 120),
)


def entry(start: datetime = datetime(2026, 9, 16, 12, 30), sequence: int = 0) -> CalendarEntry:  # noqa: DTZ001
    return CalendarEntry(uid=UID, sequence=sequence, start=start, minutes=30)


def sheet(*entries: CalendarEntry, kind: CalendarKind = CalendarKind.VISITS) -> CalendarSheet:
    return CalendarSheet(kind=kind, entries=entries, made_at=MADE)


def read(content: bytes) -> Any:
    return Calendar.from_ical(content)


def events(content: bytes) -> list[Any]:
    return list(read(content).walk("VEVENT"))


def test_a_visit_is_an_entry_of_neutral_words_at_its_danish_time() -> None:
    [event] = events(render(sheet(entry(sequence=3))).content)
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == (str(UID), 3, "CONFIRMED")
    assert event["SUMMARY"] == "GP practice - visit"
    assert event["DTSTART"].params["TZID"] == "Europe/Copenhagen"
    assert event.start.astimezone(UTC) == datetime(2026, 9, 16, 10, 30, tzinfo=UTC)
    assert event.duration == timedelta(minutes=30)
    assert event["DTSTAMP"].dt == MADE


def test_an_entry_has_nothing_but_its_time_its_standing_and_neutral_words() -> None:
    [event] = events(render(sheet(entry())).content)
    assert set(event) == {
        *("UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS"),
    }


def test_the_words_are_in_the_language_asked_for() -> None:
    with in_language("da"):
        rendered = render(sheet(entry()))
    assert "SUMMARY:Lægepraksis - besøg\r\n".encode() in rendered.content
    assert rendered.texts == ("Lægepraksis - besøg",)


def test_what_is_cancelled_is_taken_out() -> None:
    content = render(sheet(entry(sequence=1), kind=CalendarKind.CANCELLED)).content
    assert read(content)["METHOD"] == "CANCEL"
    assert events(content)[0]["STATUS"] == "CANCELLED"


def test_what_stands_is_brought_in() -> None:
    assert read(render(sheet(entry())).content)["METHOD"] == "PUBLISH"


def test_the_file_carries_its_own_summer_time() -> None:
    [zone] = read(render(sheet(entry())).content).timezones
    hours = [
        zone.to_tz().utcoffset(datetime(year, month, 15, 12))  # noqa: DTZ001
        for year in (2026, 2035, 2045)
        for month in (1, 7)
    ]
    assert hours == [timedelta(hours=1), timedelta(hours=2)] * 3


@given(st.lists(ENTRIES, min_size=1, max_size=5, unique_by=lambda one: one.uid))
def test_two_readers_find_each_visit_where_it_was_written(entries: list[CalendarEntry]) -> None:
    content = render(sheet(*entries)).content
    told = [(e.uid, e.start.replace(tzinfo=ZONE).astimezone(UTC), e.minutes) for e in entries]
    assert [
        (UUID(event["UID"]), event.start.astimezone(UTC), event.duration.seconds // 60)
        for event in events(content)
    ] == told
    second = vobject.readOne(content.decode())
    second.validate(raiseException=True)
    assert [
        (
            UUID(event.uid.value),
            event.dtstart.value.astimezone(UTC),
            (event.dtend.value - event.dtstart.value).seconds // 60,
        )
        for event in second.vevent_list
    ] == told


@given(st.lists(ENTRIES, min_size=1, max_size=5))
def test_lines_end_as_the_format_wants_and_none_is_longer_than_75_bytes(
    entries: list[CalendarEntry],
) -> None:
    with in_language("da"):
        content = render(sheet(*entries)).content
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_the_same_sheet_gives_the_same_bytes() -> None:
    told = sheet(entry(), CalendarEntry(uid=uuid4(), sequence=0, start=MADE, minutes=10))
    assert render(told).content == render(told).content
