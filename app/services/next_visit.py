"""The visit to get ready for, as Today shows it."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from app.data.practice import PracticeRecord, count_doctors
from app.data.visit import find_earlier_held, upcoming_visit
from app.domain.today import NextVisit
from app.services.feedback import feedback_lines
from app.services.visit_view import owed_questions, promise_rows, visit_row


def next_visit(session: Session, today: date) -> NextVisit | None:
    """Return the visit that runs or the first one ahead, and what one brings along to it."""
    record = upcoming_visit(session, today)
    if record is None:
        return None
    practice = session.get_one(PracticeRecord, record.practice_id)
    doctors, trainees = count_doctors(session, practice.id).get(practice.id, (0, 0))
    earlier = find_earlier_held(session, record)
    return NextVisit(
        row=visit_row(session, record),
        doctors=doctors,
        trainees=trainees,
        last_held_on=earlier[-1].start.date() if earlier else None,
        quick_facts=practice.quick_facts,
        feedback=feedback_lines(session, record, today),
        owed=promise_rows(session, earlier, owed=True),
        owed_questions=owed_questions(session, earlier),
    )
