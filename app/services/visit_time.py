"""Whether a visit can be at the time wished for, and putting it into the calendar."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from app.data.absence import find_absences
from app.data.practice import PracticeRecord, find_closed, get_practice
from app.data.visit import VisitRecord, find_visits_around
from app.domain.days import holiday_name, is_weekend
from app.domain.language import _, ngettext
from app.domain.problem import Problem, Refused, Rejected
from app.domain.visit import VisitFacts, VisitId, VisitStatus
from app.domain.words import clock_time, weekday_name
from app.services.own_calendar import appointments, plan_times


def book(session: Session, facts: VisitFacts) -> VisitId:
    """Put a new visit into the calendar; raise `Rejected` for a time it cannot have."""
    refuse_unfit_time(session, facts)
    record = VisitRecord(
        practice_id=facts.practice_id,
        start=facts.start,
        minutes=facts.minutes,
        status=VisitStatus.PLANNED,
    )
    session.add(record)
    session.flush()
    return VisitId(record.id)


def refuse_unplanned(record: VisitRecord) -> None:
    """Raise `Refused` for a visit that can no longer be moved or cancelled."""
    if record.status is not VisitStatus.PLANNED:
        raise Refused(_("Only a planned visit can be moved or cancelled."))


def refuse_unmovable(record: VisitRecord, facts: VisitFacts) -> None:
    """Raise `Refused` for a visit that is no longer planned, `Rejected` for another practice."""
    refuse_unplanned(record)
    if record.practice_id != facts.practice_id:
        text = _("Plan a new visit for the other practice.")
        raise Rejected([Problem("practice_id", text)])


def move_to(record: VisitRecord, start: datetime) -> None:
    """Give a visit another start; the day it was first planned for is kept."""
    first = record.moved_from or record.start.date()
    record.moved_from = first if first != start.date() else None
    record.start = start


def refuse_unfit_time(
    session: Session, facts: VisitFacts, moving: VisitRecord | None = None
) -> None:
    """Raise `Rejected` for an archived practice, a closed day, a day away, or a time too near
    another visit or a roundtable."""
    practice = get_practice(session, facts.practice_id)
    problems = [
        Problem(field, text)
        for field, text in (
            ("practice_id", _archived(practice)),
            ("day", shut_day(session, facts)),
            ("at", _too_near(session, facts, moving) or _meeting(session, facts)),
        )
        if text
    ]
    if problems:
        raise Rejected(problems)


def shut_day(session: Session, facts: VisitFacts) -> str:
    """Return why nobody can come on the day of a visit, and what to do; or nothing."""
    return _closed(session, facts) or _away(session, facts)


def _archived(practice: PracticeRecord) -> str:
    if practice.archived_on is None:
        return ""
    return _("This practice is archived. Restore it first.")


def _closed(session: Session, facts: VisitFacts) -> str:
    day = facts.start.date()
    holiday = holiday_name(day)
    if holiday is not None:
        return _("This is {holiday}. Choose another day.").format(holiday=holiday)
    if is_weekend(day):
        text = _("This is a {weekday}. Choose another day.")
        return text.format(weekday=weekday_name(day))
    for closed in find_closed(session, facts.practice_id):
        if closed.first <= day <= closed.last:
            return _closed_here(closed.reason)
    return ""


def _closed_here(reason: str) -> str:
    if not reason:
        return _("The practice is closed on this day. Choose another day.")
    text = _("The practice is closed on this day ({reason}). Choose another day.")
    return text.format(reason=reason)


def _away(session: Session, facts: VisitFacts) -> str:
    day = facts.start.date()
    absence = next((one for one in find_absences(session) if one.first <= day <= one.last), None)
    if absence is None:
        return ""
    if not absence.reason:
        return _("You are away on this day. Choose another day.")
    text = _("You are away on this day ({reason}). Choose another day.")
    return text.format(reason=absence.reason)


def _meeting(session: Session, facts: VisitFacts) -> str:
    way = plan_times(session).way
    for other in appointments(session):
        if _meets(facts, other.start, other.minutes, way):
            text = _("A roundtable is held at {time} that day.")
            return f"{text.format(time=clock_time(other.start))} {_room(way)}"
    return ""


def _too_near(session: Session, facts: VisitFacts, moving: VisitRecord | None) -> str:
    way = plan_times(session).way
    for other in find_visits_around(session, facts.start.date()):
        if moving is not None and other.id == moving.id:
            continue
        # Between two visits at the same practice there is no way to go.
        between = timedelta() if other.practice_id == facts.practice_id else way
        if _meets(facts, other.start, other.minutes, between):
            practice = session.get_one(PracticeRecord, other.practice_id)
            text = _("{practice} is visited at {time} that day.")
            said = text.format(practice=practice.name, time=clock_time(other.start))
            return f"{said} {_room(between)}"
    return ""


def _meets(facts: VisitFacts, start: datetime, minutes: int, way: timedelta) -> bool:
    """Whether there is no time for both and the way between them."""
    end, other_end = (
        begin + timedelta(minutes=length) + way
        for begin, length in ((facts.start, facts.minutes), (start, minutes))
    )
    return end > start and facts.start < other_end


def _room(way: timedelta) -> str:
    minutes = way // timedelta(minutes=1)
    if not minutes:
        return _("Choose another time.")
    text = ngettext(
        "Leave {n} minute for the way, or choose another time.",
        "Leave {n} minutes for the way, or choose another time.",
        minutes,
    )
    return text.format(n=minutes)
