"""A foreign calendar file, read for one thing only: on which days its owner is away.

Titles, places, people and descriptions are never looked at, and no shape here could hold them. The
identifier of an entry can hold an address, so only its hash is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from app.domain.calendar_series import (
    AHEAD,
    NotTaken,
    Span,
    Unfit,
    key_of,
    moment_of,
    refuse_unreadable,
    span_of,
    times_of,
)
from app.domain.language import _
from app.domain.problem import Refused

MOST_BYTES = 10 * 1024 * 1024
MOST_ENTRIES, MOST_SERIES = 5_000, 500
_BEGIN, _END = "BEGIN:VCALENDAR", "END:VCALENDAR"
_MARK = "\ufeff"
# A day counts as away when these hours of it are taken: it is then that practices are visited.
_FROM, _TO = time(9), time(15)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayEntry:
    """Whole days taken by one time of one entry, both ends included. `event` and `occurrence`
    find it again in the next file."""

    event: str
    occurrence: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTakenEntry:
    """An entry that cannot be taken in, and why; `day` is its first day, if that can be read."""

    reason: Unfit
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarReading:
    """What a file says from today on; `events` are the entries whose every time is known."""

    entries: tuple[AwayEntry, ...]
    not_taken: tuple[NotTakenEntry, ...]
    events: frozenset[str]


def read_calendar(
    content: bytes, today: date, own: Collection[str] = (), *, even_free: bool = False
) -> CalendarReading:
    """Read `content`; raise `Refused` if it is no calendar file. `own` are the identifiers of
    entries that came from here; with `even_free` those shown as free count too."""
    groups = _grouped(content, even_free=even_free)
    entries: list[AwayEntry] = []
    not_taken: list[NotTakenEntry] = []
    events = set()
    for uid, parts in groups.items():
        name = hashlib.sha256(uid.encode()).hexdigest()[:32]
        try:
            if not uid or uid in own:
                raise NotTaken(Unfit.OWN if uid else Unfit.NAMELESS)
            times = _times(parts, today)
        except NotTaken as refusal:
            not_taken.append(NotTakenEntry(reason=refusal.reason, day=_day(parts)))
            continue
        events.add(name)
        found, refused = _away(name, times, today)
        entries += found
        reason = Unfit.FREE if all(_is_free(part) for part in parts) else refused
        if reason is not None:
            not_taken.append(NotTakenEntry(reason=reason, day=_day(parts)))
    entries.sort(key=lambda entry: (entry.first, entry.last, entry.event, entry.occurrence))
    return CalendarReading(
        entries=tuple(entries), not_taken=tuple(not_taken), events=frozenset(events)
    )


def _grouped(content: bytes, *, even_free: bool) -> dict[str, list[Any]]:
    """Return the entries of the file under their identifiers, each with its moved times."""
    groups: dict[str, list[Any]] = {}
    for calendar in _parsed(_text(content)):
        called_off = str(calendar.get("METHOD", "")).upper() == "CANCEL"
        for event in calendar.walk("VEVENT"):
            if called_off:
                event["STATUS"] = "CANCELLED"
            if even_free:
                event.pop("TRANSP", None)
            groups.setdefault(str(event.get("UID", "")), []).append(event)
    return groups


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise Refused(_("The file is larger than 10 MB. Save a shorter period of your calendar."))
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _unknown_letters()
    if not content.removeprefix(_MARK.encode()).lstrip()[: len(_BEGIN)].upper() == _BEGIN.encode():
        raise _no_calendar()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unknown_letters() from error
    if not text.rstrip().upper().endswith(_END):
        raise _no_calendar()
    told = text.upper()
    if told.count("BEGIN:VEVENT") > MOST_ENTRIES or told.count("\nRRULE") > MOST_SERIES:
        raise Refused(
            _(
                "The file has more than 5,000 entries, or more than 500 that repeat. Save a shorter"
                " period of your calendar."
            )
        )
    return text


def _parsed(text: str) -> list[Any]:
    from icalendar import Calendar  # takes a while, and is seldom asked for

    try:
        found: list[Any] = list(Calendar.from_ical(text, multiple=True))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError) as error:
        raise _no_calendar() from error
    if not found or any(part.name != "VCALENDAR" for part in found):
        raise _no_calendar()
    return found


def _no_calendar() -> Refused:
    return Refused(_("This is not a calendar file that can be read. Choose an .ics file."))


def _unknown_letters() -> Refused:
    return Refused(_("The file is written in letters Fasthold does not know. Save it as UTF-8."))


def _times(parts: list[Any], today: date) -> dict[str, Span]:
    """Return each time the entry takes place: its series, and in it the times that were moved."""
    for part in parts:
        refuse_unreadable(part)
    times: dict[str, Span] = {}
    for part in sorted(parts, key=_age):
        if "RECURRENCE-ID" not in part:
            times = times_of(part, today) if _is_live(part) else {}
    for part in sorted(parts, key=_age):
        if "RECURRENCE-ID" in part:
            _move(times, part)
    return times


def _move(times: dict[str, Span], part: Any) -> None:
    if "RANGE" in part["RECURRENCE-ID"].params:
        raise NotTaken(Unfit.UNKNOWN_RULE)
    key = key_of(moment_of(part["RECURRENCE-ID"]))
    times.pop(key, None)
    if _is_live(part):
        times[key] = span_of(part)


def _age(part: Any) -> int:
    sequence = part.get("SEQUENCE", 0)
    return sequence if isinstance(sequence, int) else 0


def _is_live(part: Any) -> bool:
    return str(part.get("STATUS", "")).upper() != "CANCELLED" and not _is_free(part)


def _is_free(part: Any) -> bool:
    return str(part.get("TRANSP", "")).upper() == "TRANSPARENT"


def _away(name: str, times: dict[str, Span], today: date) -> tuple[list[AwayEntry], Unfit | None]:
    """Return the whole days from today on, and why some time of the entry gave none."""
    found: list[AwayEntry] = []
    refused: Unfit | None = None
    for key, span in times.items():
        first, last = _whole_days(span)
        if span.end.date() < today or first <= last < today:
            continue
        if last < first:
            refused = Unfit.PART_OF_DAY
        elif first > today + AHEAD:
            refused = Unfit.TOO_FAR
        else:
            found.append(AwayEntry(event=name, occurrence=key, first=first, last=last))
    return found, refused


def _whole_days(span: Span) -> tuple[date, date]:
    """Return the first and last day that is taken; the last lies before the first if none is."""
    day = timedelta(days=1)
    first, last = span.start.date(), span.end.date()
    if span.start.time() > _FROM:
        first += day
    if span.end.time() < _TO:
        last -= day
    return first, last


def _day(parts: list[Any]) -> date | None:
    return next(_days(parts), None)


def _days(parts: list[Any]) -> Iterator[date]:
    for part in parts:
        try:
            refuse_unreadable(part)
            yield moment_of(part["DTSTART"]).date()
        except NotTaken:
            continue
