"""How visits are shown: a row, the visit room, the summary for the practice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlmodel import Session

from app.data.flag import FlagRecord, find_flags, functions_of
from app.data.plan import PracticeShown, VisitInPlan
from app.data.practice import PracticeRecord, count_doctors
from app.data.visit import (
    HeldVisit,
    PromiseRecord,
    QuestionRecord,
    VisitRecord,
    find_answered,
    find_earlier_held,
    find_promises,
    find_questions,
    find_visits,
)
from app.domain.flag_choice import ACTOR_LABELS, Actor, Function
from app.domain.language import _
from app.domain.practice import PracticeId
from app.domain.problem import Refused
from app.domain.retention import Kept
from app.domain.sender import Sender
from app.domain.typed import write_day, write_time
from app.domain.visit import VisitDraft, VisitId, VisitRow, VisitSheet, VisitStatus, agenda
from app.domain.visit_note import (
    PromiseFacts,
    PromiseId,
    PromiseRow,
    QuestionFacts,
    QuestionId,
    QuestionRow,
)
from app.domain.visit_summary import SummaryFlag, VisitSummary
from app.services.feedback import feedback_lines, paper_lines
from app.services.retention import kept_for
from app.services.term import find_term
from app.services.visit_pause import visit_pauses
from app.services.visit_people import visit_doctors
from app.system.clock import local

Visits = Sequence[VisitRecord] | Sequence[HeldVisit]

# Further from the hour it was planned for, a visit is written down rather than held.
WHILE_HELD = timedelta(hours=1)
LONGEST = timedelta(hours=3)  # then it was forgotten open


def visit_row(session: Session, record: VisitRecord) -> VisitRow:
    """Return one visit in the plan or a list."""
    return visit_row_of(record, session.get_one(PracticeRecord, record.practice_id))


def visit_row_of(
    visit: VisitRecord | VisitInPlan, practice: PracticeRecord | PracticeShown
) -> VisitRow:
    """Return one visit at `practice` in the plan or a list."""
    began = _began(visit, visit.started_at) if visit.started_at else None
    return VisitRow(
        id=VisitId(visit.id),
        practice_id=PracticeId(visit.practice_id),
        practice=practice.name,
        format=practice.format,
        place=practice.place,
        start=visit.start,
        minutes=visit.minutes,
        status=visit.status,
        missed_reason=visit.missed_reason,
        moved_from=visit.moved_from,
        entered_on=_entered_on(visit),
        began=began if visit.ended_at else None,
        lasted=_lasted(visit, began),
    )


def _entered_on(visit: VisitRecord | VisitInPlan) -> date | None:
    """Return the day a visit was written down, if it was not on its own day."""
    if visit.started_at is None:
        return None
    day = local(visit.started_at).date()
    return day if day > visit.start.date() else None


def visit_draft(record: VisitRecord) -> VisitDraft:
    """Return a visit as a draft to move."""
    return VisitDraft(
        practice_id=str(record.practice_id),
        day=write_day(record.start.date()),
        at=write_time(record.start.time()),
        minutes=str(record.minutes),
    )


def visit_sheet(session: Session, record: VisitRecord, today: date) -> VisitSheet:
    """Return everything the visit room shows."""
    practice = session.get_one(PracticeRecord, record.practice_id)
    doctors, trainees = count_doctors(session, practice.id).get(practice.id, (0, 0))
    earlier = find_earlier_held(session, record)
    return VisitSheet(
        row=visit_row(session, record),
        agenda=agenda(practice.format, record.minutes),
        doctors=doctors,
        trainees=trainees,
        last_held_on=earlier[-1].start.date() if earlier else None,
        quick_facts=practice.quick_facts,
        feedback=feedback_lines(session, record, today),
        promises=promise_rows(session, [record]),
        owed=promise_rows(session, earlier, owed=True),
        questions=_noted(session, record),
        owed_questions=owed_questions(session, earlier),
        term=find_term(record.term),
        started_at=record.started_at,
        present_doctors=record.present_doctors,
        present_trainees=record.present_trainees,
        people=visit_doctors(session, record),
        pauses=visit_pauses(session, record),
        earlier_today=sum(visit.start.date() == record.start.date() for visit in earlier),
    )


def visit_summary(
    session: Session, record: VisitRecord, sender: Sender, today: date
) -> VisitSummary:
    """Return what the summary for the practice prints; `Refused` before anyone was there."""
    if record.started_at is None:
        raise Refused(_("The visit has not been held yet. Start it first."))
    if record.present_doctors is None:
        raise Refused(_("Write how many doctors were there; the summary says so."))
    began = _began(record, record.started_at)
    return VisitSummary(
        practice=session.get_one(PracticeRecord, record.practice_id).name,
        held_on=record.start.date(),
        began=began,
        minutes=_lasted(record, began),
        present_doctors=record.present_doctors,
        present_trainees=record.present_trainees or 0,
        new_flags=_new_flags(session, record),
        feedback=paper_lines(session, record, today),
        questions=tuple(row.facts for row in _noted(session, record, carried=True)),
        promises=tuple(row.facts for row in promise_rows(session, [record])),
        term=find_term(record.term),
        next_visit=next_start(session, record),
        sender=sender,
        kept_days=kept_for(session).amount(Kept.FLAG),
    )


def _began(record: VisitRecord | VisitInPlan, started_at: datetime) -> datetime | None:
    """Return when the visit began, or None if it was written down at some other time."""
    began = _to_the_minute(started_at)
    return began if abs(began - record.start) <= WHILE_HELD else None


def _lasted(record: VisitRecord | VisitInPlan, began: datetime | None) -> int:
    """Return how many minutes the visit lasted, 0 if nobody can know."""
    if began is None or record.ended_at is None:
        return 0
    lasted = _to_the_minute(record.ended_at) - began
    return int(lasted.total_seconds() // 60) if timedelta() < lasted <= LONGEST else 0


def _to_the_minute(moment: datetime) -> datetime:
    return local(moment).replace(second=0, microsecond=0, tzinfo=None)


def question_facts(record: QuestionRecord) -> QuestionFacts:
    """Return a question as facts."""
    return QuestionFacts(question=record.question, answer=record.answer)


def promise_facts(record: PromiseRecord) -> PromiseFacts:
    """Return a promise as facts."""
    return PromiseFacts(who=record.who, what=record.what, due_on=record.due_on)


def promise_rows(
    session: Session, visits: Visits, *, carried: bool = False, owed: bool = False
) -> tuple[PromiseRow, ...]:
    """Return the promises of these visits, the oldest first; with `carried`, only those never
    dropped, with `owed`, only those that are still to be kept."""
    made_on = {visit.id: visit.start.date() for visit in visits}
    rows = [
        PromiseRow(
            id=PromiseId(record.id),
            facts=promise_facts(record),
            made_on=made_on[record.visit_id],
            kept=bool(record.kept),
        )
        for record in find_promises(session, list(made_on), owed=owed)
        if not carried or record.dropped_visit_id is None
    ]
    return tuple(sorted(rows, key=lambda row: row.made_on))


def owed_questions(session: Session, visits: Visits) -> tuple[QuestionRow, ...]:
    """Return the questions of these visits that are still to be answered, as they were asked."""
    found = find_questions(session, [visit.id for visit in visits], owed=True)
    return tuple(_question_row(record) for record in found)


def _noted(
    session: Session, record: VisitRecord, *, carried: bool = False
) -> tuple[QuestionRow, ...]:
    """Return what was owed from earlier and answered at this visit, then what was asked at it."""
    answered = tuple(_question_row(one) for one in find_answered(session, record.id))
    return answered + _questions(session, [record], carried=carried)


def _questions(
    session: Session, visits: Sequence[VisitRecord], *, carried: bool = False
) -> tuple[QuestionRow, ...]:
    return tuple(
        _question_row(record)
        for record in find_questions(session, [visit.id for visit in visits])
        if not carried or record.dropped_visit_id is None
    )


def _question_row(record: QuestionRecord) -> QuestionRow:
    return QuestionRow(id=QuestionId(record.id), facts=question_facts(record))


def _new_flags(session: Session, record: VisitRecord) -> tuple[SummaryFlag, ...]:
    functions = functions_of(session)
    flags = find_flags(session, practice_id=record.practice_id)
    return tuple(
        _summary_flag(flag, functions.get(flag.id.hex, ()))
        for flag in flags
        if flag.visit_id == record.id
    )


def _summary_flag(flag: FlagRecord, functions: tuple[Function, ...]) -> SummaryFlag:
    return SummaryFlag(
        code=flag.code,
        theme=flag.theme,
        functions=functions,
        next_step=flag.next_step,
        who=_who(flag.who_acts),
        act_by=flag.act_by,
    )


def _who(actor: Actor) -> str:
    """Return who acts as the doctors read it: "me" is the consultant to them."""
    return _("The consultant") if actor is Actor.CONSULTANT else _(ACTOR_LABELS[actor])


def next_start(session: Session, record: VisitRecord) -> datetime | None:
    """Return when the practice is visited next after this visit, if that is booked."""
    planned = find_visits(session, practice_id=record.practice_id, statuses=(VisitStatus.PLANNED,))
    return next((visit.start for visit in planned if visit.start > record.start), None)
