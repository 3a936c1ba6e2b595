"""The plan over all practices: what is booked, what is proposed, what has to be decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlmodel import Session

from app.changes import Topic
from app.data.plan import held_times
from app.data.practice import find_practices
from app.data.vault import Vault
from app.data.visit import get_visit
from app.domain.days import monday_of
from app.domain.decision import Decision
from app.domain.plan import plan_visits, propose_dates
from app.domain.plan_day import Diary
from app.domain.plan_load import DayLoad, week_loads
from app.domain.plan_move import MoveOutlook, MovePlace
from app.domain.plan_shape import Candidate, OwnCalendar, Plan, PlannedVisit, SeriesMove
from app.domain.plan_sheet import PlanSheet
from app.domain.practice import PracticeId
from app.domain.today import OverdueRow
from app.domain.typed import write_day, write_time
from app.domain.visit import VisitDraft, VisitFacts, VisitId, settle_visit
from app.services.clash import clashes
from app.services.overdue import overdue_rows
from app.services.own_calendar import own_calendar
from app.services.plan_facts import booked, known, plan_practice, plan_practice_of, planned_visit
from app.services.plan_series import Before, following, move_all, move_all_back, series_moves
from app.services.plan_sheet import plan_sheet
from app.services.visit_time import book
from app.system.clock import Today

WEEKS = 52
CHOICES = 3
HALF_YEAR = timedelta(weeks=28)  # the longest one that is shown


class PlanService:
    """Look ahead over all practices, and accept what is proposed."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def plan(self, first: date | None = None, weeks: int = WEEKS) -> Plan:
        """Return every visit from `first` (or today) on; a key is the practice's id as text."""
        with self._vault.read() as session:
            return _plan(session, first or self._today(), weeks)

    def sheet(self, first: date, last: date, weeks: int = WEEKS) -> PlanSheet:
        """Return everything the page of the plan shows of the days from `first` to `last`; what
        has to be decided is looked for `weeks` ahead."""
        with self._vault.read() as session:
            return plan_sheet(session, first, last, self._today(), weeks)

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
            practice = plan_practice(session, practice_id, self._today())
            own = own_calendar(session)
            return propose_dates(practice, booked(session), own, self._today(), CHOICES)

    def proposals_for_visit(self, visit_id: VisitId) -> tuple[Candidate, ...]:
        """Return three dates to move the visit to, best first; never the day it has."""
        with self._vault.read() as session:
            visit = get_visit(session, visit_id)
            practice = plan_practice(session, PracticeId(visit.practice_id), self._today())
            own, moving = own_calendar(session), planned_visit(visit)
            others = booked(session)
            return propose_dates(practice, others, own, self._today(), CHOICES, moving=moving)

    def outlook(self, visit_id: VisitId) -> MoveOutlook:
        """Return what comes of each day a planned visit could be moved to."""
        with self._vault.read() as session:
            visit = get_visit(session, visit_id)
            return self._outlook(session, PracticeId(visit.practice_id), planned_visit(visit))

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
            practice = plan_practice(session, practice_id, self._today()) if practice_id else None
            left_out = planned_visit(get_visit(session, moving)) if moving else None
            others = [visit for visit in booked(session) if visit != left_out]
            held = held_times(session, monday_of(day), monday_of(day) + timedelta(days=6))
            diary = Diary((*others, *map(planned_visit, held)), own_calendar(session))
            return week_loads(diary, day, practice)

    def _outlook(
        self, session: Session, practice_id: PracticeId, visit: PlannedVisit
    ) -> MoveOutlook:
        return MoveOutlook(
            MovePlace(
                practice=plan_practice(session, practice_id, self._today()),
                visit=visit,
                others=[other for other in booked(session) if other != visit],
                held=_held_around(session, visit.start.date()),
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
        practice = plan_practice(session, PracticeId(visit.practice_id), self._today())
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

    def decisions(self) -> tuple[Decision, ...]:
        """Return what has to be decided, the earliest day first."""
        return self.sheet(self._today(), self._today()).decisions


def _plan(session: Session, first: date, weeks: int) -> Plan:
    all_known, own = known(session, first), own_calendar(session, since=first)
    practices = [plan_practice_of(record, all_known) for record in find_practices(session)]
    return plan_visits(practices, booked(session), own, first, weeks)


def _held_around(session: Session, day: date) -> list[PlannedVisit]:
    """Return what was held half a year to both sides: the plan that `day` is shown in."""
    return [planned_visit(one) for one in held_times(session, day - HALF_YEAR, day + HALF_YEAR)]
