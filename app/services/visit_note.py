"""What can be noted at a visit besides flags: questions, and who promised what."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlmodel import Session

from app.changes import Topic
from app.data.consent import known_names
from app.data.task import find_task_of
from app.data.vault import Vault
from app.data.visit import (
    PromiseRecord,
    QuestionRecord,
    get_promise,
    get_question,
    get_visit,
    running_visit,
)
from app.domain.typed import write_day
from app.domain.visit import VisitId
from app.domain.visit_note import (
    PromiseDraft,
    PromiseFacts,
    PromiseId,
    QuestionDraft,
    QuestionId,
    settle_promise,
    settle_question,
)
from app.system.clock import Today


class VisitNotes:
    """Note, correct and remove questions and promises: the part of `VisitService` about them."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def add_question(self, visit_id: VisitId, draft: QuestionDraft) -> QuestionId:
        """Save a question asked at the visit; an empty answer is owed."""
        with self._vault.write(Topic.VISIT) as session:
            facts = settle_question(draft, known_names(session))
            get_visit(session, visit_id)
            record = QuestionRecord(visit_id=visit_id, question=facts.question, answer=facts.answer)
            session.add(record)
            session.flush()
            return QuestionId(record.id)

    def question_draft(self, question_id: QuestionId) -> QuestionDraft:
        """Return the question as a draft to answer or correct."""
        with self._vault.read() as session:
            record = get_question(session, question_id)
            return QuestionDraft(question=record.question, answer=record.answer)

    def correct_question(self, question_id: QuestionId, draft: QuestionDraft) -> None:
        """Save the answer, or the mended question."""
        with self._vault.write(Topic.VISIT) as session:
            facts = settle_question(draft, known_names(session))
            record = get_question(session, question_id)
            if bool(facts.answer) != bool(record.answer):
                record.answered_visit_id = _answered_at(session, record) if facts.answer else None
            record.question, record.answer = facts.question, facts.answer

    def remove_question(self, question_id: QuestionId) -> None:
        """Remove a question."""
        with self._vault.write(Topic.VISIT) as session:
            session.delete(get_question(session, question_id))

    def add_promise(self, visit_id: VisitId, draft: PromiseDraft) -> PromiseId:
        """Save a promise made at the visit, by either side."""
        with self._vault.write(Topic.VISIT) as session:
            facts = settle_promise(draft, self._today(), known_names(session))
            get_visit(session, visit_id)
            record = PromiseRecord(visit_id=visit_id, kept=0, **_promise_columns(facts))
            session.add(record)
            session.flush()
            return PromiseId(record.id)

    def promise_draft(self, promise_id: PromiseId) -> PromiseDraft:
        """Return the promise as a draft to correct."""
        with self._vault.read() as session:
            record = get_promise(session, promise_id)
            return PromiseDraft(
                who=record.who.value, what=record.what, due_on=write_day(record.due_on)
            )

    def correct_promise(self, promise_id: PromiseId, draft: PromiseDraft) -> None:
        """Save mended fields of a promise."""
        with self._vault.write(Topic.VISIT) as session:
            facts = settle_promise(draft, self._today(), known_names(session))
            get_promise(session, promise_id).sqlmodel_update(_promise_columns(facts))

    def remove_promise(self, promise_id: PromiseId) -> None:
        """Remove a promise."""
        with self._vault.write(Topic.VISIT) as session:
            session.delete(get_promise(session, promise_id))

    def keep_promise(self, promise_id: PromiseId, *, kept: bool) -> None:
        """Say that a promise was kept, or is still owed; the task made of it follows."""
        with self._vault.write(Topic.VISIT, Topic.TASK) as session:
            get_promise(session, promise_id).kept = int(kept)
            task = find_task_of(session, promise_id)
            if task is not None:
                task.done_on = self._today() if kept else None


def _answered_at(session: Session, question: QuestionRecord) -> UUID | None:
    """Return the later visit to the same practice that runs now, if one does."""
    running, asked_at = running_visit(session), question.visit_id
    if running is None or running.id == asked_at:
        return None
    practice_id = get_visit(session, VisitId(asked_at)).practice_id
    return running.id if running.practice_id == practice_id else None


def _promise_columns(facts: PromiseFacts) -> dict[str, Any]:
    return {"who": facts.who, "what": facts.what, "due_on": facts.due_on}
