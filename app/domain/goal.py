"""The goal ladder: on which rung the citizen stands, and on which they want to end."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.followup import OUTCOME_LABELS, Outcome
from app.domain.language import _
from app.domain.settling import Settling


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalDraft:
    """Both rungs as chosen; nothing means not known yet."""

    now: str = ""
    aim: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """The rung of today and the rung aimed at, as far as they are known."""

    now: Outcome | None
    aim: Outcome | None


def settle_goal(draft: GoalDraft) -> Goal:
    """Return the rungs, or raise `Rejected`."""
    form = Settling()
    goal = Goal(now=_rung(form, "now", draft.now), aim=_rung(form, "aim", draft.aim))
    form.finish()
    return goal


def goal_line(goal: Goal) -> str:
    """Return both rungs in words; nothing if neither is known."""
    parts = []
    if goal.now is not None:
        parts.append(_("Now: {rung}").format(rung=_(OUTCOME_LABELS[goal.now]).lower()))
    if goal.aim is not None:
        parts.append(_("Aim: {aim}").format(aim=_(OUTCOME_LABELS[goal.aim]).lower()))
    return " · ".join(parts)


def _rung(form: Settling, field: str, code: str) -> Outcome | None:
    return form.choose(field, code, Outcome, Outcome.OUT) if code else None
