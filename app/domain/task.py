"""A task: something to do, by whom, by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType
from uuid import UUID

from app.domain.clean import clean
from app.domain.guard import About
from app.domain.language import N_, _
from app.domain.settling import Settling
from app.domain.typed import read_deadline, read_line, read_required, read_whole

LONGEST_LEAD = 60

TaskId = NewType("TaskId", UUID)


class TaskSubject(StrEnum):
    """What a task is about; decides how strictly its words are guarded."""

    OWN = "own"
    PRACTICE = "practice"
    FOLLOWUP = "followup"


SUBJECT_LABELS: dict[TaskSubject, str] = {
    TaskSubject.OWN: N_("My own"),
    TaskSubject.PRACTICE: N_("A practice"),
    TaskSubject.FOLLOWUP: N_("A follow-up"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDraft:
    """A task as typed. `subject_id` is the practice's or follow-up's id as text."""

    what: str = ""
    who: str = ""
    due_on: str = ""
    lead_days: str = ""
    subject: str = TaskSubject.OWN.value
    subject_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFacts:
    """A task that passed every rule."""

    what: str
    who: str
    due_on: date
    lead_days: int
    subject: TaskSubject
    subject_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """One task in a list; `about` is the practice's name or the citizen's, as allowed there."""

    id: TaskId
    what: str
    who: str
    due_on: date
    lead_days: int
    done: bool
    subject: TaskSubject
    subject_id: UUID | None
    about: str

    @property
    def remind_on(self) -> date:
        """The day from which one is reminded of it."""
        return self.due_on - timedelta(days=self.lead_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstTasks:
    """The first tasks of a list: how many of it are to be done, and how many there are with those
    done, where the list has them."""

    rows: tuple[TaskRow, ...]
    to_do: int
    count: int


def settle_task(draft: TaskDraft, today: date, known_names: frozenset[str]) -> TaskFacts:
    """Return the task as facts, or raise `Rejected`. Only a follow-up's task may name a person."""
    form = Settling()
    subject = form.choose("subject", draft.subject, TaskSubject, TaskSubject.OWN)
    facts = TaskFacts(
        what=form.read("what", lambda: read_required(draft.what), ""),
        who=form.read("who", lambda: read_line(draft.who), ""),
        due_on=form.read("due_on", lambda: read_deadline(draft.due_on, today), today),
        lead_days=form.read("lead_days", lambda: _read_lead(draft.lead_days), 0),
        subject=subject,
        subject_id=UUID(draft.subject_id) if draft.subject_id else None,
    )
    if subject is not TaskSubject.OWN and facts.subject_id is None:
        form.refuse("subject_id", _("Choose which one the task is about."))
    for field, text in (("what", draft.what), ("who", draft.who)):
        if subject is TaskSubject.FOLLOWUP:
            form.guard(field, text, about=About.CITIZEN)
        else:
            form.guard(field, text, known_names)
    form.finish()
    return facts


def _read_lead(text: str) -> int:
    return read_whole(text, 0, LONGEST_LEAD) if clean(text) else 0
