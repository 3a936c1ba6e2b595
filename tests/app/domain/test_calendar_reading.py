from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.absence_piles import AwayPiles, Days, Key, Pile, pile_up
from app.domain.calendar_reading import CalendarReading, read_calendar
from app.domain.calendar_series import UNFIT_LABELS, Unfit
from app.domain.problem import Refused
from tests.calendars import calendar, entry, series

TODAY = date(2026, 9, 9)
WEEKS = ("DTSTART;VALUE=DATE:20260914", "RRULE:FREQ=WEEKLY;COUNT=4")
UNREAD = "This is not a calendar file that can be read"


def read(*parts: str) -> CalendarReading:
    return read_calendar(calendar(*parts), TODAY)


def days(reading: CalendarReading) -> list[str]:
    return [f"{one.first:%d.%m.}-{one.last:%d.%m.}" for one in reading.entries]


def reasons(reading: CalendarReading) -> list[Unfit]:
    return [one.reason for one in reading.not_taken]


def keep(piles: AwayPiles, kept: dict[Key, Days]) -> dict[Key, Days]:
    """Return what is kept after the piles were taken in."""
    gone = {line.key for line in piles.pile(Pile.GONE)}
    told = {line.key: line.days for line in piles.lines if line.key not in gone}
    return {key: value for key, value in (kept | told).items() if key not in gone}


def test_a_holiday_is_its_whole_days() -> None:
    away = entry("a", "DTSTART;VALUE=DATE:20261012", "DTEND;VALUE=DATE:20261017")
    assert days(read(away)) == ["12.10.-16.10."]


def test_an_entry_without_an_end_is_one_day() -> None:
    assert days(read(entry("a", "DTSTART;VALUE=DATE:20261012"))) == ["12.10.-12.10."]


def test_hours_that_take_the_day_count_as_the_day_and_others_do_not() -> None:
    course = entry("a", "DTSTART:20261012T090000", "DTEND:20261013T150000")
    meeting = entry("b", "DTSTART:20261014T100000", "DURATION:PT1H")
    reading = read(course, meeting)
    assert days(reading) == ["12.10.-13.10."]
    assert reasons(reading) == [Unfit.PART_OF_DAY]


def test_times_of_another_zone_are_read_on_the_danish_clock() -> None:
    away = entry("a", "DTSTART:20261011T220000Z", "DTEND:20261012T220000Z")
    assert days(read(away)) == ["12.10.-12.10."]


def test_a_series_is_each_of_its_days_but_those_taken_out() -> None:
    reading = read(entry("a", *WEEKS, "EXDATE;VALUE=DATE:20260921"))
    assert days(reading) == ["14.09.-14.09.", "28.09.-28.09.", "05.10.-05.10."]


def test_a_day_taken_out_by_its_time_is_found_across_summer_time() -> None:
    zone = "TZID=Europe/Copenhagen"
    reading = read(
        entry(
            "a",
            f"DTSTART;{zone}:20261019T080000",
            f"DTEND;{zone}:20261019T160000",
            "RRULE:FREQ=WEEKLY;UNTIL=20261102T070000Z",
            "EXDATE:20261026T070000Z",
        )
    )
    assert days(reading) == ["19.10.-19.10.", "02.11.-02.11."]


def test_a_moved_time_of_a_series_stands_on_its_new_day_only() -> None:
    moved = entry("a", "RECURRENCE-ID;VALUE=DATE:20260921", "DTSTART;VALUE=DATE:20260923")
    reading = read(entry("a", *WEEKS), moved)
    assert days(reading)[:2] == ["14.09.-14.09.", "23.09.-23.09."]
    assert reading.entries[1].occurrence == "2026-09-21T00:00"


def test_a_time_called_off_falls_out_of_its_series() -> None:
    off = entry(
        "a",
        "RECURRENCE-ID;VALUE=DATE:20260921",
        "DTSTART;VALUE=DATE:20260921",
        "STATUS:CANCELLED",
    )
    assert len(read(entry("a", *WEEKS), off).entries) == 3


def test_of_two_editions_of_an_entry_the_later_one_holds() -> None:
    old = entry("a", "DTSTART;VALUE=DATE:20261001", "SEQUENCE:1")
    new = entry("a", "DTSTART;VALUE=DATE:20261002", "SEQUENCE:2")
    assert days(read(new, old)) == ["02.10.-02.10."]


def test_leap_days_and_weekdays_fall_where_they_do() -> None:
    leap = entry("a", "DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY;INTERVAL=4;UNTIL=20280229")
    monday = entry(
        "b", "DTSTART;VALUE=DATE:20261005", "RRULE:FREQ=MONTHLY;BYDAY=1MO;UNTIL=20261231"
    )
    told = [one.first for one in read(leap, monday).entries]
    assert told == [date(2026, 10, 5), date(2026, 11, 2), date(2026, 12, 7), date(2028, 2, 29)]


def test_days_that_have_passed_are_left_out() -> None:
    assert read(entry("a", "DTSTART;VALUE=DATE:20260908")).entries == ()


@pytest.mark.parametrize(
    ("reason", "lines"),
    [
        (Unfit.UNBOUNDED, ["DTSTART;VALUE=DATE:20260914", "RRULE:FREQ=DAILY"]),
        (Unfit.SUB_DAILY, ["DTSTART:20260914T080000", "RRULE:FREQ=SECONDLY;COUNT=5"]),
        (Unfit.SUB_DAILY, ["DTSTART:20260914T080000", "RRULE:FREQ=DAILY;COUNT=5;BYHOUR=8,9"]),
        (Unfit.TOO_FAR, ["DTSTART;VALUE=DATE:20260914", "RRULE:FREQ=WEEKLY;UNTIL=20400101"]),
        (Unfit.TOO_FAR, ["DTSTART;VALUE=DATE:20260914", "RRULE:FREQ=YEARLY;COUNT=9"]),
        (Unfit.TOO_FAR, ["DTSTART;VALUE=DATE:20290914"]),
        (Unfit.TOO_FAR, ["DTSTART;VALUE=DATE:20260914", "DTEND;VALUE=DATE:20960914"]),
        (Unfit.TOO_MANY, ["DTSTART;VALUE=DATE:20260914", "RRULE:FREQ=DAILY;COUNT=501"]),
        (Unfit.TOO_MANY, ["DTSTART;VALUE=DATE:20250101", "RRULE:FREQ=DAILY;UNTIL=20280101"]),
        (Unfit.TOO_MANY, ["DTSTART;VALUE=DATE:20260914", "RRULE:FREQ=DAILY;COUNT=999999999"]),
        (Unfit.TOO_FAR, ["DTSTART;VALUE=DATE:20260914", f"{series(2, 30)};COUNT=3"]),
        (Unfit.UNREADABLE, ["DTSTART;VALUE=DATE:20260914", "RRULE:FREQ=DAILY;INTERVAL=0;COUNT=2"]),
        (Unfit.UNREADABLE, ["DTSTART;VALUE=DATE:20260914", "RRULE:FREQ=ODDLY;COUNT=2"]),
        (Unfit.UNREADABLE, ["DTSTART;VALUE=DATE:20261332"]),
        (Unfit.UNREADABLE, ["DTSTART:20261332T250000"]),
        (Unfit.UNREADABLE, ["DTSTART;VALUE=DATE:00010101"]),
        (Unfit.UNREADABLE, ["DTSTART;VALUE=DATE:20260914", "DTEND;VALUE=DATE:20260901"]),
        (Unfit.UNREADABLE, ["SUMMARY:No day"]),
        (Unfit.UNKNOWN_ZONE, ["DTSTART;TZID=Mars/Phobos:20260914T080000"]),
        (Unfit.UNKNOWN_RULE, [*WEEKS, "RRULE:FREQ=DAILY;COUNT=2"]),
        (Unfit.UNKNOWN_RULE, [*WEEKS, "RDATE;VALUE=PERIOD:20261001T080000/PT9H"]),
        (Unfit.FREE, ["DTSTART;VALUE=DATE:20260914", "TRANSP:TRANSPARENT"]),
    ],
)
def test_what_cannot_be_taken_in_says_why(reason: Unfit, lines: list[str]) -> None:
    reading = read(entry("a", *lines), entry("b", "DTSTART;VALUE=DATE:20261012"))
    assert reasons(reading) == [reason]
    assert days(reading) == ["12.10.-12.10."]
    assert UNFIT_LABELS[reason].endswith(".")


def test_an_entry_without_an_identifier_and_one_of_our_own_are_not_taken_in() -> None:
    content = calendar(
        entry("", "DTSTART;VALUE=DATE:20261012"), entry("mine", "DTSTART;VALUE=DATE:20261012")
    )
    reading = read_calendar(content, TODAY, own={"mine"})
    assert reasons(reading) == [Unfit.NAMELESS, Unfit.OWN]


def test_nothing_of_what_people_wrote_is_in_what_was_read() -> None:
    marked = entry(
        "nancy@firma.example",
        "DTSTART;VALUE=DATE:20261012",
        "SUMMARY:Nancy Berggren",
        "LOCATION:Nancys hus",
        "ATTENDEE;CN=Nancy:mailto:nancy@firma.example",
    )
    assert "nancy" not in repr(read(marked)).lower()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", UNREAD),
        (b"hello", UNREAD),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), UNREAD),
        (b"BEGIN:VCALENDAR\r\n", UNREAD),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", UNREAD),
        (b"BEGIN:VCARD\r\nEND:VCARD\r\n", UNREAD),
        (calendar(entry("a", "SUMMARY:Bl\u00e5")).decode().encode("latin-1"), "Save it as UTF-8"),
        ("\ufeff".encode("utf-16-le") + calendar().decode().encode("utf-16-le"), "as UTF-8"),
        (calendar() + bytes(10 * 1024 * 1024), "larger than 10 MB"),
        (calendar(*[entry("a")] * 5_001), "more than 5,000 entries"),
        (calendar(*[entry("a", *WEEKS)] * 501), "more than 500 that repeat"),
    ],
)
def test_what_is_no_calendar_file_is_refused_in_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read_calendar(content, TODAY)


DAYS = st.dates(TODAY - timedelta(days=40), TODAY + timedelta(days=400))


@st.composite
def entries(draw: st.DrawFn, name: str) -> str:
    """One entry as another program might write it: whole days, hours, or a series with gaps."""
    first = draw(DAYS)
    lines = [f"DTSTART;VALUE=DATE:{first:%Y%m%d}"]
    if draw(st.booleans()):
        lines.append(f"DTEND;VALUE=DATE:{first + timedelta(days=draw(st.integers(1, 20))):%Y%m%d}")
    if draw(st.booleans()):
        rule = draw(st.sampled_from(["DAILY", "WEEKLY", "WEEKLY;BYDAY=MO,FR", "MONTHLY"]))
        lines.append(f"RRULE:FREQ={rule};COUNT={draw(st.integers(1, 9))}")
        out = draw(st.lists(st.integers(0, 40), max_size=3))
        lines += [f"EXDATE;VALUE=DATE:{first + timedelta(days=gap):%Y%m%d}" for gap in out]
    return entry(name, *lines)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A calendar file of up to four entries with the same few identifiers."""
    names = draw(st.lists(st.sampled_from("abcd"), unique=True, max_size=4))
    return calendar(*(draw(entries(name)) for name in names))


@settings(deadline=None)
@given(files())
def test_a_file_read_twice_changes_nothing_the_second_time(content: bytes) -> None:
    first = pile_up(read_calendar(content, TODAY), {}, TODAY)
    kept = keep(first, {})
    again = pile_up(read_calendar(content, TODAY), kept, TODAY)
    assert again.news() == 0
    assert {line.key: line.days for line in again.lines} == kept


@settings(deadline=None)
@given(files(), files())
def test_a_later_file_leaves_exactly_what_it_says_of_the_entries_it_names(
    earlier: bytes, later: bytes
) -> None:
    kept = keep(pile_up(read_calendar(earlier, TODAY), {}, TODAY), {})
    reading = read_calendar(later, TODAY)
    after = keep(pile_up(reading, kept, TODAY), kept)
    told = {(one.event, one.occurrence): (one.first, one.last) for one in reading.entries}
    assert {key: after[key] for key in after if key[0] in reading.events} == told
    assert {key for key in kept if key[0] not in reading.events} <= after.keys()


@settings(deadline=None)
@given(st.binary(max_size=300), st.integers(0, 300))
def test_garbage_within_a_file_is_read_or_refused_and_never_breaks(junk: bytes, at: int) -> None:
    good = calendar(entry("a", *WEEKS))
    for content in (good[:at] + junk + good[at:], good[:at] + good[at + 7 :]):
        with suppress(Refused):
            reading = read_calendar(content, TODAY)
            assert all(one.first <= one.last for one in reading.entries)
