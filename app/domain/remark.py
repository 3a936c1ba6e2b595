"""A remark: one line typed while people talk. Who reads it is chosen line by line."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from app.domain.agreement import AgreementDraft
from app.domain.audience import FOR_EMPLOYER, Audience
from app.domain.flag_choice import Function
from app.domain.guard import (
    About,
    Finding,
    Rule,
    find_traces,
    first_refused,
    functions_for,
    with_words,
)
from app.domain.settling import Settling
from app.domain.typed import read_required

MOST_OFFERED = 3
# What a word that no list knows better words for may still be said as: the widest functions.
_WIDEST = (Function.STAMINA, Function.CONCENTRATION, Function.STRESS_TOLERANCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkDraft:
    """A remark as typed; for nobody but its writer unless somebody is chosen."""

    text: str = ""
    audience: str = Audience.OWN.value


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkFacts:
    """A remark that passed every rule. One that is `held` is kept, and printed for nobody else:
    an employer could read it, and it tells of health or of what is nobody's business."""

    text: str
    audience: Audience
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkRow:
    """One remark. `agreed` is what it said as an agreement before it became a remark."""

    id: UUID
    facts: RemarkFacts
    agreed: AgreementDraft


def settle_remark(draft: RemarkDraft) -> RemarkFacts:
    """Return the remark as facts, or raise `Rejected`. Health is no reason to lose a line: what an
    employer may not read is held instead."""
    form = Settling()
    text = form.read("text", lambda: read_required(draft.text), "")
    audience = form.choose("audience", draft.audience, Audience, Audience.OWN)
    form.guard("text", draft.text, about=About.CITIZEN)
    form.finish()
    return RemarkFacts(text=text, audience=audience, held=is_held(text, audience))


def is_held(text: str, audience: Audience) -> bool:
    """Return whether a line for this audience holds what no employer may read."""
    return audience in FOR_EMPLOYER and closed_place(text) is not None


def closed_place(text: str) -> Finding | None:
    """Return the first place of `text` that no employer may read, if there is one."""
    return first_refused(find_traces(text, about=About.EMPLOYER))


def in_other_words(text: str, words: str) -> str:
    """Return `text` with `words` in place of the first thing that no employer may read."""
    found = closed_place(text)
    return text if found is None else with_words(text, found, words)


def said_as(text: str) -> tuple[Function, ...]:
    """Return the functions that say what is hard at work, in place of a word about health; none
    where the word tells of what is nobody's business."""
    found = closed_place(text)
    if found is None or found.rule is not Rule.HEALTH:
        return ()
    return (functions_for(text[found.start : found.end]) or _WIDEST)[:MOST_OFFERED]
