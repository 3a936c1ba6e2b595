"""What a doctor is told of a plan: functions, considerations, hours, as far as the consent goes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.agreement import StepFacts
from app.domain.consent import Information
from app.domain.hours_ladder import WorkedWeek
from app.domain.sender import Sender

# Of what a consent can cover, what this sheet has a place for.
FOR_DOCTOR = frozenset({Information.FUNCTION, Information.CONSIDERATIONS, Information.HOURS})


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorAgreement:
    """One adjustment, without who at work does what. Empty texts are not covered."""

    function: str
    task: str
    adjustment: str
    first: date
    last: date
    review_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorSheet:
    """All that the doctor's sheet prints. There is no field for the workplace, for what colleagues
    are told, nor for what one does not agree on."""

    citizen: str
    doctor: str
    held_on: date
    review_on: date | None
    version: int
    changes: tuple[str, ...]
    agreements: tuple[DoctorAgreement, ...]
    lines: tuple[str, ...]
    weekly_hours: float
    steps: tuple[StepFacts, ...]
    worked: tuple[WorkedWeek, ...]
    printed_on: date
    sender: Sender

    @property
    def by_right(self) -> tuple[str, ...]:
        """Whom it is about, and whom it is for."""
        return (self.citizen, self.doctor)
