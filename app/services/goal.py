"""What can be done about where a follow-up stands: its rungs, its signs, its level."""

from __future__ import annotations

from collections.abc import Iterable

from sqlmodel import Session

from app.changes import Topic
from app.data.followup import FollowupRecord, drop_signs, find_signs, get_followup, put_signs
from app.data.vault import Vault
from app.domain.complexity import Complexity, settle_level, settle_signs
from app.domain.followup import FollowupId
from app.domain.goal import Goal, GoalDraft, settle_goal
from app.system.clock import Today


class GoalService:
    """Keep where the citizen stands and wants to go, and how much that has to be coordinated."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def goal(self, followup_id: FollowupId) -> Goal:
        """Return the rung of today and the rung aimed at."""
        with self._vault.read() as session:
            return goal_of(get_followup(session, followup_id))

    def set_goal(self, followup_id: FollowupId, draft: GoalDraft) -> None:
        """Save both rungs."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            goal = settle_goal(draft)
            record = get_followup(session, followup_id)
            record.rung_now, record.rung_aim = goal.now, goal.aim

    def complexity(self, followup_id: FollowupId) -> Complexity:
        """Return the signs that are ticked, and what was decided."""
        with self._vault.read() as session:
            return complexity_of(session, get_followup(session, followup_id))

    def tick_signs(self, followup_id: FollowupId, codes: Iterable[str]) -> None:
        """Save which signs are seen; what was decided stays as it is."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            signs = settle_signs(codes)
            record = get_followup(session, followup_id)
            drop_signs(session, record.id)
            put_signs(session, record.id, signs)

    def decide_level(self, followup_id: FollowupId, code: str) -> None:
        """Save the level the person decided; nothing takes it back."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            level = settle_level(code)
            record = get_followup(session, followup_id)
            record.complexity = level
            record.complexity_on = None if level is None else self._today()


def goal_of(record: FollowupRecord) -> Goal:
    """Return the rungs of a follow-up."""
    return Goal(now=record.rung_now, aim=record.rung_aim)


def complexity_of(session: Session, record: FollowupRecord) -> Complexity:
    """Return how much a follow-up has to be coordinated."""
    return Complexity(
        signs=find_signs(session, record.id),
        level=record.complexity,
        decided_on=record.complexity_on,
    )
