"""The status sentence of a follow-up: what may be done today, and the one next act."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.consent import INFORMATION_LABELS, Information
from app.domain.language import _
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
class Standing:
    """What the advice is made from."""

    ended: bool
    consent_live: bool
    employer: str
    employer_may_hear: Collection[Information]
    has_draft_roundtable: bool
    review_on: date | None


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
    if not standing.employer:
        text = _("You may talk with the citizen alone. Add the employer when the citizen agrees.")
        return Advice(text=text, act=Act.ADD_PARTY)
    if not standing.employer_may_hear:
        text = _("You may ring the citizen; you may not yet talk to {employer}. Ask for consent.")
        return Advice(text=text.format(employer=standing.employer), act=Act.GRANT)
    return _with_employer(standing)


def _with_employer(standing: Standing) -> Advice:
    if standing.has_draft_roundtable:
        return Advice(text=_("A roundtable is being prepared."), act=Act.OPEN_ROUNDTABLE)
    if standing.review_on is not None:
        text = _("The plan is agreed. It is followed up on {day}.")
        return Advice(text=text.format(day=long_day(standing.review_on)), act=Act.LOG_CONTACT)
    order = [kind for kind in Information if kind in standing.employer_may_hear]
    what = joined([_(INFORMATION_LABELS[kind]).lower() for kind in order])
    text = _("You may talk to {employer} about {information}. Plan the roundtable.")
    return Advice(
        text=text.format(employer=standing.employer, information=what), act=Act.PLAN_ROUNDTABLE
    )
