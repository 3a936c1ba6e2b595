"""The status sentence of a follow-up: what may be done today, and the one next act."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.consent import INFORMATION_LABELS, Information
from app.domain.language import _
from app.domain.ringing import Ringing
from app.domain.words import joined, long_day


class Act(StrEnum):
    """The one button beside the sentence."""

    RENEW = "renew"
    ADD_PARTY = "add_party"
    GRANT = "grant"
    PLAN_ROUNDTABLE = "plan_roundtable"
    OPEN_ROUNDTABLE = "open_roundtable"
    LOG_CONTACT = "log_contact"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearer:
    """An employer, and what may be passed on to them today."""

    name: str
    may_hear: Collection[Information]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the advice is made from."""

    ended: bool
    consent_live: bool
    employers: tuple[Hearer, ...]
    has_draft_roundtable: bool
    has_final_roundtable: bool
    review_on: date | None
    ringing: Ringing
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One sentence and one act."""

    text: str
    act: Act


def advise(standing: Standing) -> Advice:
    """Return what may be done today, and what comes next."""
    if standing.ended:
        return Advice(text=_("This follow-up has ended."), act=Act.NONE)
    if not standing.consent_live:
        text = _("No consent holds. You can read, but not share. Ask for a new consent.")
        return Advice(text=text, act=Act.RENEW)
    if not standing.employers:
        text = _("You may talk with the citizen alone. Add the employer when the citizen agrees.")
        return Advice(text=_with_ringing(standing, text), act=Act.ADD_PARTY)
    hearers = [employer for employer in standing.employers if employer.may_hear]
    if not hearers:
        text = _("You may ring the citizen; you may not yet talk to {employer}. Ask for consent.")
        if standing.ringing.stopped:
            text = _("You may not yet talk to {employer}. Ask for consent.")
        names = joined([employer.name for employer in standing.employers])
        said = text.format(employer=names)
        return Advice(text=_with_ringing(standing, said), act=Act.GRANT)
    return _with_employers(standing, hearers)


def _with_ringing(standing: Standing, said: str) -> str:
    """Say first why the citizen is not rung, if so."""
    return f"{standing.ringing.stopped} {said}".strip()


def _with_employers(standing: Standing, hearers: Sequence[Hearer]) -> Advice:
    if standing.has_draft_roundtable:
        return Advice(text=_("A roundtable is being prepared."), act=Act.OPEN_ROUNDTABLE)
    if standing.has_final_roundtable:
        return _after_the_roundtable(standing)
    sentences = [_may_talk(hearer) for hearer in hearers]
    text = " ".join([*sentences, _("Plan the roundtable.")])
    return Advice(text=text, act=Act.PLAN_ROUNDTABLE)


def _after_the_roundtable(standing: Standing) -> Advice:
    if standing.review_on is None:
        text = _(
            "The plan is agreed, but not when it is followed up on. Make a new version with a day."
        )
        return Advice(text=text, act=Act.OPEN_ROUNDTABLE)
    text = _("The plan is agreed. It is followed up on {day}.")
    if standing.review_on < standing.today:
        text = _("The plan was to be followed up on {day}. Log how it went.")
    return Advice(text=text.format(day=long_day(standing.review_on)), act=Act.LOG_CONTACT)


def _may_talk(hearer: Hearer) -> str:
    order = [kind for kind in Information if kind in hearer.may_hear]
    what = joined([_(INFORMATION_LABELS[kind]).lower() for kind in order])
    text = _("You may talk to {employer} about {information}.")
    return text.format(employer=hearer.name, information=what)
