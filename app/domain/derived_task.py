"""Tasks nobody has to write down: they follow from consents, agreements and visits, and go by
themselves once what they follow from is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.consent import Direction, PartyId


class DerivedFrom(StrEnum):
    """What a task follows from."""

    CONSENT = "consent"
    AGREEMENT = "agreement"
    VISIT = "visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivedTask:
    """One such task; where it is about a consent, which one."""

    source: DerivedFrom
    what: str
    due_on: date
    party_id: PartyId | None = None
    direction: Direction | None = None
