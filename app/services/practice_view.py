"""How practices are stored and shown: columns, facts, drafts, rows."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlmodel import Session

from app.data.plan import PracticeShown
from app.data.practice import ClosedRecord, DoctorRecord, PracticeRecord, find_doctors
from app.domain.practice import (
    ClosedFacts,
    ClosedId,
    ClosedRow,
    DoctorFacts,
    DoctorId,
    DoctorRow,
    PracticeDraft,
    PracticeFacts,
    called,
)
from app.domain.typed import write_time


def practice_columns(facts: PracticeFacts) -> dict[str, Any]:
    """Return what is stored of a practice."""
    return {
        "name": facts.name,
        "address": facts.address,
        "phone": facts.phone,
        "place": facts.place,
        "format": facts.format,
        "rhythm_weeks": facts.rhythm_weeks,
        "tolerated_from": facts.tolerated_from,
        "tolerated_to": facts.tolerated_to,
        "minutes": facts.minutes,
        "weekdays": "".join(str(day) for day in sorted(set(facts.weekdays))),
        "at": facts.at,
        "quick_facts": facts.quick_facts,
    }


def practice_facts(record: PracticeRecord | PracticeShown) -> PracticeFacts:
    """Return a practice as facts."""
    return PracticeFacts(
        name=record.name,
        address=record.address,
        phone=record.phone,
        place=record.place,
        format=record.format,
        rhythm_weeks=record.rhythm_weeks,
        tolerated_from=record.tolerated_from,
        tolerated_to=record.tolerated_to,
        minutes=record.minutes,
        weekdays=tuple(int(day) for day in record.weekdays),
        at=record.at,
        quick_facts=record.quick_facts,
    )


def practice_draft(facts: PracticeFacts) -> PracticeDraft:
    """Return a practice as a draft to correct."""
    return PracticeDraft(
        name=facts.name,
        address=facts.address,
        phone=facts.phone,
        place=facts.place,
        format=facts.format.value,
        rhythm_weeks=str(facts.rhythm_weeks),
        tolerated_from=str(facts.tolerated_from),
        tolerated_to=str(facts.tolerated_to),
        minutes=str(facts.minutes),
        weekdays=tuple(str(day) for day in facts.weekdays),
        at=write_time(facts.at),
        quick_facts=facts.quick_facts,
    )


def doctor_row(record: DoctorRecord) -> DoctorRow:
    """Return one doctor in the list of a practice."""
    return DoctorRow(
        id=DoctorId(record.id),
        facts=DoctorFacts(name=record.name, role=record.role, introduced_on=record.introduced_on),
    )


def closed_row(record: ClosedRecord) -> ClosedRow:
    """Return one closed period in the list of a practice."""
    return ClosedRow(
        id=ClosedId(record.id),
        facts=ClosedFacts(first=record.first, last=record.last, reason=record.reason),
    )


def staff_names(session: Session, practice_id: UUID) -> tuple[str, ...]:
    """Return what those who work at a practice are called: they may be named where it is."""
    doctors = find_doctors(session, practice_id)
    return tuple(word for doctor in doctors for word in called(doctor.name))
