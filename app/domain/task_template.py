"""Tasks that usually follow a named day of a follow-up: proposed, and made when they are ticked.

They are data (resources/reference/task.toml), counted from a day that has a name.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.days import closed_reason
from app.domain.language import N_, _, language, mark
from app.domain.settling import Settling

TEMPLATES = Path(__file__).parents[2] / "resources" / "reference" / "task.toml"


class NamedDay(StrEnum):
    """A day of a follow-up that tasks are counted from."""

    START = "start"
    SICK = "sick"
    ROUNDTABLE = "roundtable"
    REVIEW = "review"
    TODAY = "today"


NAMED_LABELS: dict[NamedDay, str] = {
    NamedDay.START: N_("The start"),
    NamedDay.SICK: N_("The first sick day"),
    NamedDay.ROUNDTABLE: N_("The roundtable"),
    NamedDay.REVIEW: N_("The review of the plan"),
    NamedDay.TODAY: N_("Today"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTemplate:
    """One task that usually follows a named day."""

    code: str
    counted_from: NamedDay
    days: int
    lead_days: int
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedTask:
    """A task as it would be made. `late` if its day has passed."""

    code: str
    what: str
    due_on: date
    lead_days: int
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateDraft:
    """Which proposals are ticked, counted from which day."""

    counted_from: str = ""
    tasks: tuple[str, ...] = ()


def task_templates() -> tuple[TaskTemplate, ...]:
    """Return every template, in the language in force."""
    spoken = "da" if language() == "da" else "en"
    return tuple(
        TaskTemplate(
            code=entry["code"],
            counted_from=NamedDay(entry["from"]),
            days=entry["days"],
            lead_days=entry["lead"],
            what=mark(entry[spoken]),
        )
        for entry in _entries()
    )


def proposed_tasks(named: NamedDay, day: date, today: date) -> tuple[ProposedTask, ...]:
    """Return what usually follows `named`, which falls on `day`, soonest first."""
    found = [
        _proposed(template, day, today)
        for template in task_templates()
        if template.counted_from is named
    ]
    return tuple(sorted(found, key=lambda task: task.due_on))


def settle_templates(
    draft: TemplateDraft, days: Mapping[NamedDay, date], today: date
) -> tuple[ProposedTask, ...]:
    """Return the tasks to make, or raise `Rejected`."""
    form = Settling()
    named = form.choose("counted_from", draft.counted_from, NamedDay, NamedDay.TODAY)
    if named not in days:
        form.refuse("counted_from", _("This day is not known."))
    proposals = proposed_tasks(named, days.get(named, today), today)
    chosen = tuple(task for task in proposals if task.code in draft.tasks)
    if not chosen:
        form.refuse("tasks", _("Tick what is to be done."))
    form.finish()
    return chosen


def _proposed(template: TaskTemplate, day: date, today: date) -> ProposedTask:
    due_on = _open_day(day + timedelta(days=template.days))
    return ProposedTask(
        code=template.code,
        what=template.what,
        due_on=due_on,
        lead_days=template.lead_days,
        late=due_on < today,
    )


def _open_day(day: date) -> date:
    """Return `day`, or the last day before it on which people work."""
    while closed_reason(day) is not None:
        day -= timedelta(days=1)
    return day


@cache
def _entries() -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = tomllib.loads(TEMPLATES.read_text(encoding="utf-8"))[
        "task"
    ]
    return found
