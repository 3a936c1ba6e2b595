"""The agenda of a roundtable: points with minutes, from a template, ticked off as they are reached.

The templates are data (resources/reference/agenda.toml). What was not reached when a roundtable is
finalised stands first on the agenda of the next one of the same follow-up.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from app.domain.guard import About
from app.domain.language import N_, _, language, mark
from app.domain.settling import Settling
from app.domain.typed import read_required, read_whole
from app.domain.words import day_and_month

TEMPLATES = Path(__file__).parents[2] / "resources" / "reference" / "agenda.toml"
LONGEST_POINT = 180  # minutes


class AgendaKind(StrEnum):
    """What kind of meeting an agenda is for."""

    FIRST_TALK = "first_talk"
    ROUNDTABLE = "roundtable"
    FOLLOWUP = "followup"


AGENDA_LABELS: dict[AgendaKind, str] = {
    AgendaKind.FIRST_TALK: N_("First talk"),
    AgendaKind.ROUNDTABLE: N_("Roundtable"),
    AgendaKind.FOLLOWUP: N_("Follow-up meeting"),
}


class PointState(StrEnum):
    """Whether a point was reached."""

    OPEN = "open"
    REACHED = "reached"
    NOT_REACHED = "not_reached"


POINT_LABELS: dict[PointState, str] = {
    PointState.OPEN: N_("Still open"),
    PointState.REACHED: N_("Reached"),
    # i18n: Danish: »Ikke nået«, of a point of an agenda
    PointState.NOT_REACHED: N_("Not reached in time"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PointDraft:
    """A point of the agenda as typed."""

    title: str = ""
    minutes: str = "5"


@dataclass(frozen=True, slots=True, kw_only=True)
class PointFacts:
    """A point: what is talked about, and how long."""

    title: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRow:
    """One point of an agenda; `carried_from` is the day on which it was not reached."""

    id: UUID
    facts: PointFacts
    state: PointState
    carried_from: date | None


def agenda_points(kind: AgendaKind) -> tuple[PointFacts, ...]:
    """Return the points of a template, in the language in force."""
    spoken = "da" if language() == "da" else "en"
    return tuple(
        PointFacts(title=mark(point[spoken]), minutes=point["minutes"])
        for point in _templates()[kind.value]["point"]
    )


def settle_point(draft: PointDraft) -> PointFacts:
    """Return the point as facts, or raise `Rejected`."""
    form = Settling()
    facts = PointFacts(
        title=form.read("title", lambda: read_required(draft.title), ""),
        minutes=form.read("minutes", lambda: read_whole(draft.minutes, 1, LONGEST_POINT), 1),
    )
    form.guard("title", draft.title, about=About.CITIZEN)
    form.finish()
    return facts


def settle_agenda(code: str) -> tuple[PointFacts, ...]:
    """Return the points of the template with this code; none for no template."""
    if not code:
        return ()
    form = Settling()
    kind = form.choose("agenda", code, AgendaKind, AgendaKind.ROUNDTABLE)
    form.finish()
    return agenda_points(kind)


def minutes_of(points: Sequence[PointRow]) -> int:
    """Return how long all points take."""
    return sum(point.facts.minutes for point in points)


def missed(points: Sequence[PointRow]) -> tuple[PointRow, ...]:
    """Return the points that were not reached; at the end an open one was not."""
    return tuple(point for point in points if point.state is not PointState.REACHED)


def carried_words(point: PointRow) -> str:
    """Return from which day a point was carried over, or nothing."""
    if point.carried_from is None:
        return ""
    # i18n: Danish: »Overført fra 27. august«
    return _("Carried over from {day}").format(day=day_and_month(point.carried_from))


@cache
def _templates() -> Mapping[str, Mapping[str, Any]]:
    read = tomllib.loads(TEMPLATES.read_text(encoding="utf-8"))
    return {entry["code"]: entry for entry in read["agenda"]}
