"""Where else in the file a person is named: in tasks, unfinished edits and notes that no key links
to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import Text, select
from sqlmodel import Session

from app.data.draft import find_drafts
from app.data.schema import metadata
from app.data.task import find_tasks
from app.domain.erasure import NamedDraft, NamedTask
from app.domain.language import N_, _
from app.domain.mention import Mention, mention_of

# Tables in which a person may write a word about anybody, and what one calls them.
PLACES: dict[str, str] = {
    "visit_question": N_("a question at a visit"),
    "visit_promise": N_("a promise at a visit"),
    "practice": N_("a practice"),
    "doctor": N_("a doctor"),
    "closed_period": N_("closed days"),
    "absence": N_("an absence"),
    "soft_block": N_("a time better avoided"),
    "lesson": N_("a topic"),
    "cooperation": N_("a cooperation agreement"),
    "cooperation_duty": N_("a line of a cooperation agreement"),
    "flag": N_("a flag"),
    "clock_rule": N_("a deadline of the clock"),
    "setting": N_("a setting"),
}


def tasks_naming(session: Session, name: str, own: set[UUID]) -> tuple[NamedTask, ...]:
    """Return the tasks that name the person, but for those of their `own` follow-ups."""
    tasks = [task for task in find_tasks(session, done=True) if task.followup_id not in own]
    mentions = [(task, mention_of(f"{task.what} {task.who}", name)) for task in tasks]
    return tuple(
        NamedTask(id=task.id, what=task.what, surely=mention is Mention.SURELY)
        for task, mention in mentions
        if mention is not Mention.NONE
    )


def drafts_naming(session: Session, name: str, citizen_id: UUID) -> tuple[NamedDraft, ...]:
    """Return the unfinished edits that surely name the person, but for those known to be about
    them."""
    return tuple(
        NamedDraft(kind=draft.kind, entity=draft.entity)
        for draft in find_drafts(session)
        if draft.citizen_id != citizen_id and mention_of(draft.fields, name) is Mention.SURELY
    )


def named_in(session: Session, name: str) -> tuple[str, ...]:
    """Return in words where else the name surely stands, each with how often."""
    counts = Counter(_places_naming(session, name))
    return tuple(
        _("{place} ({n})").format(place=_(PLACES[place]), n=counts[place])
        for place in PLACES
        if counts[place]
    )


def _places_naming(session: Session, name: str) -> Iterator[str]:
    for place in PLACES:
        table = metadata.tables[place]
        worded = [column for column in table.columns if type(column.type) is Text]
        for row in session.execute(select(*worded)):
            said = " ".join(str(value) for value in row if value)
            if mention_of(said, name) is Mention.SURELY:
                yield place
