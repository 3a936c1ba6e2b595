"""How the parties of a follow-up stand to each other: what the map is drawn from."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from app.data.followup import FollowupRecord
from app.data.task import find_tasks
from app.domain.goal import Goal, goal_line
from app.domain.language import _
from app.domain.party_map import Doing, PartyMap, Step, map_of
from app.domain.words import hours, weeks
from app.services.agreed import agreed_steps
from app.services.citizen import cell_rows, party_rows


def party_map(session: Session, record: FollowupRecord, today: date) -> PartyMap:
    """Return the map as it stands `today`."""
    return map_of(
        party_rows(session, record.citizen_id),
        cell_rows(session, record.citizen_id, today),
        _mine(session, record),
        _doing(session, record, today),
        today,
        i_drive=bool(record.drives),
    )


def _mine(session: Session, record: FollowupRecord) -> Step:
    """Return my own next task; one without a name is mine."""
    own = [task for task in find_tasks(session, followup_id=record.id) if not task.who]
    return Step(what=own[0].what, day=own[0].due_on) if own else Step(what="", day=None)


def _doing(session: Session, record: FollowupRecord, today: date) -> Doing:
    """Return the hours of today, or else the rung aimed at."""
    aim = goal_line(Goal(now=None, aim=record.rung_aim))
    return Doing(said=_hours_now(session, record, today) or aim, aim=record.rung_aim)


def _hours_now(session: Session, record: FollowupRecord, today: date) -> str:
    """Return which step of the agreed hours the citizen is on, or nothing."""
    for step in agreed_steps(session, record):
        if step.first <= today <= step.last:
            text = _("{hours} a week, {weeks}")
            return text.format(hours=hours(step.hours), weeks=weeks(step.first, step.last))
    return ""
