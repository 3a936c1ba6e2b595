"""How the access report says what stands in the file: codes, days, hours, yes and no in words, and
what is left out of a text that names somebody else."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeVar

from app.domain.access_report import Value
from app.domain.agenda import POINT_LABELS
from app.domain.audience import TOLD_LABELS
from app.domain.complexity import LEVEL_LABELS, SIGN_LABELS
from app.domain.consent import (
    DIRECTION_SENTENCES,
    FORM_LABELS,
    INFORMATION_LABELS,
    REACH_LABELS,
    ConsentKind,
    ConsentStatus,
)
from app.domain.consent_fall import FALL_LABELS, ROUTE_LABELS, StopKind
from app.domain.contact import (
    CHANNEL_LABELS,
    CONTACT_LABELS,
    Way,
)
from app.domain.draft import DRAFT_LABELS
from app.domain.flag_choice import EMPLOYMENT_LABELS
from app.domain.followup import ORIGIN_LABELS, OUTCOME_LABELS
from app.domain.guard import About, Rule, find_traces
from app.domain.language import N_, _
from app.domain.measure import IN_PLACE_LABELS
from app.domain.party import PARTY_LABELS
from app.domain.purpose import PURPOSE_LABELS
from app.domain.restriction import ASKER_LABELS
from app.domain.roundtable import ROUNDTABLE_LABELS, Seat
from app.domain.scheme import SCHEME_LABELS
from app.domain.transfer import TransferKind
from app.domain.words import clock_time, long_day, number

Code = TypeVar("Code", bound=StrEnum)

_ID = re.compile(r"[0-9a-f]{32}")
_WORD = re.compile(r"[^\W\d_]+")
_ROUNDTABLE, _MEASURE = N_("A roundtable"), N_("A measure")


def _coded(labels: Mapping[Code, str]) -> dict[tuple[type[StrEnum], str], str]:
    """Return the labels by list and code: two lists may have the same code."""
    return {(type(code), code.value): label for code, label in labels.items()}


LABELS: dict[tuple[type[StrEnum], str], str] = {
    **_coded(ASKER_LABELS),
    **_coded(TOLD_LABELS),
    **_coded(CHANNEL_LABELS),
    **_coded(FORM_LABELS),
    **_coded(
        {
            ConsentKind.RELAYED: N_("Your doctor, who passed it on"),
            ConsentKind.CONFIRMED: N_("The consultant"),
        }
    ),
    **_coded(
        {
            ConsentStatus.LIVE: N_("Holds"),
            ConsentStatus.REFUSED: N_("You said no"),
            ConsentStatus.WITHDRAWN: N_("Withdrawn"),
            ConsentStatus.EXPIRED: N_("Run out"),
            ConsentStatus.INVALID: N_("Recorded by mistake"),
            ConsentStatus.FULFILLED: N_("The purpose is reached"),
        }
    ),
    **_coded(CONTACT_LABELS),
    **_coded(DIRECTION_SENTENCES),
    **_coded(DRAFT_LABELS),
    **_coded(EMPLOYMENT_LABELS),
    **_coded(FALL_LABELS),
    **_coded(IN_PLACE_LABELS),
    **_coded(INFORMATION_LABELS),
    **_coded(LEVEL_LABELS),
    **_coded(ORIGIN_LABELS),
    **_coded(OUTCOME_LABELS),
    **_coded(PARTY_LABELS),
    **_coded(POINT_LABELS),
    **_coded(PURPOSE_LABELS),
    **_coded(REACH_LABELS),
    **_coded(ROUNDTABLE_LABELS),
    **_coded(ROUTE_LABELS),
    **_coded(
        {
            Seat.CITIZEN: N_("You"),
            Seat.CONSULTANT: N_("The consultant"),
            Seat.PARTY: N_("A party"),
        }
    ),
    **_coded(SCHEME_LABELS),
    **_coded(SIGN_LABELS),
    **_coded(
        {
            StopKind.ROUNDTABLE: _ROUNDTABLE,
            StopKind.SEAT: N_("A seat at a roundtable"),
            StopKind.TASK: N_("A task"),
        }
    ),
    **_coded(
        {
            TransferKind.CONTACT: N_("A contact"),
            TransferKind.CONSENT: N_("A consent"),
            TransferKind.CONSENT_END: N_("The end of a consent"),
            TransferKind.ROUNDTABLE: _ROUNDTABLE,
            TransferKind.MEASURE: _MEASURE,
            TransferKind.DISCLOSURE: N_("What was handed over"),
        }
    ),
    **_coded(
        {
            Way.OUT: N_("The consultant did"),
            Way.IN: N_("The other side did"),
        }
    ),
}


def value_words(value: object) -> str:
    """Return what a column holds, as it is read."""
    if isinstance(value, StrEnum):
        return _(LABELS[type(value), value.value])
    if isinstance(value, datetime):
        return f"{long_day(value.date())}, {clock_time(value)}"
    if isinstance(value, date):
        return long_day(value)
    if isinstance(value, time):
        return clock_time(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return number(value) if isinstance(value, int | float) else str(value)


def value_data(value: object) -> Value:
    """Return what a column holds, as data; days and times as the Danish clock says them."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, StrEnum):
        return value.value
    return value if isinstance(value, bool | int | float) else str(value)


def written_in(fields: str) -> str:
    """Return what is written in the fields of an unfinished text, but for ids."""
    return " · ".join(_texts(json.loads(fields)))


def without_others(text: str, others: Collection[str], own: Collection[str]) -> str:
    """Return `text` with a word in place of everybody it names who is one of the `others`, or
    somebody's relative; names that stand in `own` stay. Nor is there a flag's code in it."""
    spared = {part for name in own for part in _parts(name)}
    hidden = {part for name in others for part in _parts(name)} - spared
    traces = find_traces(text, set(others)) if text.strip() else ()
    somebody = _("somebody else")
    for trace in sorted(traces, key=lambda found: found.start, reverse=True):
        named = _parts(text[trace.start : trace.end])
        is_other = any(part in hidden or part.removesuffix("s") in hidden for part in named)
        if is_other or (trace.rule is Rule.KINSHIP and not named & spared):
            text = f"{text[: trace.start]}[{somebody}]{text[trace.end :]}"
    return _without_refused(text)


def _without_refused(text: str) -> str:
    """Return `text` without what may stand on no paper for anybody: it may have been typed before
    there was a rule, or not have been saved yet."""
    left_out = _("left out")
    for trace in reversed(find_traces(text, about=About.CONTACT) if text.strip() else ()):
        text = f"{text[: trace.start]}[{left_out}]{text[trace.end :]}"
    return text


def _parts(name: str) -> set[str]:
    return {part.casefold() for part in _WORD.findall(name)}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, str) and value.strip() and not _ID.fullmatch(value):
        yield value.strip()
