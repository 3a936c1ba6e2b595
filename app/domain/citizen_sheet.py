"""The plan a citizen gets: everything that somebody else may read too, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from app.domain.agreement import ActionFacts, AgreementFacts, StepFacts
from app.domain.audience import Audience
from app.domain.hours_ladder import WorkedWeek
from app.domain.scheme import SchemeFacts
from app.domain.sender import Sender


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenLine:
    """Something that was said, and who else may read it."""

    text: str
    audience: Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenSheet:
    """All that the citizen's plan prints. What the consultant keeps for herself has no field."""

    citizen: str
    employer: str
    held_on: date
    place: str
    present: tuple[str, ...]
    review_on: date | None
    review_at: time | None
    version: int
    changes: tuple[str, ...]
    agreements: tuple[AgreementFacts, ...]
    lines: tuple[CitizenLine, ...]
    weekly_hours: float
    steps: tuple[StepFacts, ...]
    worked: tuple[WorkedWeek, ...]
    actions: tuple[ActionFacts, ...]
    schemes: tuple[SchemeFacts, ...]
    colleagues_told: str
    duration: str
    disagreements: str
    printed_on: date
    sender: Sender

    @property
    def by_right(self) -> tuple[str, ...]:
        """Whom it is about and for, and who sat at the table."""
        return (self.citizen, self.employer, *self.present)
