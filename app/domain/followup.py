"""A follow-up: one citizen's road to keeping the job, its parties, contacts and end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType
from uuid import UUID

from app.domain.clean import clean
from app.domain.consent import (
    ConsentForm,
    ReachKind,
)
from app.domain.flag_choice import Employment
from app.domain.giving import GivingDraft, guard_giving
from app.domain.guard import About
from app.domain.language import N_, _
from app.domain.settling import Settling
from app.domain.typed import (
    NAME_LIMIT,
    read_day,
    read_hours,
    read_line,
    read_note,
    read_optional_day,
    read_required,
)

FollowupId = NewType("FollowupId", UUID)


class Origin(StrEnum):
    """What a follow-up started from."""

    FLAG = "flag"
    CITIZEN = "citizen"
    EMPLOYER = "employer"
    DOCTOR_165 = "doctor_165"


ORIGIN_LABELS: dict[Origin, str] = {
    Origin.FLAG: N_("A flag"),
    Origin.CITIZEN: N_("The citizen"),
    Origin.EMPLOYER: N_("The employer"),
    Origin.DOCTOR_165: N_("A doctor's LÆ 165"),
}


class Outcome(StrEnum):
    """How a follow-up ended: the rung of the goal ladder (source: regional guidance on goals)."""

    SAME_JOB = "same_job"
    SAME_JOB_CONSIDERATIONS = "same_job_considerations"
    OTHER_DUTIES = "other_duties"
    OTHER_JOB = "other_job"
    FLEX_JOB = "flex_job"
    OUT = "out"


OUTCOME_LABELS: dict[Outcome, str] = {
    Outcome.SAME_JOB: N_("Same job"),
    Outcome.SAME_JOB_CONSIDERATIONS: N_("Same job with considerations"),
    Outcome.OTHER_DUTIES: N_("Other duties, same workplace"),
    Outcome.OTHER_JOB: N_("Other job"),
    Outcome.FLEX_JOB: N_("Flexible job"),
    Outcome.OUT: N_("Out of work"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowupDraft(GivingDraft):
    """The first talk, or a correction, as typed. `relayed_id` is the citizen's id as text when a
    relayed yes is being confirmed; `flag_id` the flag's when a code was said."""

    name: str = ""
    reach_kind: str = ReachKind.PHONE.value
    reach: str = ""
    safe_when: str = ""
    no_ring: bool = False
    origin: str = Origin.CITIZEN.value
    employment: str = Employment.IN_JOB.value
    job_title: str = ""
    weekly_hours: str = ""
    sick_since: str = ""
    functions: str = ""
    wishes: str = ""
    relayed_id: str = ""
    flag_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowupFacts:
    """A follow-up that passed every rule."""

    name: str
    reach_kind: ReachKind
    reach: str
    safe_when: str
    no_ring: bool
    given_on: date
    form: ConsentForm
    original_at: str
    origin: Origin
    employment: Employment
    job_title: str
    weekly_hours: float
    sick_since: date | None
    functions: str
    wishes: str
    relayed_id: UUID | None
    flag_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingDraft:
    """How a follow-up ended, as chosen."""

    ended_on: str = ""
    outcome: str = ""


def settle_followup(draft: FollowupDraft, today: date) -> FollowupFacts:
    """Return the follow-up as facts, or raise `Rejected`; nothing starts without a yes."""
    form = Settling()
    facts = FollowupFacts(
        name=form.read("name", lambda: read_required(draft.name, NAME_LIMIT), ""),
        reach_kind=form.choose("reach_kind", draft.reach_kind, ReachKind, ReachKind.PHONE),
        reach=form.read("reach", lambda: read_line(draft.reach), ""),
        safe_when=form.read("safe_when", lambda: read_line(draft.safe_when), ""),
        no_ring=draft.no_ring,
        given_on=form.read("given_on", lambda: read_day(draft.given_on, today), today),
        form=form.choose("form", draft.form, ConsentForm, ConsentForm.SPOKEN),
        original_at=form.read("original_at", lambda: read_line(draft.original_at), ""),
        origin=form.choose("origin", draft.origin, Origin, Origin.CITIZEN),
        employment=form.choose("employment", draft.employment, Employment, Employment.OTHER),
        job_title=form.read("job_title", lambda: read_line(draft.job_title, NAME_LIMIT), ""),
        weekly_hours=form.read(
            "weekly_hours", lambda: read_hours(clean(draft.weekly_hours) or "0"), 0.0
        ),
        sick_since=form.read(
            "sick_since", lambda: read_optional_day(draft.sick_since, today), None
        ),
        functions=form.read("functions", lambda: read_note(draft.functions), ""),
        wishes=form.read("wishes", lambda: read_note(draft.wishes), ""),
        relayed_id=UUID(draft.relayed_id) if draft.relayed_id else None,
        flag_id=UUID(draft.flag_id) if draft.flag_id else None,
    )
    _refuse_followup(form, draft, facts, today)
    form.finish()
    return facts


def settle_ending(draft: EndingDraft, started_on: date, today: date) -> tuple[date, Outcome]:
    """Return the last day and the outcome, or raise `Rejected`."""
    form = Settling()
    ended_on = form.read("ended_on", lambda: read_day(draft.ended_on, today), today)
    outcome = form.choose("outcome", draft.outcome, Outcome, Outcome.OUT)
    if not started_on <= ended_on <= today:
        form.refuse("ended_on", _("Choose a day from the start of the follow-up until today."))
    form.finish()
    return ended_on, outcome


def _refuse_followup(
    form: Settling, draft: FollowupDraft, facts: FollowupFacts, today: date
) -> None:
    if facts.given_on > today:
        form.refuse("given_on", _("Choose today or an earlier day: it has not been given yet."))
    if facts.sick_since is not None and facts.sick_since > today:
        form.refuse("sick_since", _("Choose today or an earlier day."))
    if not draft.told_voluntary:
        form.refuse(
            "told_voluntary",
            _("Say that it is voluntary and can be withdrawn, then tick this."),
        )
    guard_giving(form, draft)
    for field, text in (("name", draft.name), ("reach", draft.reach)):
        form.guard(field, text, about=About.CONTACT)
    for field, text in (
        ("safe_when", draft.safe_when),
        ("job_title", draft.job_title),
        ("functions", draft.functions),
        ("wishes", draft.wishes),
    ):
        form.guard(field, text, about=About.CITIZEN)
