"""What Today shows: where to go, what to bring, what is late."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session

from app.data.cooperation import find_reviews
from app.data.flag import count_flags, find_waiting
from app.data.rhythm import find_booked
from app.data.vault import Vault
from app.data.visit import count_held
from app.domain.cooperation import REVIEW_AHEAD, ReviewRow
from app.domain.decision import Decision
from app.domain.flag import FlagId, shrinks_on
from app.domain.flag_choice import FlagStatus
from app.domain.practice import PracticeId
from app.domain.today import FirstWaiting, TodayDue, TodaySheet, WaitingFlag
from app.services.clash import clashes_among
from app.services.consent import ConsentService
from app.services.feedback import untold_rows
from app.services.flag import FlagService
from app.services.next_visit import next_visit
from app.services.overdue import late_and_due
from app.services.plan_decision import unsettled
from app.services.retention import kept_for
from app.services.task import task_rows
from app.system.clock import Now, Today, local, now_utc

TASK_DAYS = 7

_WITH_THE_DOCTOR = (FlagStatus.RAISED, FlagStatus.DOCTOR_ASKS)


class TodayService:
    """Gather what waits, from visits, flags, consents and tasks."""

    def __init__(
        self,
        vault: Vault,
        today: Today,
        consents: ConsentService,
        flags: FlagService,
        now: Now = now_utc,
    ) -> None:
        self._vault = vault
        self._today = today
        self._consents = consents
        self._flags = flags
        self._now = now

    def day(self) -> date:
        """Return what day it is, as every rule counts it."""
        return self._today()

    def moment(self) -> datetime:
        """Return the day with what the Danish clock shows now, as visits are written."""
        at = local(self._now()).time().replace(tzinfo=None)
        return datetime.combine(self._today(), at)

    def today(self, most: int | None = None) -> TodaySheet:
        """Return the nameless side: the next visit, what to decide in the plan, late practices,
        flags and reviews that wait; of the flags at most so many if that is said."""
        with self._vault.read() as session:
            late, due = late_and_due(session, self._today())
            return TodaySheet(
                next_visit=next_visit(session, self._today()),
                held=count_held(session, self._today()),
                to_decide=_to_decide(session, due, self._today()),
                overdue=late,
                waiting=_waiting(session, self._today(), most),
                untold=untold_rows(session, self._today()),
                going=self._flags.count_going(),
                reviews=_reviews(session, self._today()),
            )

    def count_waiting(self) -> int:
        """Return how many flags wait for their doctor."""
        with self._vault.read() as session:
            return count_flags(session, _WITH_THE_DOCTOR)

    def due(self) -> TodayDue:
        """Return the side that may name people: consents that soon end, and this week's tasks."""
        last = self._today() + timedelta(days=TASK_DAYS)
        with self._vault.read() as session:
            return TodayDue(expiring=self._consents.expiring(), tasks=task_rows(session, last))


def _to_decide(session: Session, due: tuple[Decision, ...], today: date) -> tuple[Decision, ...]:
    """Return what the plan waits for. Practices that are late have a list of their own."""
    booked = find_booked(session)
    ahead = [visit for visit in booked if visit.start.date() >= today]
    found = (*unsettled(booked, today), *clashes_among(session, ahead), *due)
    return tuple(sorted(found, key=lambda one: (one.day, one.practice)))


def _reviews(session: Session, today: date) -> tuple[ReviewRow, ...]:
    return tuple(
        ReviewRow(
            practice_id=PracticeId(record.practice_id), practice=name, review_on=record.review_on
        )
        for record, name in find_reviews(session, today + REVIEW_AHEAD)
    )


def _waiting(session: Session, today: date, most: int | None) -> FirstWaiting:
    kept = kept_for(session).flag_time()
    found = find_waiting(session, _WITH_THE_DOCTOR)
    # The doctor has the ball, so no feedback can have shortened their time.
    going = [
        (shrinks_on(flag.raised_on, flag.noted_on, flag.status, None, kept), flag.code, flag)
        for flag in found
    ]
    rows = tuple(
        WaitingFlag(
            id=FlagId(UUID(flag.flag)),
            code=flag.code,
            practice=flag.practice,
            status=flag.status,
            next_step=flag.next_step,
            age_days=(today - flag.raised_on).days,
            shrinks_on=goes_on,
        )
        for goes_on, _code, flag in sorted(going)[:most]
    )
    return FirstWaiting(rows=rows, count=len(found))
