"""Ten years of visits: every practice every sixth week, and the one that is planned next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

from sqlmodel import Session, SQLModel

from app.data.visit import PromiseRecord, QuestionRecord, VisitRecord
from app.data.visit_people import VisitDoctorRecord
from app.demo.decade.practices import WEEKS, Office
from app.demo.decade.story import Story, write
from app.demo.visits import PROMISES, QUESTIONS
from app.domain.days import closed_reason, monday_of
from app.domain.visit import MissedReason, VisitStatus
from app.domain.visit_note import Promiser
from app.domain.visit_people import Attendance
from app.system.clock import DENMARK

MINUTES = 30
LATE_ONE_IN, UNPLANNED_ONE_IN, NOTED_ONE_IN = 40, 10, 20
CAME = 2  # doctors who are noted at each visit

Held = Mapping[UUID, Sequence[tuple[UUID, date]]]  # of each practice its visits, oldest first


def add_visits(session: Session, story: Story, offices: Sequence[Office]) -> Held:
    """Write them, and return those that were held."""
    held: dict[UUID, list[tuple[UUID, date]]] = defaultdict(list)
    visits: list[VisitRecord] = []
    noted: list[SQLModel] = []
    for office in offices:
        for day in visit_days(story, office):
            visit = _visit(office, day, story.today)
            visits.append(visit)
            if visit.status is VisitStatus.HELD:
                held[office.id].append((visit.id, day))
                noted += _noted(story, office, visit, len(visits))
    write(session, visits)
    write(session, noted)
    return held


def visit_days(story: Story, office: Office) -> Iterator[date]:
    """Yield the days of one practice, up to the next planned one; some are late by two rounds, and
    some have none planned."""
    turn = timedelta(weeks=WEEKS)
    day = monday_of(story.today) + timedelta(weeks=office.week, days=office.weekday)
    if day < story.today:
        day += turn
    last = story.today + turn
    if office.number % LATE_ONE_IN == LATE_ONE_IN - 1:
        last = story.ago(2 * turn.days)
    elif office.number % UNPLANNED_ONE_IN == UNPLANNED_ONE_IN - 1:
        last = story.ago(1)
    day -= turn * ((day - story.first_day) // turn)
    while day <= last:
        yield day
        day += turn


def _visit(office: Office, day: date, today: date) -> VisitRecord:
    start = datetime.combine(day, time(office.hour))
    visit = VisitRecord(
        id=uuid4(),
        practice_id=office.id,
        start=start,
        minutes=MINUTES,
        status=VisitStatus.PLANNED,
    )
    if day >= today:
        return visit
    if closed_reason(day) is not None:
        visit.status, visit.missed_reason = VisitStatus.MISSED, MissedReason.PRACTICE_CANCELLED
        return visit
    began = start.replace(tzinfo=DENMARK).astimezone(UTC)
    visit.status, visit.started_at = VisitStatus.HELD, began
    visit.ended_at = began + timedelta(minutes=MINUTES)
    visit.present_doctors, visit.present_trainees = CAME, 0
    return visit


def _noted(story: Story, office: Office, visit: VisitRecord, number: int) -> Iterator[SQLModel]:
    """Yield who came, and now and then what was asked and promised."""
    for place, doctor_id in enumerate(office.doctors[:CAME], 1):
        yield VisitDoctorRecord(
            visit_id=visit.id, doctor_id=doctor_id, attendance=Attendance.SEEN, place=place
        )
    if number % NOTED_ONE_IN:
        return
    recent = visit.start.date() > story.ago(2 * 7 * WEEKS)
    question, answer = story.dice.choice(QUESTIONS)
    who, what = story.dice.choice(PROMISES)
    said = answer or ("" if recent else QUESTIONS[0][1])
    yield QuestionRecord(id=uuid4(), visit_id=visit.id, question=question, answer=said)
    yield PromiseRecord(
        id=uuid4(),
        visit_id=visit.id,
        who=Promiser(who),
        what=what,
        due_on=visit.start.date() + timedelta(days=14),
        kept=int(not recent),
    )
