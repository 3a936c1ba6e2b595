"""Consent: what a citizen said yes to. Party x information x direction x until, none by default."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType
from uuid import UUID

from app.domain.language import N_, _
from app.domain.settling import Settling
from app.domain.typed import NAME_LIMIT, read_day, read_line, read_required

CitizenId = NewType("CitizenId", UUID)
ConsentId = NewType("ConsentId", UUID)
CellId = NewType("CellId", UUID)
PartyId = NewType("PartyId", UUID)

RELAYED_DAYS = 21  # a relayed yes allows one first contact, then lapses (product rule)
LONGEST_DAYS = 365  # sundhedsloven § 44: lapses at the latest one year after it was given
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
class GrantDraft:
    """What a citizen says yes to for one party and one direction, as typed."""

    party_id: str = ""
    direction: str = ""
    information: tuple[str, ...] = ()
    until: str = ""
    given_on: str = ""
    form: str = ConsentForm.SPOKEN.value
    purpose: str = ""
    original_at: str = ""
    told_voluntary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantFacts:
    """One yes: these kinds of information, this way, this party, until this day."""

    party_id: PartyId
    direction: Direction
    information: tuple[Information, ...]
    until: date
    given_on: date
    form: ConsentForm
    purpose: str
    original_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CellRow:
    """One cell of the matrix that was ever filled; `status` is as of today."""

    id: CellId
    party_id: PartyId
    direction: Direction
    information: Information
    until: date
    status: ConsentStatus
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpiringRow:
    """A consent that soon ends, for Today: who, to whom, what, and how many days are left."""

    citizen_id: CitizenId
    followup_id: UUID
    citizen: str
    party: str
    direction: Direction
    information: tuple[Information, ...]
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """What a withdrawal stopped, for the list shown afterwards; `everything` when no consent of
    the person is left."""

    cells: int
    roundtables: tuple[str, ...]
    links_cleared: int
    tell: tuple[str, ...]
    everything: bool = False


def has_original(form: str) -> bool:
    """Whether a yes given in this form left something signed that lies somewhere."""
    return form in (ConsentForm.WRITTEN.value, ConsentForm.DIGITAL.value)


def read_original(form: str, typed: str) -> str:
    """Return where the original lies; a spoken yes has none, whatever was typed before."""
    return read_line(typed) if has_original(form) else ""


def settle_relayed(draft: RelayedDraft, today: date) -> RelayedFacts:
    """Return the relayed yes as facts, or raise `Rejected`."""
    form = Settling()
    given_on = form.read("given_on", lambda: read_day(draft.given_on, today), today)
    facts = RelayedFacts(
        name=form.read("name", lambda: read_required(draft.name, NAME_LIMIT), ""),
        reach_kind=form.choose("reach_kind", draft.reach_kind, ReachKind, ReachKind.PHONE),
        reach=form.read("reach", lambda: read_line(draft.reach), ""),
        safe_when=form.read("safe_when", lambda: read_line(draft.safe_when), ""),
        relayed_by=form.read("relayed_by", lambda: read_required(draft.relayed_by, NAME_LIMIT), ""),
        given_on=given_on,
        expires_on=given_on + timedelta(days=RELAYED_DAYS),
        form=form.choose("form", draft.form, ConsentForm, ConsentForm.SPOKEN),
        flag_id=UUID(draft.flag_id) if draft.flag_id else None,
    )
    _refuse_days(form, "given_on", given_on, today, facts.expires_on)
    if facts.reach_kind is not ReachKind.AT_PRACTICE and not facts.reach:
        form.refuse("reach", _("Write the one way to reach the citizen."))
    for field, text in (("name", draft.name), ("safe_when", draft.safe_when)):
        form.guard_numbers(field, text)
    form.finish()
    return facts


def settle_grant(draft: GrantDraft, today: date) -> GrantFacts:
    """Return the yes as facts, or raise `Rejected`. No end typed means twelve months."""
    form = Settling()
    given_on = form.read("given_on", lambda: read_day(draft.given_on, today), today)
    latest = given_on + timedelta(days=LONGEST_DAYS)
    facts = GrantFacts(
        party_id=PartyId(UUID(draft.party_id)) if draft.party_id else PartyId(UUID(int=0)),
        direction=form.choose("direction", draft.direction, Direction, Direction.OBTAIN),
        information=tuple(Information(code) for code in draft.information),
        until=form.read(
            "until",
            lambda: read_day(draft.until, today) if draft.until.strip() else latest,
            latest,
        ),
        given_on=given_on,
        form=form.choose("form", draft.form, ConsentForm, ConsentForm.SPOKEN),
        purpose=form.read("purpose", lambda: read_required(draft.purpose), ""),
        original_at=form.read(
            "original_at", lambda: read_original(draft.form, draft.original_at), ""
        ),
    )
    _refuse_grant(form, draft, facts, today)
    form.finish()
    return facts


def cell_status(stored: ConsentStatus, until: date, today: date) -> ConsentStatus:
    """Return the status as of `today`: a live cell past its last day is expired."""
    if stored is ConsentStatus.LIVE and until < today:
        return ConsentStatus.EXPIRED
    return stored


def _refuse_grant(form: Settling, draft: GrantDraft, facts: GrantFacts, today: date) -> None:
    if not draft.party_id:
        form.refuse("party_id", _("Choose who it is about."))
    if not facts.information:
        form.refuse("information", _("Choose at least one kind of information."))
    if not draft.told_voluntary:
        form.refuse(
            "told_voluntary",
            _("Say that it is voluntary and can be withdrawn, then tick this."),
        )
    if not facts.given_on <= facts.until <= facts.given_on + timedelta(days=LONGEST_DAYS):
        form.refuse("until", _("Choose a day at most twelve months after it was given."))
    _refuse_days(form, "given_on", facts.given_on, today, facts.until)
    form.guard_numbers("purpose", draft.purpose)


def _refuse_days(form: Settling, field: str, given_on: date, today: date, ends: date) -> None:
    if given_on > today:
        form.refuse(field, _("Choose today or an earlier day: it has not been given yet."))
    elif ends < today:
        form.refuse(field, _("This would already have ended. Ask again, and write the new day."))
