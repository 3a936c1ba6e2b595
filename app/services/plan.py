"""The plan over all practices: what is booked, what is proposed, what has to be decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from app.changes import Topic
from app.data.practice import (
    ClosedRecord,
    PracticeRecord,
    find_closed,
    find_practices,
    get_practice,
)
from app.data.vault import Vault
from app.data.visit import VisitRecord, find_visits, get_visit, last_held_days, running_visit
from app.domain.decision import Decision
from app.domain.plan import plan_visits, propose_dates
from app.domain.plan_day import Diary
from app.domain.plan_load import DayLoad, week_loads
from app.domain.plan_move import MoveOutlook, MovePlace
from app.domain.plan_shape import (
    Candidate,
    ClosedPeriod,
    OwnCalendar,
    Plan,
    PlannedVisit,
    PlanPractice,
    SeriesMove,
)
from app.domain.practice import PracticeId
from app.domain.today import OverdueRow
from app.domain.typed import write_day, write_time
from app.domain.visit import VisitDraft, VisitFacts, VisitId, VisitStatus, settle_visit
from app.services.clash import clashes
from app.services.overdue import overdue_rows
from app.services.own_calendar import own_calendar
from app.services.plan_decision import decisions
from app.services.plan_series import Before, following, move_all, move_all_back, series_moves
from app.services.visit_time import book
from app.system.clock import Today

WEEKS = 52
CHOICES = 3


class PlanService:
    """Look ahead over all practices, and accept what is proposed."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def plan(self, first: date | None = None, weeks: int = WEEKS) -> Plan:
        """Return every visit from `first` (or today) on; a key is the practice's id as text."""
        with self._vault.read() as session:
            return _plan(session, first or self._today(), weeks)

    def accept(self, practice_id: PracticeId, start: datetime, minutes: int) -> VisitId:
        """Book what was proposed; raise `Rejected` if something has come in its way."""
        draft = VisitDraft(
            practice_id=str(practice_id),
            day=write_day(start.date()),
            at=write_time(start.time()),
            minutes=str(minutes),
        )
        with self._vault.write(Topic.VISIT) as session:
            facts = settle_visit(draft, self._today())
            return book(session, facts)

    def proposals(self, practice_id: PracticeId) -> tuple[Candidate, ...]:
        """Return three dates for the practice's next visit, best first; a visit that runs there
        counts as held."""
        with self._vault.read() as session:
            practice = _practice(session, get_practice(session, practice_id))
            own = own_calendar(session)
            return propose_dates(practice, _booked(session), own, self._today(), CHOICES)

    def proposals_for_visit(self, visit_id: VisitId) -> tuple[Candidate, ...]:
        """Return three dates to move the visit to, best first; never the day it has."""
        with self._vault.read() as session:
            visit = get_visit(session, visit_id)
            practice = _practice(session, get_practice(session, PracticeId(visit.practice_id)))
            booked, own = _booked(session), own_calendar(session)
            moving = _booked_visit(visit)
            return propose_dates(practice, booked, own, self._today(), CHOICES, moving=moving)

    def outlook(self, visit_id: VisitId) -> MoveOutlook:
        """Return what comes of each day a planned visit could be moved to."""
        with self._vault.read() as session:
            visit = get_visit(session, visit_id)
            return self._outlook(session, PracticeId(visit.practice_id), _booked_visit(visit))

    def outlook_for(self, practice_id: PracticeId, start: datetime, minutes: int) -> MoveOutlook:
        """Return what comes of each day a visit that is only proposed could be booked on."""
        proposed = PlannedVisit(key=str(practice_id), start=start, minutes=minutes)
        with self._vault.read() as session:
            return self._outlook(session, practice_id, proposed)

    def week(
        self, day: date, practice_id: PracticeId | None = None, moving: VisitId | None = None
    ) -> Sequence[DayLoad]:
        """Return what the week of `day` holds, apart from the visit `moving`."""
        with self._vault.read() as session:
            practice = get_practice(session, practice_id) if practice_id else None
            left_out = _booked_visit(get_visit(session, moving)) if moving else None
            booked = [visit for visit in _booked(session) if visit != left_out]
            diary = Diary((*booked, *_held(session)), own_calendar(session))
            return week_loads(diary, day, _practice(session, practice) if practice else None)

    def _outlook(
        self, session: Session, practice_id: PracticeId, visit: PlannedVisit
    ) -> MoveOutlook:
        return MoveOutlook(
            MovePlace(
                practice=_practice(session, get_practice(session, practice_id)),
                visit=visit,
                others=[other for other in _booked(session) if other != visit],
                held=_held(session),
                names={str(record.id): record.name for record in find_practices(session)},
                own=own_calendar(session),
                today=self._today(),
            )
        )

    def following(self, visit_id: VisitId) -> int:
        """Return how many visits are planned after this one at its practice."""
        with self._vault.read() as session:
            return len(following(session, get_visit(session, visit_id)))

    def series(self, visit_id: VisitId, draft: VisitDraft) -> tuple[SeriesMove, ...]:
        """Return where the following visits go if this one is moved, and why there."""
        facts = settle_visit(draft, self._today())
        with self._vault.read() as session:
            return self._series(session, visit_id, facts)

    def move_series(self, visit_id: VisitId, draft: VisitDraft) -> tuple[Before, ...]:
        """Move a visit and those planned after it at its practice; return where they were."""
        with self._vault.write(Topic.VISIT) as session:
            facts = settle_visit(draft, self._today())
            moves = self._series(session, visit_id, facts)
            return move_all(session, get_visit(session, visit_id), facts, moves)

    def move_back(self, before: Sequence[Before]) -> None:
        """Take a move of several visits back, all of them or none."""
        with self._vault.write(Topic.VISIT) as session:
            move_all_back(session, before)

    def _series(
        self, session: Session, visit_id: VisitId, facts: VisitFacts
    ) -> tuple[SeriesMove, ...]:
        visit = get_visit(session, visit_id)
        practice = _practice(session, get_practice(session, PracticeId(visit.practice_id)))
        own, today = own_calendar(session), self._today()
        return series_moves(session, visit, facts, practice, own, today)

    def calendar(self) -> OwnCalendar:
        """Return what binds me at every practice, and what is better avoided."""
        with self._vault.read() as session:
            return own_calendar(session)

    def overdue(self) -> tuple[OverdueRow, ...]:
        """Return the practices nobody has visited for longer than they tolerate."""
        with self._vault.read() as session:
            return overdue_rows(session, self._today())

    def clashes(self) -> tuple[Decision, ...]:
        """Return the planned visits on whose day nobody can come any more."""
        with self._vault.read() as session:
            return clashes(session, self._today())

    def decisions(self, plan: Plan | None = None) -> tuple[Decision, ...]:
        """Return what has to be decided, the earliest day first; by `plan`, if it is known."""
        with self._vault.read() as session:
            plan = plan or _plan(session, self._today(), WEEKS)
            return decisions(session, plan, self._today())


def _plan(session: Session, first: date, weeks: int) -> Plan:
    known = _known(session)
    practices = [_practice_of(record, known) for record in find_practices(session)]
    return plan_visits(practices, _booked(session), own_calendar(session), first, weeks)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the plan has to know of practices: read once for all of them, or for one."""

    running: VisitRecord | None
    held: dict[UUID, date]
    closed: dict[UUID, list[ClosedRecord]]
    missed: dict[UUID, list[date]]


def _known(session: Session, practice_id: UUID | None = None) -> _Known:
    closed: dict[UUID, list[ClosedRecord]] = defaultdict(list)
    missed: dict[UUID, list[date]] = defaultdict(list)
    for period in find_closed(session, practice_id):
        closed[period.practice_id].append(period)
    for visit in find_visits(session, practice_id=practice_id, statuses=(VisitStatus.MISSED,)):
        missed[visit.practice_id].append(visit.start.date())
    return _Known(running_visit(session), last_held_days(session), closed, missed)


def _practice(session: Session, record: PracticeRecord) -> PlanPractice:
    return _practice_of(record, _known(session, record.id))


def _practice_of(record: PracticeRecord, known: _Known) -> PlanPractice:
    return PlanPractice(
        key=str(record.id),
        name=record.name,
        rhythm_weeks=record.rhythm_weeks,
        tolerated_from=record.tolerated_from,
        tolerated_to=record.tolerated_to,
        minutes=record.minutes,
        weekdays=tuple(int(day) for day in record.weekdays),
        at=record.at,
        closed=tuple(
            ClosedPeriod(first=closed.first, last=closed.last, reason=closed.reason)
            for closed in known.closed.get(record.id, ())
        ),
        last_held=_last_visit(record, known),
        missed=tuple(known.missed.get(record.id, ())),
    )


def _last_visit(practice: PracticeRecord, known: _Known) -> date | None:
    if known.running is not None and known.running.practice_id == practice.id:
        return known.running.start.date()
    return known.held.get(practice.id)


def _booked(session: Session) -> list[PlannedVisit]:
    live = {record.id for record in find_practices(session)}
    visits = find_visits(session, statuses=(VisitStatus.PLANNED, VisitStatus.RUNNING))
    return [_booked_visit(visit) for visit in visits if visit.practice_id in live]


def _held(session: Session) -> list[PlannedVisit]:
    return [_booked_visit(one) for one in find_visits(session, statuses=(VisitStatus.HELD,))]


def _booked_visit(visit: VisitRecord) -> PlannedVisit:
    return PlannedVisit(key=str(visit.practice_id), start=visit.start, minutes=visit.minutes)
