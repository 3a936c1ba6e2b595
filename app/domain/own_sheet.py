"""One's own sheet of a roundtable: all that was written, read in the program and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from app.domain.agenda import PointRow
from app.domain.agreement import ActionFacts, AgreementFacts, StepFacts
from app.domain.hours_ladder import WorkedWeek
from app.domain.remark import RemarkFacts
from app.domain.scheme import SchemeFacts
from app.domain.sender import Sender


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSeat:
    """Somebody who was asked to the table."""

    name: str
    role: str
    attended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSheet:
    """All there is."""

    citizen: str
    employer: str
    held_on: date
    at: time | None
    place: str
    review_on: date | None
    review_at: time | None
    version: int
    changes: tuple[str, ...]
    seats: tuple[OwnSeat, ...]
    agenda: tuple[PointRow, ...]
    remarks: tuple[RemarkFacts, ...]
    agreements: tuple[AgreementFacts, ...]
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
        """Whom it is about, and who sat at the table."""
        return (self.citizen, self.employer, *(seat.name for seat in self.seats))
