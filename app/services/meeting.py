"""Whom one has met at a practice: from the day of introduction and from who came to the visits."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session

from app.data.practice import find_doctors
from app.data.visit import VisitRecord, find_visits
from app.data.visit_people import present_at
from app.domain.practice import DoctorFacts, DoctorId
from app.domain.practice_history import Meeting, meeting
from app.domain.visit import VisitStatus
from app.services.practice_view import doctor_row


def meetings(session: Session, practice_id: UUID) -> dict[DoctorId, tuple[DoctorFacts, Meeting]]:
    """Return how well each doctor of a practice is known, by name."""
    held = find_visits(session, practice_id=practice_id, statuses=(VisitStatus.HELD,))
    rosters = _rosters(session, held)
    last = held[-1].start.date() if held else None
    found: dict[DoctorId, tuple[DoctorFacts, Meeting]] = {}
    for record in find_doctors(session, practice_id):
        missed = next((n for n, there in enumerate(rosters) if record.id in there), len(rosters))
        seen = missed < len(rosters)
        how = meeting(record.introduced_on, last, seen=seen, missed=missed)
        found[DoctorId(record.id)] = doctor_row(record).facts, how
    return found


def _rosters(session: Session, held: Sequence[VisitRecord]) -> list[set[UUID]]:
    """Return who was there, the newest visit first; visits without a roster say nothing."""
    present = present_at(session, [visit.id for visit in held])
    return [present[visit.id] for visit in reversed(held) if visit.id in present]
