"""Consent: what a citizen said yes to. Party x information x direction x until, none by default."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType
from uuid import UUID

from app.domain.guard import About
from app.domain.language import N_, _
from app.domain.settling import Settling
from app.domain.typed import NAME_LIMIT, read_day, read_line, read_required

CitizenId = NewType("CitizenId", UUID)
ConsentId = NewType("ConsentId", UUID)
CellId = NewType("CellId", UUID)
PartyId = NewType("PartyId", UUID)

RELAYED_DAYS = 21  # a relayed yes allows one first contact, then lapses (product rule)
WARN_DAYS = 30


class ConsentKind(StrEnum):
    """Said to the doctor, or said to the consultant."""

    RELAYED = "relayed"
    CONFIRMED = "confirmed"


class ConsentForm(StrEnum):
    """How it was given."""

    SPOKEN = "spoken"
    WRITTEN = "written"
    DIGITAL = "digital"


FORM_LABELS: dict[ConsentForm, str] = {
    ConsentForm.SPOKEN: N_("Spoken"),
    ConsentForm.WRITTEN: N_("Written"),
    ConsentForm.DIGITAL: N_("Digital"),
}


class ConsentStatus(StrEnum):
    """Whether it holds. Only `live` allows anything; nothing comes back to `live`."""

    LIVE = "live"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    INVALID = "invalid"
    FULFILLED = "fulfilled"


class Information(StrEnum):
    """Kinds of information. Diagnosis, treatment and medicine are none of them."""

    FUNCTION = "function"
    CONSIDERATIONS = "considerations"
    HOURS = "hours"
    ATTENDANCE = "attendance"
    DURATION = "duration"
    SCHEMES = "schemes"


INFORMATION_LABELS: dict[Information, str] = {
    Information.FUNCTION: N_("Function"),
    Information.CONSIDERATIONS: N_("Considerations"),
    Information.HOURS: N_("Hours"),
    Information.ATTENDANCE: N_("Attendance"),
    Information.DURATION: N_("Duration"),
    Information.SCHEMES: N_("Schemes"),
}
# A plan prints its weeks and periods; by »duration« alone one would take those to be left out.
LEFT_OUT_LABELS: dict[Information, str] = INFORMATION_LABELS | {
    Information.DURATION: N_("Expected duration of the sick leave"),
}


class Direction(StrEnum):
    """Which way the information goes."""

    OBTAIN = "obtain"
    PASS_ON = "pass_on"  # noqa: S105 -- a direction, not a password
    TAKE_PART = "take_part"
    FEEDBACK = "feedback"


DIRECTION_LABELS: dict[Direction, str] = {
    Direction.OBTAIN: N_("Obtain"),
    Direction.PASS_ON: N_("Pass on"),
    Direction.TAKE_PART: N_("Take part in meeting"),
    Direction.FEEDBACK: N_("Give feedback"),
}
DIRECTION_SENTENCES: dict[Direction, str] = {
    Direction.OBTAIN: N_("get information from"),
    Direction.PASS_ON: N_("give information to"),
    Direction.TAKE_PART: N_("meet together with"),
    Direction.FEEDBACK: N_("give feedback to"),
}


class ReachKind(StrEnum):
    """The one way to reach a citizen."""

    PHONE = "phone"
    EMAIL = "email"
    LETTER = "letter"
    AT_PRACTICE = "at_practice"


REACH_LABELS: dict[ReachKind, str] = {
    ReachKind.PHONE: N_("Phone"),
    ReachKind.EMAIL: N_("E-mail"),
    ReachKind.LETTER: N_("Letter"),
    ReachKind.AT_PRACTICE: N_("Only through the practice"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayedDraft:
    """A yes the doctor passes on, as typed. `flag_id` is the id as text, or empty."""

    name: str = ""
    reach_kind: str = ReachKind.PHONE.value
    reach: str = ""
    safe_when: str = ""
    relayed_by: str = ""
    given_on: str = ""
    form: str = ConsentForm.SPOKEN.value
    flag_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayedFacts:
    """A relayed yes: name, one way to reach, safe time or place; lapses on `expires_on`."""

    name: str
    reach_kind: ReachKind
    reach: str
    safe_when: str
    relayed_by: str
    given_on: date
    expires_on: date
    form: ConsentForm
    flag_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CellRow:
    """One cell of the matrix that was ever filled; `status` is as of today."""

    id: CellId
    consent_id: UUID
    party_id: PartyId
    direction: Direction
    information: Information
    until: date
    status: ConsentStatus
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpiringRow:
    """A consent that soon ends, for Today: who, to whom, what, and its last day. Without a
    direction it is the yes to working together."""

    citizen_id: CitizenId
    followup_id: UUID
    citizen: str
    party: str
    direction: Direction | None
    information: tuple[Information, ...]
    until: date


def settle_relayed(draft: RelayedDraft, today: date, days: int = RELAYED_DAYS) -> RelayedFacts:
    """Return the relayed yes as facts, or raise `Rejected`; it holds for so many `days`."""
    form = Settling()
    given_on = form.read("given_on", lambda: read_day(draft.given_on, today), today)
    facts = RelayedFacts(
        name=form.read("name", lambda: read_required(draft.name, NAME_LIMIT), ""),
        reach_kind=form.choose("reach_kind", draft.reach_kind, ReachKind, ReachKind.PHONE),
        reach=form.read("reach", lambda: read_line(draft.reach), ""),
        safe_when=form.read("safe_when", lambda: read_line(draft.safe_when), ""),
        relayed_by=form.read("relayed_by", lambda: read_required(draft.relayed_by, NAME_LIMIT), ""),
        given_on=given_on,
        expires_on=given_on + timedelta(days=days),
        form=form.choose("form", draft.form, ConsentForm, ConsentForm.SPOKEN),
        flag_id=UUID(draft.flag_id) if draft.flag_id else None,
    )
    refuse_days(form, "given_on", given_on, today, facts.expires_on)
    if facts.reach_kind is not ReachKind.AT_PRACTICE and not facts.reach:
        form.refuse("reach", _("Write the one way to reach the citizen."))
    for field, text in (
        ("name", draft.name),
        ("reach", draft.reach),
        ("relayed_by", draft.relayed_by),
    ):
        form.guard(field, text, about=About.CONTACT)
    form.guard("safe_when", draft.safe_when, about=About.CITIZEN)
    form.finish()
    return facts


def cell_status(stored: ConsentStatus, until: date, today: date) -> ConsentStatus:
    """Return the status as of `today`: a live cell past its last day is expired."""
    if stored is ConsentStatus.LIVE and until < today:
        return ConsentStatus.EXPIRED
    return stored


def refuse_days(form: Settling, field: str, given_on: date, today: date, ends: date) -> None:
    """Refuse a yes of a day to come, and one that would be over already."""
    if given_on > today:
        form.refuse(field, _("Choose today or an earlier day: it has not been given yet."))
    elif ends < today:
        form.refuse(field, _("This would already have ended. Ask again, and write the new day."))
