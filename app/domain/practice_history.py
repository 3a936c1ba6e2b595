"""What lies behind and ahead at one practice: the rhythm kept, whom one has yet to meet, what was
promised and done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.language import N_
from app.domain.practice import DoctorFacts, DoctorId
from app.domain.rhythm import RhythmKept
from app.domain.visit_note import PromiseRow

LONG_AWAY = 3  # visits in a row


class Meeting(StrEnum):
    """How well a doctor and the consultant know each other."""

    NOT_MET = "not_met"
    UNTOLD = "untold"
    NEW = "new"
    AWAY = "away"
    KNOWN = "known"


MEETING_LABELS: dict[Meeting, str] = {
    Meeting.NOT_MET: N_("Not met yet"),
    Meeting.UNTOLD: N_("Met, not introduced"),
    Meeting.NEW: N_("New since the last visit"),
    Meeting.AWAY: N_("Not seen for long"),
    Meeting.KNOWN: N_("Known"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """A doctor to say hello to."""

    facts: DoctorFacts
    meeting: Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeHistory:
    """What the page of a practice tells of the visits there; the newest promise stands first."""

    rhythm: RhythmKept
    promises: tuple[PromiseRow, ...]
    meetings: Mapping[DoctorId, Meeting]


def meeting(
    introduced_on: date | None,
    last_held_on: date | None,
    *,
    seen: bool = False,
    missed: int = 0,
) -> Meeting:
    """Return how well a doctor is known: by the day the scheme was explained to them, whether they
    were ever `seen` at a visit, and how many of the latest visits in a row they `missed`."""
    if introduced_on is None:
        return Meeting.UNTOLD if seen else Meeting.NOT_MET
    if last_held_on is not None and introduced_on >= last_held_on:
        return Meeting.NEW
    return Meeting.AWAY if missed >= LONG_AWAY else Meeting.KNOWN


def newcomers(
    doctors: Sequence[tuple[DoctorFacts, Meeting]],
) -> tuple[Newcomer, ...]:
    """Return the doctors one should see, in the order given."""
    return tuple(
        Newcomer(facts=facts, meeting=how) for facts, how in doctors if how is not Meeting.KNOWN
    )
