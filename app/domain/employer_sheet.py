"""The plan an employer gets: function, task, adjustment, hours. No field can hold health."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from app.domain.agreement import ActionFacts, StepFacts
from app.domain.hours_ladder import WorkedWeek
from app.domain.scheme import SchemeFacts
from app.domain.sender import Sender


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployerAgreement:
    """One row of the employer's plan. Empty texts are not covered by the consent."""

    function: str
    task: str
    adjustment: str
    first: date
    last: date
    review_on: date
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployerSheet:
    """All that the employer's plan prints. There is no field for health, treatment or diagnosis,
    nor for anything that came from a flag; what the consent does not cover is simply empty."""

    citizen: str
    employer: str
    held_on: date
    review_on: date | None
    review_at: time | None
    version: int
    changes: tuple[str, ...]
    agreements: tuple[EmployerAgreement, ...]
    lines: tuple[str, ...]
    weekly_hours: float
    steps: tuple[StepFacts, ...]
    worked: tuple[WorkedWeek, ...]
    actions: tuple[ActionFacts, ...]
    schemes: tuple[SchemeFacts, ...]
    colleagues_told: str
    duration: str
    printed_on: date
    sender: Sender

    @property
    def by_right(self) -> tuple[str, ...]:
        """Whom the plan is about, and whom it is for."""
        return (self.citizen, self.employer)
