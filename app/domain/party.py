"""A party: someone who takes part in a follow-up, and what they do next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.consent import Direction, PartyId
from app.domain.followup import Outcome
from app.domain.guard import About
from app.domain.language import N_
from app.domain.settling import Settling
from app.domain.typed import (
    NAME_LIMIT,
    read_line,
    read_optional_deadline,
    read_required,
)


class PartyKind(StrEnum):
    """Who can take part in a coordinated effort."""

    EMPLOYER = "employer"
    GP = "gp"
    UNION_REP = "union_rep"
    UNION = "union"
    SPECIALIST = "specialist"
    HOSPITAL = "hospital"
    TREATMENT = "treatment"
    ASSESSMENT = "assessment"
    FAMILY = "family"


PARTY_LABELS: dict[PartyKind, str] = {
    PartyKind.EMPLOYER: N_("Employer"),
    PartyKind.GP: N_("Own doctor"),
    PartyKind.UNION_REP: N_("Union representative"),
    PartyKind.UNION: N_("Union or unemployment fund"),
    PartyKind.SPECIALIST: N_("Specialist"),
    PartyKind.HOSPITAL: N_("Hospital"),
    PartyKind.TREATMENT: N_("Other treatment"),
    PartyKind.ASSESSMENT: N_("Assessment offer"),
    PartyKind.FAMILY: N_("Family"),
}
# What a party is asked about most: shown in the matrix and on the form before anything is said
# yes to, and word for word the same in both.
USUAL_WAYS: dict[PartyKind, tuple[Direction, ...]] = {
    PartyKind.EMPLOYER: (Direction.PASS_ON, Direction.TAKE_PART),
    PartyKind.GP: (Direction.OBTAIN, Direction.FEEDBACK),
    PartyKind.UNION_REP: (Direction.TAKE_PART,),
    PartyKind.UNION: (Direction.PASS_ON,),
    PartyKind.SPECIALIST: (Direction.OBTAIN,),
    PartyKind.HOSPITAL: (Direction.OBTAIN,),
    PartyKind.TREATMENT: (Direction.OBTAIN,),
    PartyKind.ASSESSMENT: (Direction.PASS_ON,),
    PartyKind.FAMILY: (Direction.TAKE_PART,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDraft:
    """A party as typed."""

    kind: str = PartyKind.EMPLOYER.value
    name: str = ""
    person: str = ""
    phone: str = ""
    email: str = ""
    aim: str = ""
    next_step: str = ""
    next_on: str = ""
    drives: bool = False
    aim_rung: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyFacts:
    """A party; `person` is the contact person there."""

    kind: PartyKind
    name: str
    person: str
    phone: str
    email: str
    aim: str
    next_step: str
    next_on: date | None
    drives: bool
    aim_rung: Outcome | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """One party of a follow-up."""

    id: PartyId
    facts: PartyFacts


def settle_party(draft: PartyDraft, today: date) -> PartyFacts:
    """Return the party as facts, or raise `Rejected`."""
    form = Settling()
    facts = PartyFacts(
        kind=form.choose("kind", draft.kind, PartyKind, PartyKind.EMPLOYER),
        name=form.read("name", lambda: read_required(draft.name, NAME_LIMIT), ""),
        person=form.read("person", lambda: read_line(draft.person, NAME_LIMIT), ""),
        phone=form.read("phone", lambda: read_line(draft.phone, 20), ""),
        email=form.read("email", lambda: read_line(draft.email, NAME_LIMIT), ""),
        aim=form.read("aim", lambda: read_line(draft.aim), ""),
        next_step=form.read("next_step", lambda: read_line(draft.next_step), ""),
        next_on=form.read("next_on", lambda: read_optional_deadline(draft.next_on, today), None),
        drives=draft.drives,
        aim_rung=(
            form.choose("aim_rung", draft.aim_rung, Outcome, Outcome.SAME_JOB)
            if draft.aim_rung
            else None
        ),
    )
    for field, text in (
        ("name", draft.name),
        ("person", draft.person),
        ("phone", draft.phone),
        ("email", draft.email),
    ):
        form.guard(field, text, about=About.CONTACT)
    for field, text in (("aim", draft.aim), ("next_step", draft.next_step)):
        form.guard(field, text, about=About.CITIZEN)
    form.finish()
    return facts
