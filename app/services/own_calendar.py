"""What binds the consultant at every practice: days away, roundtables, days better avoided."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from app.data.absence import find_absences
from app.data.roundtable_list import find_meetings
from app.data.setting import find_settings, put_setting
from app.data.soft_block import SoftBlockRecord, find_soft_blocks
from app.domain.audit import Word
from app.domain.plan_shape import Appointment, ClosedPeriod, OwnCalendar
from app.domain.plan_times import PlanTimes, PlanTimesDraft, settle_plan_times
from app.domain.problem import Rejected
from app.domain.soft_block import (
    SoftBlock,
    SoftBlockId,
    SoftBlockRow,
    SoftDays,
    default_blocks,
)
from app.services.audit_note import change_settings
from app.system.log import event

_OWN_LIST = "soft_blocks_own"
_TRAVEL, _ROUNDTABLE = "travel_minutes", "roundtable_minutes"


def own_calendar(session: Session, since: date = date.min) -> OwnCalendar:
    """Return all of it; of the roundtables only those from the day `since` on."""
    return OwnCalendar(
        absences=tuple(
            ClosedPeriod(first=record.first, last=record.last, reason=record.reason)
            for record in find_absences(session)
        ),
        appointments=appointments(session, since),
        soft=SoftDays(row.block for row in soft_blocks(session)),
        times=plan_times(session),
    )


def appointments(session: Session, since: date = date.min) -> tuple[Appointment, ...]:
    """Return the roundtables and their follow-up meetings that have a day and a time, from the
    day `since` on."""
    starts = {
        datetime.combine(day, at)
        for one in find_meetings(session, since)
        for day, at in ((one.day, one.at), (one.review_on, one.review_at))
        if day is not None and at is not None and day >= since
    }
    minutes = plan_times(session).roundtable
    return tuple(Appointment(start=start, minutes=minutes) for start in sorted(starts))


def plan_times(session: Session) -> PlanTimes:
    """Return how long the way and a roundtable take; what cannot be read is as usual."""
    saved = find_settings(session)
    usual = PlanTimesDraft()
    draft = PlanTimesDraft(
        travel=saved.get(_TRAVEL, usual.travel),
        roundtable=saved.get(_ROUNDTABLE, usual.roundtable),
    )
    try:
        return settle_plan_times(draft)
    except Rejected:
        event("settings.value_ignored")
        return PlanTimes()


def put_plan_times(session: Session, times: PlanTimes) -> None:
    """Keep how long they take."""
    named = {_TRAVEL: str(times.travel), _ROUNDTABLE: str(times.roundtable)}
    change_settings(session, Word.PLAN_TIMES, named)


def soft_blocks(session: Session) -> tuple[SoftBlockRow, ...]:
    """Return the list of the file: its own one, or the one every new file has."""
    if not _has_own_list(session):
        return default_blocks()
    return tuple(
        SoftBlockRow(
            id=SoftBlockId(record.id),
            block=SoftBlock(
                when=record.falls_on,
                name=record.name,
                year=record.year,
                source=record.source,
                last_checked=record.last_checked,
            ),
        )
        for record in find_soft_blocks(session)
    )


def make_own_list(session: Session) -> None:
    """Before its first change, write the list every new file has into the file."""
    if _has_own_list(session):
        return
    for row in default_blocks():
        session.add(SoftBlockRecord(id=row.id, **soft_block_columns(row.block)))
    put_setting(session, _OWN_LIST, "1")
    session.flush()


def drop_own_list(session: Session) -> None:
    """Go back to the list every new file has."""
    for record in find_soft_blocks(session):
        session.delete(record)
    put_setting(session, _OWN_LIST, "0")


def soft_block_columns(block: SoftBlock) -> dict[str, Any]:
    """Return an entry as columns."""
    return {
        "falls_on": block.when,
        "name": block.name,
        "year": block.year,
        "source": block.source,
        "last_checked": block.last_checked,
    }


def _has_own_list(session: Session) -> bool:
    return find_settings(session).get(_OWN_LIST) == "1"
