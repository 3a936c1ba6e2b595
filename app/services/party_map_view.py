"""How the parties of a follow-up stand to each other: what the map is drawn from."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.agreement import StepFacts
from app.domain.goal import Goal, goal_line
from app.domain.language import _
from app.domain.party_map import Doing, PartyMap, Step, map_of
from app.domain.words import hours, weeks
from app.services.person import Person


def party_map(person: Person, steps: Sequence[StepFacts]) -> PartyMap:
    """Return the map as it stands, with the `steps` of hours that are agreed."""
    return map_of(
        person.party_rows,
        person.cells,
        _mine(person),
        _doing(person, steps),
        person.today,
        i_drive=bool(person.followup.drives),
    )


def _mine(person: Person) -> Step:
    """Return my own next task; one without a name is mine."""
    own = [task for task in person.open_tasks if not task.who]
    return Step(what=own[0].what, day=own[0].due_on) if own else Step(what="", day=None)


def _doing(person: Person, steps: Sequence[StepFacts]) -> Doing:
    """Return the hours of today, or else the rung aimed at."""
    rung = person.followup.rung_aim
    aim = goal_line(Goal(now=None, aim=rung))
    return Doing(said=_hours_now(person, steps) or aim, aim=rung)


def _hours_now(person: Person, steps: Sequence[StepFacts]) -> str:
    """Return which step of the agreed hours the citizen is on, or nothing."""
    for step in steps:
        if step.first <= person.today <= step.last:
            text = _("{hours} a week, {weeks}")
            return text.format(hours=hours(step.hours), weeks=weeks(step.first, step.last))
    return ""
