"""A yes for one party and one direction: which kinds of information, what for, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.clean import clean
from app.domain.consent import Direction, Information, PartyId
from app.domain.days import a_year_after
from app.domain.giving import GivingDraft, GivingFacts, read_giving, refuse_giving
from app.domain.guard import About
from app.domain.language import _
from app.domain.purpose import PARTY_PURPOSES, Purpose
from app.domain.settling import Settling
from app.domain.typed import read_day, read_line, read_optional_day


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantDraft(GivingDraft):
    """What a citizen says yes to for one party and one direction, as typed. `purpose` is in the
    citizen's own words; `hold_back` is what they want kept from the party."""

    party_id: str = ""
    direction: str = ""
    information: tuple[str, ...] = ()
    until: str = ""
    reached_on: str = ""
    purpose_code: str = ""
    purpose: str = ""
    hold_back: str = ""
    hold_back_why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantFacts:
    """One yes: these kinds of information, this way, this party, until this day."""

    party_id: PartyId
    direction: Direction
    information: tuple[Information, ...]
    until: date
    giving: GivingFacts
    purpose_code: Purpose
    purpose: str
    hold_back: str
    hold_back_why: str


def settle_grant(draft: GrantDraft, today: date) -> GrantFacts:
    """Return the yes as facts, or raise `Rejected`. It ends on the earliest of the day chosen, the
    day its purpose is reached, and a year after it was given."""
    form = Settling()
    giving = read_giving(form, draft, today)
    facts = GrantFacts(
        party_id=PartyId(UUID(draft.party_id)) if draft.party_id else PartyId(UUID(int=0)),
        direction=form.choose("direction", draft.direction, Direction, Direction.OBTAIN),
        information=tuple(Information(code) for code in draft.information),
        until=_last_day(form, draft, a_year_after(giving.given_on), today),
        giving=giving,
        purpose_code=form.choose("purpose_code", draft.purpose_code, Purpose, Purpose.OTHER),
        purpose=form.read("purpose", lambda: read_line(draft.purpose), ""),
        hold_back=form.read("hold_back", lambda: read_line(draft.hold_back), ""),
        hold_back_why=form.read("hold_back_why", lambda: read_line(draft.hold_back_why), ""),
    )
    _refuse_grant(form, draft, facts)
    refuse_giving(form, draft, facts.until, giving.given_on, today)
    form.finish()
    return facts


def _last_day(form: Settling, draft: GrantDraft, latest: date, today: date) -> date:
    """Return the last day the yes holds; no day chosen means as long as it may."""
    chosen = form.read(
        "until", lambda: read_day(draft.until, today) if clean(draft.until) else latest, latest
    )
    reached = form.read("reached_on", lambda: read_optional_day(draft.reached_on, today), None)
    if chosen > latest:
        form.refuse("until", _("Choose a day at most twelve months after it was given."))
    return min(chosen, reached or latest, latest)


def _refuse_grant(form: Settling, draft: GrantDraft, facts: GrantFacts) -> None:
    if not draft.party_id:
        form.refuse("party_id", _("Choose who it is about."))
    if not facts.information:
        form.refuse("information", _("Choose at least one kind of information."))
    if facts.until < facts.giving.given_on:
        form.refuse("until", _("Choose a day that is not before it was given."))
    if facts.purpose_code not in PARTY_PURPOSES:
        form.refuse("purpose_code", _("Choose one of these."))
    elif draft.purpose_code == Purpose.OTHER and not facts.purpose:
        form.refuse("purpose", _("Write what it is for, in the citizen's own words."))
    if facts.hold_back_why and not facts.hold_back:
        form.refuse("hold_back", _("Write what is to be held back."))
    for field, text in (
        ("purpose", draft.purpose),
        ("hold_back", draft.hold_back),
        ("hold_back_why", draft.hold_back_why),
    ):
        form.guard(field, text, about=About.CITIZEN)
