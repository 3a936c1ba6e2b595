"""The calendar file (RFC 5545): visits as other calendars read them.

METHOD:PUBLISH brings entries in, METHOD:CANCEL takes them out (RFC 5546 § 3.2); a file has one
method only. Summer time is the rule of Directive 2000/84/EC, as two rules that go on for ever: the
list of days a library would write instead ends in 2038, and some programs read no such list.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.domain.calendar_file import CalendarEntry, CalendarKind, CalendarSheet, entry_title

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone

PRODUCER = "-//Fasthold//Fasthold//EN"
ZONE = ZoneInfo("Europe/Copenhagen")
_METHODS = dict.fromkeys(CalendarKind, "PUBLISH") | {CalendarKind.CANCELLED: "CANCEL"}
_STATES = dict.fromkeys(CalendarKind, "CONFIRMED") | {CalendarKind.CANCELLED: "CANCELLED"}
_NO_TEXT = frozenset({"BEGIN", "END", "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "RRULE"})
_NO_TEXT |= {"TZOFFSETFROM", "TZOFFSETTO", "TZID", "TZNAME"}
_NO_TEXT |= {"VERSION", "PRODID", "METHOD", "STATUS"}  # words of the format, not of a person
_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class RenderedCalendar:
    """A finished calendar file, and every text in it that a person would read: titles, places."""

    content: bytes
    texts: tuple[str, ...]


def render(sheet: CalendarSheet) -> RenderedCalendar:
    """Write `sheet` in the language in force."""
    from icalendar import Calendar  # takes a while, and is seldom asked for

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCER)
    calendar.add("method", _METHODS[sheet.kind])
    calendar.add_component(_zone())
    for entry in sheet.entries:
        calendar.add_component(_event(entry, sheet))
    return RenderedCalendar(calendar.to_ical(), _texts(calendar))


def _event(entry: CalendarEntry, sheet: CalendarSheet) -> Event:
    from icalendar import Event

    start = entry.start.replace(tzinfo=ZONE)
    event = Event()
    event.add("uid", str(entry.uid))
    event.add("sequence", entry.sequence)
    event.add("dtstamp", sheet.made_at)
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=entry.minutes))
    event.add("summary", entry_title(sheet.kind))
    event.add("status", _STATES[sheet.kind])
    return event


def _zone() -> Timezone:
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone, summer, winter = Timezone(), TimezoneDaylight(), TimezoneStandard()
    zone.add("tzid", ZONE.key)
    for part, name, month, hour, before, after in (
        (summer, "CEST", 3, 2, _WINTER, _SUMMER),
        (winter, "CET", 10, 3, _SUMMER, _WINTER),
    ):
        last_sunday = datetime(1996, month, 31 if month == 3 else 27, hour)  # noqa: DTZ001 -- RFC 5545 § 3.6.5: local time
        part.add("dtstart", last_sunday)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone


def _texts(calendar: Calendar) -> tuple[str, ...]:
    """Return what can be read in the file: all but times, codes, identifiers and fixed words."""
    return tuple(str(value) for name, value in calendar.property_items() if name not in _NO_TEXT)
