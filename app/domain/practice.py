"""A practice: where doctors work, and how it likes to be visited."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import NewType
from uuid import UUID

from app.domain.guard import About
from app.domain.language import N_, _
from app.domain.settling import Settling
from app.domain.typed import (
    NAME_LIMIT,
    read_line,
    read_note,
    read_optional_day,
    read_required,
    read_time,
    read_whole,
)

PracticeId = NewType("PracticeId", UUID)
DoctorId = NewType("DoctorId", UUID)
ClosedId = NewType("ClosedId", UUID)

FACTS_LIMIT = 2_000
_TELLING = 3  # letters from which a part of a name tells whose it is
WEEKDAYS = ("0", "1", "2", "3", "4")
WEEKDAY_LABELS: dict[str, str] = {
    "0": N_("Monday"),
    "1": N_("Tuesday"),
    "2": N_("Wednesday"),
    "3": N_("Thursday"),
    "4": N_("Friday"),
}


class VisitFormat(StrEnum):
    """How the doctors want the half hour."""

    ALL_PRESENT = "all_present"
    DROP_IN = "drop_in"
    MIXED = "mixed"


FORMAT_LABELS: dict[VisitFormat, str] = {
    VisitFormat.ALL_PRESENT: N_("All together"),
    VisitFormat.DROP_IN: N_("Drop-in"),
    VisitFormat.MIXED: N_("Mixed"),
}


class DoctorRole(StrEnum):
    """What a doctor is at the practice."""

    OWNER = "owner"
    EMPLOYED = "employed"
    TRAINEE = "trainee"


ROLE_LABELS: dict[DoctorRole, str] = {
    DoctorRole.OWNER: N_("Owner"),
    DoctorRole.EMPLOYED: N_("Employed doctor"),
    DoctorRole.TRAINEE: N_("Trainee"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeDraft:
    """A practice as typed."""

    name: str = ""
    address: str = ""
    phone: str = ""
    place: str = ""
    format: str = VisitFormat.ALL_PRESENT.value
    rhythm_weeks: str = "6"
    tolerated_from: str = "5"
    tolerated_to: str = "8"
    minutes: str = "30"
    weekdays: tuple[str, ...] = ()
    at: str = "12.00"
    quick_facts: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeFacts:
    """A practice that passed every rule. Weekdays are 0 (Monday) to 4, wished for."""

    name: str
    address: str
    phone: str
    place: str
    format: VisitFormat
    rhythm_weeks: int
    tolerated_from: int
    tolerated_to: int
    minutes: int
    weekdays: tuple[int, ...]
    at: time
    quick_facts: str

    @property
    def by_right(self) -> tuple[str, ...]:
        """What the practice is called, and where it is found."""
        return (self.name, self.address, self.phone)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorDraft:
    """A doctor as typed."""

    name: str = ""
    role: str = DoctorRole.OWNER.value
    introduced_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorFacts:
    """A doctor; `introduced_on` is the day the scheme was explained, if it was."""

    name: str
    role: DoctorRole
    introduced_on: date | None

    @property
    def by_right(self) -> tuple[str, ...]:
        """The name: a doctor is no patient."""
        return (self.name,)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDraft:
    """Days a practice is closed, as typed."""

    first: str = ""
    last: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedFacts:
    """Days a practice is closed, both ends included."""

    first: date
    last: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorRow:
    """One doctor in the list of a practice."""

    id: DoctorId
    facts: DoctorFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedRow:
    """One closed period in the list of a practice."""

    id: ClosedId
    facts: ClosedFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeRow:
    """One line of the register."""

    id: PracticeId
    name: str
    format: VisitFormat
    rhythm_weeks: int
    doctors: int
    trainees: int
    last_held_on: date | None
    next_on: date | None
    archived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeSheet:
    """Everything the page of one practice shows."""

    id: PracticeId
    facts: PracticeFacts
    doctors: tuple[DoctorRow, ...]
    closed: tuple[ClosedRow, ...]
    last_held_on: date | None
    next_on: date | None
    open_flags: int
    visits: int
    archived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeInPlan:
    """What the plan shows of a practice."""

    id: PracticeId
    facts: PracticeFacts
    closed: tuple[ClosedFacts, ...]
    last_held_on: date | None


def called(name: str) -> tuple[str, ...]:
    """Return how people write a name: whole, or a part of it that tells."""
    return (name, *(part for part in name.split() if len(part) >= _TELLING))


def settle_practice(
    draft: PracticeDraft, known_names: Collection[str] = (), staff: Collection[str] = ()
) -> PracticeFacts:
    """Return the practice as facts, or raise `Rejected`; its `staff` may be named in it."""
    form = Settling()
    low = form.read("tolerated_from", lambda: read_whole(draft.tolerated_from, 1, 52), 1)
    high = form.read("tolerated_to", lambda: read_whole(draft.tolerated_to, 1, 52), 52)
    rhythm = form.read("rhythm_weeks", lambda: read_whole(draft.rhythm_weeks, 1, 52), low)
    if low > rhythm:
        form.refuse("tolerated_from", _("Write at most the number of weeks in the rhythm."))
    if high < rhythm:
        form.refuse("tolerated_to", _("Write at least the number of weeks in the rhythm."))
    facts = PracticeFacts(
        name=form.read("name", lambda: read_required(draft.name, NAME_LIMIT), ""),
        address=form.read("address", lambda: read_line(draft.address), ""),
        phone=form.read("phone", lambda: read_line(draft.phone, 20), ""),
        place=form.read("place", lambda: read_line(draft.place, NAME_LIMIT), ""),
        format=form.choose("format", draft.format, VisitFormat, VisitFormat.MIXED),
        rhythm_weeks=rhythm,
        tolerated_from=low,
        tolerated_to=high,
        minutes=form.read("minutes", lambda: read_whole(draft.minutes, 10, 120), 30),
        weekdays=tuple(int(day) for day in draft.weekdays if day in WEEKDAYS),
        at=form.read("at", lambda: read_time(draft.at), time(12)),
        quick_facts=form.read("quick_facts", lambda: read_note(draft.quick_facts, FACTS_LIMIT), ""),
    )
    for field, text in (
        ("name", draft.name),
        ("address", draft.address),
        ("phone", draft.phone),
    ):
        form.guard(field, text, about=About.CONTACT)
    allowed = (*facts.by_right, *staff)
    for field, text in (("place", draft.place), ("quick_facts", draft.quick_facts)):
        form.guard(field, text, known_names, allowed=allowed)
    form.finish()
    return facts


def settle_doctor(draft: DoctorDraft, today: date) -> DoctorFacts:
    """Return the doctor as facts, or raise `Rejected`."""
    form = Settling()
    facts = DoctorFacts(
        name=form.read("name", lambda: read_required(draft.name, NAME_LIMIT), ""),
        role=form.choose("role", draft.role, DoctorRole, DoctorRole.OWNER),
        introduced_on=form.read(
            "introduced_on",
            lambda: read_optional_day(draft.introduced_on, today),
            None,
        ),
    )
    form.guard("name", draft.name, about=About.CONTACT)
    form.finish()
    return facts


def settle_closed(
    draft: ClosedDraft, today: date, known_names: Collection[str] = ()
) -> ClosedFacts:
    """Return the closed days as facts, or raise `Rejected`. An empty last day means one day."""
    form = Settling()
    first, last = form.span(draft.first, draft.last, today)
    reason = form.read("reason", lambda: read_line(draft.reason, NAME_LIMIT), "")
    form.guard("reason", draft.reason, known_names)
    form.finish()
    return ClosedFacts(first=first, last=last, reason=reason)
