"""What the half-year plan shows: a row per practice, a block per visit, each with its state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from app.domain.days import monday_of
from app.domain.language import N_, _
from app.domain.plan_day import better_avoided
from app.domain.plan_shape import OwnCalendar, Proposal
from app.domain.plan_sheet import PlanSheet
from app.domain.practice import ClosedFacts, PracticeFacts, PracticeId, PracticeInPlan
from app.domain.today import due_words
from app.domain.visit import MISSED_LABELS, VisitRow, VisitStatus
from app.domain.words import day_and_month, weekday_and_day

if TYPE_CHECKING:
    from app.bootstrap import Services

_WEEKS = 27
PLAN_WEEKS = 52


class BlockState(StrEnum):
    """How a visit stands in the plan."""

    HELD = "held"
    TODAY = "today"
    PLANNED = "planned"
    PROPOSED = "proposed"
    MOVED = "moved"
    MISSED = "missed"
    CONFLICT = "conflict"
    UNSETTLED = "unsettled"


# i18n: Danish: »Holdt«, »I dag«, »Planlagt«, »Foreslået«, »Flyttet herfra«, »Aflyst«, »Konflikt«
STATE_LABELS: dict[BlockState, str] = {
    BlockState.HELD: N_("Held"),
    BlockState.TODAY: N_("Today"),
    BlockState.PLANNED: N_("Planned"),
    BlockState.PROPOSED: N_("Proposed"),
    BlockState.MOVED: N_("Moved from here"),
    BlockState.MISSED: N_("Did not happen"),
    BlockState.CONFLICT: N_("Conflict"),
    BlockState.UNSETTLED: N_("Held or not?"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One visit, or one proposed, on the day it is drawn on. `key` knows it again."""

    key: str
    state: BlockState
    practice_id: PracticeId
    practice: str
    start: datetime
    minutes: int
    day: date
    visit: VisitRow | None = None
    reasons: tuple[str, ...] = ()
    is_next: bool = False  # the next one of its practice: the one three dates are proposed for
    due: str = ""  # of the next one: when its practice is due

    @property
    def can_move(self) -> bool:
        """Whether it can be carried to another day: a visit planned, or only proposed."""
        if self.state is BlockState.MOVED:
            return False
        return self.visit is None or self.visit.status is VisitStatus.PLANNED


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One practice with its blocks, and the days it is closed."""

    practice_id: PracticeId
    facts: PracticeFacts
    closed: tuple[ClosedFacts, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class HalfYear:
    """The ISO weeks from the one in which the half-year begins: 27, or 28 if its last day asks."""

    year: int
    half: int

    @classmethod
    def of(cls, day: date) -> HalfYear:
        """Return the half-year of `day`."""
        return cls(day.year, 1 if day.month <= 6 else 2)

    @property
    def days(self) -> tuple[date, date]:
        """Its own first and last day."""
        if self.half == 1:
            return date(self.year, 1, 1), date(self.year, 6, 30)
        return date(self.year, 7, 1), date(self.year, 12, 31)

    @property
    def first(self) -> date:
        """The Monday it begins with."""
        return _span(self)[0]

    @property
    def weeks(self) -> int:
        """How many weeks it shows."""
        return _span(self)[1]

    @property
    def last(self) -> date:
        """The Sunday it ends with."""
        return self.first + timedelta(weeks=self.weeks, days=-1)

    def label(self) -> str:
        """Return what it is called."""
        # i18n: Danish: »1. halvår 2026«, »2. halvår 2026«
        text = _("First half of {year}") if self.half == 1 else _("Second half of {year}")
        return text.format(year=self.year)

    def step(self, by: int) -> HalfYear:
        """Return the one `by` half-years later."""
        whole = self.year * 2 + self.half - 1 + by
        return HalfYear(whole // 2, whole % 2 + 1)


@cache  # every block asks for it
def _span(half: HalfYear) -> tuple[date, int]:
    """Return its first Monday, and how many weeks it shows."""
    own_first, own_last = half.days
    first = monday_of(own_first)
    return first, max(_WEEKS, (own_last - first).days // 7 + 1)


def read_sheet(services: Services, half: HalfYear) -> PlanSheet:
    """Return what is shown of `half`; what has to be decided is looked for at least a year
    ahead."""
    ahead = (half.last - services.today.day()).days // 7 + 1
    return services.plan.sheet(half.first, half.last, max(ahead, PLAN_WEEKS))


def plan_lines(sheet: PlanSheet, half: HalfYear, today: date) -> tuple[PlanLine, ...]:
    """Return a line for each practice in the plan, with its blocks in `half`."""
    blocks: dict[PracticeId, list[Block]] = {one.id: [] for one in sheet.practices}
    first, last = half.first, half.last
    for block in _blocks(sheet, first, last, today):
        if first <= block.day <= last and block.practice_id in blocks:
            blocks[block.practice_id].append(block)
    return tuple(
        PlanLine(
            practice_id=one.id,
            facts=one.facts,
            closed=one.closed,
            blocks=tuple(sorted(blocks[one.id], key=lambda block: (block.day, block.key))),
        )
        for one in sheet.practices
    )


def _due(practice: PracticeInPlan, today: date) -> str:
    facts, held = practice.facts, practice.last_held_on
    if held is None:
        return ""
    return due_words(held, facts.rhythm_weeks, facts.tolerated_to, today)


def _blocks(sheet: PlanSheet, first: date, last: date, today: date) -> Iterator[Block]:
    conflicts = {(v.key, v.start): v.reasons for v in sheet.plan.visits if v.booked and v.reasons}
    keys = {one.id: str(one.id) for one in sheet.practices}
    practices = {keys[one.id]: one for one in sheet.practices}
    ahead = _next_of_each(sheet, keys)
    for visit in sheet.visits:
        if first <= visit.start.date() <= last:
            key, due = keys.get(visit.practice_id, ""), None
            if visit.id.hex in ahead:
                due = _due(practices[key], today)
            yield _visit_block(visit, conflicts.get((key, visit.start), ()), sheet.own, today, due)
        if _left_its_week(visit):
            yield _moved_block(visit)
    for proposal in sheet.plan.visits:
        if not proposal.booked and first <= proposal.start.date() <= last:
            at, due = practices[proposal.key], None
            if proposal_key(proposal) in ahead:
                due = _due(at, today)
            yield _proposed_block(proposal, at, due)


def _next_of_each(sheet: PlanSheet, keys: Mapping[PracticeId, str]) -> set[str]:
    """Return the keys of the blocks that come next, one for each practice, by its key in the
    plan."""
    coming: dict[str, tuple[datetime, str]] = {}
    proposed = [one for one in sheet.plan.visits if not one.booked]
    found = [(keys[v.practice_id], v.start, v.id.hex) for v in sheet.visits if _is_open(v)]
    found += [(one.key, one.start, proposal_key(one)) for one in proposed]
    for practice, start, key in found:
        if practice not in coming or start < coming[practice][0]:
            coming[practice] = (start, key)
    return {key for _start, key in coming.values()}


def _is_open(visit: VisitRow) -> bool:
    return visit.status is VisitStatus.PLANNED


def _visit_block(
    visit: VisitRow, reasons: tuple[str, ...], own: OwnCalendar, today: date, due: str | None
) -> Block:
    day, conflict = visit.start.date(), bool(reasons)
    if not conflict and _is_open(visit) and day >= today:
        reasons = better_avoided(own.soft.reason(day))
    if visit.missed_reason is not None:
        reasons = (_("{reason}.").format(reason=_(MISSED_LABELS[visit.missed_reason])),)
    if visit.entered_on is not None:
        text = _("It was written down on {day}, after the visit.")
        reasons = (text.format(day=weekday_and_day(visit.entered_on)),)
    return Block(
        key=visit.id.hex,
        state=_state(visit, today, conflict=conflict),
        practice_id=visit.practice_id,
        practice=visit.practice,
        start=visit.start,
        minutes=visit.minutes,
        day=day,
        visit=visit,
        reasons=reasons,
        is_next=due is not None,
        due=due or "",
    )


def _state(visit: VisitRow, today: date, *, conflict: bool) -> BlockState:
    if visit.status is VisitStatus.HELD:
        return BlockState.HELD
    if visit.status is VisitStatus.MISSED:
        return BlockState.MISSED
    if visit.status is VisitStatus.RUNNING:
        return BlockState.TODAY
    if visit.start.date() < today:
        return BlockState.UNSETTLED
    if conflict:
        return BlockState.CONFLICT
    return BlockState.TODAY if visit.start.date() == today else BlockState.PLANNED


def _left_its_week(visit: VisitRow) -> bool:
    # Within one week the mark would lie on top of the visit itself.
    return visit.moved_from is not None and monday_of(visit.moved_from) != monday_of(
        visit.start.date()
    )


def _moved_block(visit: VisitRow) -> Block:
    day = visit.moved_from or visit.start.date()
    text = _("Moved to {day}.").format(day=day_and_month(visit.start.date()))
    return Block(
        key=f"{visit.id.hex}.moved",
        state=BlockState.MOVED,
        practice_id=visit.practice_id,
        practice=visit.practice,
        start=visit.start,
        minutes=visit.minutes,
        day=day,
        visit=visit,
        reasons=(text,),
    )


def _proposed_block(proposal: Proposal, practice: PracticeInPlan, due: str | None) -> Block:
    return Block(
        key=proposal_key(proposal),
        state=BlockState.PROPOSED,
        practice_id=practice.id,
        practice=practice.facts.name,
        start=proposal.start,
        minutes=proposal.minutes,
        day=proposal.start.date(),
        reasons=proposal.reasons,
        is_next=due is not None,
        due=due or "",
    )


def proposal_key(proposal: Proposal) -> str:
    """Return what a proposed visit is known by until it is accepted."""
    return f"{proposal.key}.{proposal.start.date().isoformat()}"
