"""What the page of the plan shows."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.decision import Decision
from app.domain.plan_shape import OwnCalendar, Plan
from app.domain.practice import PracticeInPlan
from app.domain.visit import VisitRow


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSheet:
    """Everything the page of the plan shows of some days. Of the visits also those that are still
    to be held on other days; of the practices only those that are not archived, by name."""

    practices: tuple[PracticeInPlan, ...]
    visits: tuple[VisitRow, ...]
    plan: Plan
    own: OwnCalendar
    decisions: tuple[Decision, ...]
    visited: bool  # whether there is any visit, be it at a practice that is archived
