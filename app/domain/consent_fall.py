"""How a consent falls, what stops with it, and who is told. Withdrawn, invalid, expired and
fulfilled are four different things, and a no that was said from the beginning is a fifth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType
from uuid import UUID

from app.domain.clean import clean_line
from app.domain.consent import ConsentStatus, PartyId
from app.domain.language import N_, _
from app.domain.settling import Settling
from app.domain.typed import read_day

FallId = NewType("FallId", UUID)


class FallKind(StrEnum):
    """Why it holds no more."""

    WITHDRAWN = "withdrawn"
    INVALID = "invalid"
    EXPIRED = "expired"
    FULFILLED = "fulfilled"


FALLEN: dict[FallKind, ConsentStatus] = {
    FallKind.WITHDRAWN: ConsentStatus.WITHDRAWN,
    FallKind.INVALID: ConsentStatus.INVALID,
    FallKind.EXPIRED: ConsentStatus.EXPIRED,
    FallKind.FULFILLED: ConsentStatus.FULFILLED,
}
FALL_LABELS: dict[FallKind, str] = {
    FallKind.WITHDRAWN: N_("Withdrawn"),
    FallKind.INVALID: N_("Recorded by mistake"),
    FallKind.EXPIRED: N_("Run out"),
    FallKind.FULFILLED: N_("The purpose is reached"),
}


class Route(StrEnum):
    """How the citizen took it back."""

    PHONE = "phone"
    TALK = "talk"
    WRITTEN = "written"
    OTHER = "other"


ROUTE_LABELS: dict[Route, str] = {
    Route.PHONE: N_("By phone"),
    Route.TALK: N_("In a talk"),
    Route.WRITTEN: N_("In writing"),
    Route.OTHER: N_("Through somebody else"),
}


class StopKind(StrEnum):
    """What stops by name: the rest is counted."""

    ROUNDTABLE = "roundtable"
    SEAT = "seat"
    TASK = "task"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One thing that stopped: a roundtable by its day, a seat by who sat there, a task by its
    words."""

    kind: StopKind
    words: str
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTell:
    """Somebody to be told that a consent fell; `told_on` is when they were."""

    party_id: PartyId
    name: str
    told_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """A consent that fell: why, when and by what route, what it stopped, and who is to be told.
    `everything` when no consent of the person is left; `shared` is what had left on an invalid
    one."""

    id: FallId
    kind: FallKind
    day: date
    route: Route | None
    everything: bool
    cells: int
    forms: int
    links_cleared: int
    stops: tuple[Stop, ...]
    tell: tuple[ToTell, ...]
    shared: tuple[str, ...]

    @property
    def untold(self) -> tuple[ToTell, ...]:
        """Those who have not been told yet."""
        return tuple(one for one in self.tell if one.told_on is None)

    @property
    def open(self) -> bool:
        """Whether something about it is still to be noted."""
        return bool(self.untold) or (self.kind is FallKind.WITHDRAWN and self.route is None)

    def stopped(self, kind: StopKind) -> tuple[Stop, ...]:
        """Return what stopped of one kind."""
        return tuple(stop for stop in self.stops if stop.kind is kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class FallNoteDraft:
    """By what route it fell and who was told when, as typed; parties by their id as text."""

    route: str = ""
    told: tuple[str, ...] = ()
    told_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FallNote:
    """By what route it fell, and who was told when."""

    route: Route | None
    told: frozenset[UUID]
    told_on: date


def settle_fall_note(draft: FallNoteDraft, fell_on: date, today: date) -> FallNote:
    """Return the note, or raise `Rejected`."""
    form = Settling()
    note = FallNote(
        route=form.choose("route", draft.route, Route, Route.OTHER) if draft.route else None,
        told=frozenset(UUID(code) for code in draft.told),
        told_on=form.read(
            "told_on",
            lambda: read_day(draft.told_on, today) if clean_line(draft.told_on) else today,
            today,
        ),
    )
    if note.told and not fell_on <= note.told_on <= today:
        form.refuse("told_on", _("Choose a day from when it fell until today."))
    form.finish()
    return note
