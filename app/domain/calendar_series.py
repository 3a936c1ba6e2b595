"""When an entry of a foreign calendar takes place, one time after the other, on the Danish clock.

Rules of repetition come from strangers: one without an end, one that repeats within a day and one
with very many times are refused before anything is counted out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.language import N_

DENMARK = ZoneInfo("Europe/Copenhagen")
AHEAD = timedelta(days=2 * 366)
MOST_TIMES = 500
LONGEST = timedelta(days=366)
_YEARS = range(2000, 2101)
_CYCLES = 19 * 400  # years after which days, weeks and leap years fall as they do now
_SUB_DAILY = {"SECONDLY", "MINUTELY", "HOURLY"}
_TIMES_OF_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
_NEEDED = {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", None}


class Unfit(StrEnum):
    """Why an entry of a foreign calendar cannot be taken in."""

    NAMELESS = "nameless"
    UNREADABLE = "unreadable"
    UNKNOWN_ZONE = "unknown_zone"
    UNBOUNDED = "unbounded"
    SUB_DAILY = "sub_daily"
    TOO_FAR = "too_far"
    TOO_MANY = "too_many"
    UNKNOWN_RULE = "unknown_rule"
    PART_OF_DAY = "part_of_day"
    FREE = "free"
    OWN = "own"


UNFIT_LABELS: dict[Unfit, str] = {
    Unfit.NAMELESS: N_("It has no identifier, so it could not be found again next time."),
    Unfit.UNREADABLE: N_("Its day, time or rule cannot be read."),
    Unfit.UNKNOWN_ZONE: N_("Its time zone is unknown. Save it in Danish time."),
    Unfit.UNBOUNDED: N_("It repeats for ever. Give it an end in your calendar."),
    Unfit.SUB_DAILY: N_("It repeats several times a day. Only whole days are taken in."),
    Unfit.TOO_FAR: N_("It is longer than a year, or lies more than two years ahead."),
    Unfit.TOO_MANY: N_("It repeats more than 500 times."),
    Unfit.UNKNOWN_RULE: N_("It repeats in a way that Fasthold does not know."),
    Unfit.PART_OF_DAY: N_("It takes only part of a day. Only whole days are taken in."),
    Unfit.FREE: N_("It is shown as free in your calendar."),
    Unfit.OWN: N_("It is a visit that came from Fasthold."),
}


class NotTaken(Exception):  # never shown as it is: its reason stands in a pile
    """An entry cannot be taken in, for a reason."""

    def __init__(self, reason: Unfit) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Span:
    """From when until when, on the Danish clock; whole days from midnight to midnight."""

    start: datetime
    end: datetime


def refuse_unreadable(event: Any) -> None:
    """Raise `NotTaken` if anything about the times of `event` was not understood."""
    if "DTSTART" not in event or any(name in _NEEDED for name, _why in event.errors):
        raise NotTaken(Unfit.UNREADABLE)


def span_of(event: Any) -> Span:
    """Return when `event` takes place, its repetitions left out."""
    start, end = _value(event["DTSTART"]), _end(event)
    if type(start) is not type(end) or end < start:
        raise NotTaken(Unfit.UNREADABLE)
    span = Span(_danish(start), _danish(end))
    if span.end - span.start > LONGEST:
        raise NotTaken(Unfit.TOO_FAR)
    return span


def moment_of(prop: Any) -> datetime:
    """Return the moment `prop` names, on the Danish clock."""
    return _danish(_value(prop))


def times_of(event: Any, today: date) -> dict[str, Span]:
    """Return each time `event` takes place by the key of that time; one alone has an empty key."""
    span = span_of(event)
    if "RRULE" not in event and "RDATE" not in event:
        return {"": span}
    gone, days_gone = _left_out(event)
    starts = {span.start, *_ruled(event, today), *_listed(event, "RDATE")}
    starts = {at for at in starts - gone if at.date() not in days_gone}
    if len(starts) > MOST_TIMES:
        raise NotTaken(Unfit.TOO_MANY)
    length = span.end - span.start
    return {key_of(start): Span(start, start + length) for start in sorted(starts)}


def key_of(start: datetime) -> str:
    """Return what one time of a series is known by: when it was first meant to start."""
    return start.isoformat(timespec="minutes")


def _value(prop: Any) -> date | datetime:
    value = prop.dt
    if not isinstance(value, date) or value.year not in _YEARS:
        raise NotTaken(Unfit.UNREADABLE)
    if "TZID" in prop.params and isinstance(value, datetime) and value.tzinfo is None:
        raise NotTaken(Unfit.UNKNOWN_ZONE)
    return value


def _end(event: Any) -> date | datetime:
    start = _value(event["DTSTART"])
    if "DTEND" in event:
        return _value(event["DTEND"])
    if "DURATION" in event:
        return start + _duration(event["DURATION"].dt)
    return start if isinstance(start, datetime) else start + timedelta(days=1)


def _duration(length: Any) -> timedelta:
    if not isinstance(length, timedelta) or not timedelta() <= length:
        raise NotTaken(Unfit.UNREADABLE)
    if length > LONGEST:
        raise NotTaken(Unfit.TOO_FAR)
    return length


def _danish(value: date | datetime) -> datetime:
    if not isinstance(value, datetime):
        return datetime.combine(value, time())
    if value.tzinfo is None:
        return value  # RFC 5545 § 3.3.5: a time without a zone is the reader's own
    return value.astimezone(DENMARK).replace(tzinfo=None)


def _ruled(event: Any, today: date) -> Iterator[datetime]:
    """Yield the starts of the rule, counted out on the clock of its own zone."""
    if "RRULE" not in event:
        return
    rule = event["RRULE"]
    if isinstance(rule, list):
        raise NotTaken(Unfit.UNKNOWN_RULE)
    _refuse_rule(rule)
    first = event["DTSTART"].dt
    zone = first.tzinfo if isinstance(first, datetime) else None
    horizon = datetime.combine(today + AHEAD, time())
    count = int(rule["COUNT"][0]) if "COUNT" in rule else None
    until = _until(rule, zone) if "UNTIL" in rule else horizon
    if until > horizon:
        raise NotTaken(Unfit.TOO_FAR)
    found = list(islice(_counted_out(rule, first, until), count or MOST_TIMES + 1))
    if len(found) > MOST_TIMES:
        raise NotTaken(Unfit.TOO_MANY)
    if count is not None and len(found) < count:
        raise NotTaken(Unfit.TOO_FAR)  # it goes on behind the horizon, or never comes to its count
    yield from (_danish(start.replace(tzinfo=zone)) for start in found)


def _refuse_rule(rule: Any) -> None:
    frequency = str(rule.get("FREQ", [""])[0]).upper()
    if frequency in _SUB_DAILY or any(len(rule.get(part, ())) > 1 for part in _TIMES_OF_DAY):
        raise NotTaken(Unfit.SUB_DAILY)
    if "COUNT" not in rule and "UNTIL" not in rule:
        raise NotTaken(Unfit.UNBOUNDED)
    if "COUNT" in rule and not 0 < int(rule["COUNT"][0]) <= MOST_TIMES:
        raise NotTaken(Unfit.TOO_MANY)
    if "INTERVAL" in rule and int(rule["INTERVAL"][0]) < 1:
        raise NotTaken(Unfit.UNREADABLE)


def _until(rule: Any, zone: Any) -> datetime:
    until = rule["UNTIL"][0]
    if not isinstance(until, datetime):
        return datetime.combine(until, time.max)
    if until.tzinfo is not None:
        until = until.astimezone(zone or DENMARK).replace(tzinfo=None)
    return until


def _counted_out(rule: Any, first: date | datetime, until: datetime) -> Iterator[datetime]:
    from dateutil.rrule import rrulestr  # takes a while, and is seldom asked for

    start = first if isinstance(first, datetime) else datetime.combine(first, time())
    kept = {name: value for name, value in rule.items() if name not in {"COUNT", "UNTIL"}}
    written = type(rule)(kept).to_ical().decode()
    end = _later(until.replace(microsecond=0))
    try:
        found = rrulestr(f"{written};UNTIL={end:%Y%m%dT%H%M%S}", dtstart=_later(start))
        yield from (at.replace(year=at.year - _CYCLES) for at in found)
    except (ValueError, TypeError, OverflowError) as error:
        raise NotTaken(Unfit.UNREADABLE) from error


def _later(at: datetime) -> datetime:
    """Return the same day so much later. A rule that matches no day is tried up to the year 9999,
    whatever its end: from here that is a tenth of a second, from today it would be seconds."""
    return at.replace(year=at.year + _CYCLES, tzinfo=None)


def _listed(event: Any, name: str) -> Iterator[datetime]:
    for value in _dates(event, name):
        yield _danish(value)


def _left_out(event: Any) -> tuple[set[datetime], set[date]]:
    """Return the moments and the whole days taken out of the series."""
    values = list(_dates(event, "EXDATE"))
    moments = {_danish(value) for value in values if isinstance(value, datetime)}
    return moments, {value for value in values if not isinstance(value, datetime)}


def _dates(event: Any, name: str) -> Iterator[date | datetime]:
    lists = event.get(name, [])
    for one in lists if isinstance(lists, list) else [lists]:
        for entry in one.dts:
            if not isinstance(entry.dt, date):  # a period: a start and an end of its own
                raise NotTaken(Unfit.UNKNOWN_RULE)
            yield _value(entry)
