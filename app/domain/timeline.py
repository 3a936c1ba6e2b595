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
class TimelineQuery:
    """Which part of it is asked for: these groups (all, if none is named), only what is not in the
    case system yet, and which page, from 0."""

    groups: tuple[EventGroup, ...] = ()
    uncopied: bool = False
    page: int = 0

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
    """One page of it. `count` is how many entries were asked for, `counts` how many there are in
    each group, `uncopied` how many of all are not in the case system yet."""

    entries: tuple[TimelineEntry, ...]
    page: int
    count: int
    counts: Mapping[EventGroup, int]
    uncopied: int

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, -(-self.count // PAGE_SIZE))

    @property
    def first(self) -> int:
        """The number of the first entry on this page, from 1."""
        return self.page * PAGE_SIZE + 1
