"""Deadlines of the clock in the file: the table, and the questions asked of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session, SQLModel, col, select

from app.data.columns import a_day, key, whole, words, yes_no
from app.data.found import found
from app.domain.clock_rule import ClockRuleId
from app.domain.language import _


class ClockRuleRecord(SQLModel, table=True):
    """One deadline."""

    __tablename__ = "clock_rule"

    id: UUID = key()
    weeks: int = whole()
    name: str = words()
    step: str = words()
    source: str = words()
    valid_from: date = a_day()
    last_checked: date = a_day()
    compares: int = yes_no()


def get_clock_rule(session: Session, rule_id: ClockRuleId) -> ClockRuleRecord:
    """Return the deadline, or raise `NotFound`."""
    return found(session.get(ClockRuleRecord, rule_id), _("This deadline is no longer there."))


def find_clock_rules(session: Session) -> Sequence[ClockRuleRecord]:
    """Return the deadlines, soonest first."""
    query = select(ClockRuleRecord)
    return session.exec(query.order_by(col(ClockRuleRecord.weeks), col(ClockRuleRecord.name))).all()
