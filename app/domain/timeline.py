"""The timeline of a follow-up: everything that happened, newest first, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from app.domain.language import N_
from app.domain.transfer import TransferKind

PAGE_SIZE = 25


class EventKind(StrEnum):
    """What kind of thing happened."""

    CONTACT = "contact"
    TASK = "task"
    CONSENT = "consent"
    CONSENT_END = "consent_end"
    DISCLOSURE = "disclosure"
    ROUNDTABLE = "roundtable"
    MEASURE = "measure"

    @property
    def copied_as(self) -> TransferKind | None:
        """What it is called among the entries copied to the case system; a task is none."""
        return None if self is EventKind.TASK else TransferKind(self.value)


class EventGroup(StrEnum):
    """What the timeline can be narrowed to."""

    CONTACTS = "contacts"
    TASKS = "tasks"
    CONSENTS = "consents"
    PAPERS = "papers"
    ROUNDTABLES = "roundtables"
    MEASURES = "measures"


GROUP_LABELS: dict[EventGroup, str] = {
    EventGroup.CONTACTS: N_("Contacts"),
    EventGroup.TASKS: N_("Tasks done"),
    EventGroup.CONSENTS: N_("Consents"),
    EventGroup.PAPERS: N_("Papers handed over"),
    EventGroup.ROUNDTABLES: N_("Roundtables"),
    EventGroup.MEASURES: N_("Measures"),
}
GROUPS: dict[EventGroup, tuple[EventKind, ...]] = {
    EventGroup.CONTACTS: (EventKind.CONTACT,),
    EventGroup.TASKS: (EventKind.TASK,),
    EventGroup.CONSENTS: (EventKind.CONSENT, EventKind.CONSENT_END),
    EventGroup.PAPERS: (EventKind.DISCLOSURE,),
    EventGroup.ROUNDTABLES: (EventKind.ROUNDTABLE,),
    EventGroup.MEASURES: (EventKind.MEASURE,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineMark:
    """How far it was read: down to this day, of which so many entries were read already."""

    day: date
    passed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineQuery:
    """Which part of it is asked for: these groups (all, if none is named), only what is not in the
    case system yet, at most so many of them, and those after a mark."""

    groups: tuple[EventGroup, ...] = ()
    uncopied: bool = False
    after: TimelineMark | None = None
    most: int = PAGE_SIZE

    @property
    def kinds(self) -> tuple[EventKind, ...]:
        """The kinds of things asked for."""
        groups = self.groups or tuple(EventGroup)
        return tuple(kind for group in groups for kind in GROUPS[group])


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One thing that happened. `about` is what can be opened, `copied_on` the day it was copied to
    the case system."""

    kind: EventKind
    key: str
    day: date
    at: time | None
    title: str
    detail: str
    about: UUID | None
    copied_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """One page of it, and where the next one begins, if there is one. `count` is how many entries
    fit what was asked for, `counts` how many there are in each group, `uncopied` how many of all
    are not in the case system yet."""

    entries: tuple[TimelineEntry, ...]
    rest: TimelineMark | None
    count: int
    counts: Mapping[EventGroup, int]
    uncopied: int
