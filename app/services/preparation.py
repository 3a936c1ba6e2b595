"""Getting ready for a visit: what is owed, what is open, who is new, how the practice likes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from sqlmodel import Session

from app.data.cooperation import live_cooperation
from app.data.practice import PracticeRecord, count_doctors, find_closed, get_practice
from app.data.vault import Vault
from app.data.visit import VisitRecord, find_questions, find_visits
from app.domain.cooperation import is_review_near
from app.domain.practice import ClosedFacts, PracticeId
from app.domain.practice_history import newcomers
from app.domain.preparation import OpenQuestion, Preparation, PreparationPaper
from app.domain.sender import Sender
from app.domain.visit import VisitStatus
from app.services.clash import clash
from app.services.feedback import prepared_flags
from app.services.lesson import read_log
from app.services.meeting import meetings
from app.services.practice_view import closed_row, practice_facts, staff_names
from app.services.term import find_term
from app.services.visit_view import promise_rows
from app.system.clock import Today

CLOSED_AHEAD = timedelta(weeks=8)


class PreparationService:
    """Gather what to know and bring before a visit."""

    def __init__(self, vault: Vault, today: Today, sender: Callable[[], Sender]) -> None:
        self._vault = vault
        self._today = today
        self._sender = sender

    def preparation(self, practice_id: PracticeId) -> Preparation:
        """Return what there is to get ready for the next visit at a practice."""
        with self._vault.read() as session:
            return _preparation(session, get_practice(session, practice_id), self._today())

    def paper(self, practice_id: PracticeId) -> PreparationPaper:
        """Gather what the sheet prints, in the language in force; `Refused` without a sender."""
        return PreparationPaper(
            sheet=self.preparation(practice_id), printed_on=self._today(), sender=self._sender()
        )


def _preparation(session: Session, practice: PracticeRecord, today: date) -> Preparation:
    practice_id = PracticeId(practice.id)
    held = find_visits(session, practice_id=practice.id, statuses=(VisitStatus.HELD,))
    last = held[-1].start.date() if held else None
    coming = _coming(session, practice_id, today)
    owed, waiting = prepared_flags(session, practice_id, coming, today)
    doctors, trainees = count_doctors(session).get(practice.id, (0, 0))
    return Preparation(
        practice_id=practice_id,
        habits=practice_facts(practice),
        doctors=doctors,
        trainees=trainees,
        start=coming.start if coming else None,
        minutes=coming.minutes if coming else practice.minutes,
        clash=clash(session, coming) if coming else "",
        last_held_on=last,
        owed=owed,
        waiting=waiting,
        questions=_questions(session, held),
        promises=tuple(row for row in promise_rows(session, held, carried=True) if not row.kept),
        newcomers=newcomers(tuple(meetings(session, practice_id).values())),
        topics=tuple(row.facts for row in read_log(session, practice_id, today).planned),
        term=find_term(coming.term) if coming else None,
        closed=_closed(session, practice_id, today),
        professionals=staff_names(session, practice_id),
        review_on=_review(session, practice_id, today),
    )


def _coming(session: Session, practice_id: PracticeId, today: date) -> VisitRecord | None:
    """Return the visit that runs at a practice, or else the first one planned from today on."""
    wanted = (VisitStatus.RUNNING, VisitStatus.PLANNED)
    found = find_visits(session, practice_id=practice_id, statuses=wanted)
    ahead = [one for one in found if one.status is VisitStatus.RUNNING or one.start.date() >= today]
    return min(ahead, key=lambda one: (one.status is VisitStatus.PLANNED, one.start), default=None)


def _questions(session: Session, held: Sequence[VisitRecord]) -> tuple[OpenQuestion, ...]:
    asked_on = {visit.id: visit.start.date() for visit in held}
    found = find_questions(session, list(asked_on))
    return tuple(
        OpenQuestion(question=record.question, asked_on=asked_on[record.visit_id])
        for record in sorted(found, key=lambda record: asked_on[record.visit_id])
        if not record.answer and record.dropped_visit_id is None
    )


def _closed(session: Session, practice_id: PracticeId, today: date) -> tuple[ClosedFacts, ...]:
    return tuple(
        closed_row(record).facts
        for record in find_closed(session, practice_id)
        if record.last >= today and record.first <= today + CLOSED_AHEAD
    )


def _review(session: Session, practice_id: PracticeId, today: date) -> date | None:
    record = live_cooperation(session, practice_id)
    near = record is not None and is_review_near(record.review_on, today)
    return record.review_on if record is not None and near else None
