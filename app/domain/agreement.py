"""What a roundtable agrees: adjustments, the hours ladder, and who does what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.audience import FOR_EMPLOYER, Audience
from app.domain.guard import About
from app.domain.language import _
from app.domain.settling import Settling
from app.domain.typed import (
    NAME_LIMIT,
    read_day,
    read_hours,
    read_line,
    read_optional_deadline,
    read_required,
)
from app.domain.words import hours

MOST_CODES = 6
# One that came with Fasthold: its function and a number. One of one's own: its id.
_CODE = re.compile(r"[a-z_]{1,20}-[1-9][0-9]?|[0-9a-f]{32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementDraft:
    """An agreement as typed: function, task, adjustment, period, review, owner."""

    function: str = ""
    task: str = ""
    adjustment: str = ""
    first: str = ""
    last: str = ""
    review_on: str = ""
    owner: str = ""
    audience: str = Audience.EMPLOYER.value
    taken_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFacts:
    """An agreement that passed every rule. `taken_from` are the codes of the lines of the catalogue
    its adjustment was made of, with a space between: so it can be counted what helped."""

    function: str
    task: str
    adjustment: str
    first: date
    last: date
    review_on: date
    owner: str
    audience: Audience = Audience.EMPLOYER
    taken_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDraft:
    """One step of the hours ladder as typed."""

    first: str = ""
    last: str = ""
    hours: str = ""
    days: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFacts:
    """One step: hours per week from `first` to `last`, both included, and on which days."""

    first: date
    last: date
    hours: float
    days: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDraft:
    """Who does what by when, as typed."""

    who: str = ""
    what: str = ""
    due_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFacts:
    """Who does what by when."""

    who: str
    what: str
    due_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRow:
    """One agreement."""

    id: UUID
    facts: AgreementFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One step of the hours ladder."""

    id: UUID
    facts: StepFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One line of who does what."""

    id: UUID
    facts: ActionFacts


def settle_agreement(draft: AgreementDraft, held_on: date, today: date) -> AgreementFacts:
    """Return the agreement as facts, or raise `Rejected`. Not reviewed means not agreed."""
    form = Settling()
    first = form.read("first", lambda: read_day(draft.first, today), held_on)
    last = form.read("last", lambda: read_day(draft.last, today), first)
    facts = AgreementFacts(
        function=form.read("function", lambda: read_required(draft.function), ""),
        task=form.read("task", lambda: read_line(draft.task), ""),
        adjustment=form.read("adjustment", lambda: read_required(draft.adjustment), ""),
        first=first,
        last=last,
        review_on=form.read("review_on", lambda: read_day(draft.review_on, today), last),
        owner=form.read("owner", lambda: read_required(draft.owner, NAME_LIMIT), ""),
        audience=form.choose("audience", draft.audience, Audience, Audience.EMPLOYER),
        taken_from=codes_in(draft.taken_from),
    )
    if last < first:
        form.refuse("last", _("Write a last day that is not before the first."))
    if facts.review_on < first:
        form.refuse("review_on", _("Choose a review day in the period or after it."))
    about = About.EMPLOYER if facts.audience in FOR_EMPLOYER else About.CITIZEN
    for field, text in (
        ("function", draft.function),
        ("task", draft.task),
        ("adjustment", draft.adjustment),
        ("owner", draft.owner),
    ):
        form.guard(field, text, about=about)
    form.finish()
    return facts


def codes_in(text: str) -> str:
    """Return the codes of lines of the catalogue in `text`, each once and no more than fit."""
    codes = dict.fromkeys(word for word in text.split() if _CODE.fullmatch(word))
    return " ".join(tuple(codes)[:MOST_CODES])


def settle_step(
    draft: StepDraft, today: date, weekly_hours: float = 0, others: Sequence[StepFacts] = ()
) -> StepFacts:
    """Return the step as facts, or raise `Rejected`. A ladder climbs to the agreed `weekly_hours`,
    where they are known, and no two steps of it cover the same day."""
    form = Settling()
    first = form.read("first", lambda: read_day(draft.first, today), today)
    facts = StepFacts(
        first=first,
        last=form.read("last", lambda: read_day(draft.last, today), first),
        hours=form.read("hours", lambda: read_hours(draft.hours), 0.0),
        days=form.read("days", lambda: read_line(draft.days, NAME_LIMIT), ""),
    )
    if facts.last < first:
        form.refuse("last", _("Write a last day that is not before the first."))
    if any(other.first <= facts.last and first <= other.last for other in others):
        form.refuse("first", _("Another step covers some of these days."))
    if 0 < weekly_hours < facts.hours:
        most = _("The agreed working time is {hours} a week. Write at most that.")
        form.refuse("hours", most.format(hours=hours(weekly_hours)))
    form.guard("days", draft.days, about=About.EMPLOYER)
    form.finish()
    return facts


def settle_action(draft: ActionDraft, today: date) -> ActionFacts:
    """Return who does what as facts, or raise `Rejected`."""
    form = Settling()
    facts = ActionFacts(
        who=form.read("who", lambda: read_required(draft.who, NAME_LIMIT), ""),
        what=form.read("what", lambda: read_required(draft.what), ""),
        due_on=form.read("due_on", lambda: read_optional_deadline(draft.due_on, today), None),
    )
    for field, text in (("who", draft.who), ("what", draft.what)):
        form.guard(field, text, about=About.EMPLOYER)
    form.finish()
    return facts
