"""The cooperation agreement with a practice: who does what when, whom to turn to, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType
from uuid import UUID

from app.domain.clean import clean
from app.domain.days import a_year_after
from app.domain.guard import About
from app.domain.language import N_, _, ngettext
from app.domain.practice import PracticeFacts, PracticeId
from app.domain.sender import Sender, is_email, is_phone
from app.domain.settling import Settling
from app.domain.typed import NAME_LIMIT, read_day, read_line, read_optional_day, read_required

CooperationId = NewType("CooperationId", UUID)
DutyId = NewType("DutyId", UUID)

REVIEW_AHEAD = timedelta(days=14)  # how long before its day a review is told of


class Side(StrEnum):
    """Whose duty something is."""

    PRACTICE = "practice"
    MUNICIPALITY = "municipality"
    BOTH = "both"


SIDE_LABELS: dict[Side, str] = {
    Side.PRACTICE: N_("The practice"),
    Side.MUNICIPALITY: N_("The municipality"),
    Side.BOTH: N_("Both"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CooperationDraft:
    """A cooperation agreement as typed. No day of review means a year after it was agreed."""

    agreed_on: str = ""
    review_on: str = ""
    practice_contact: str = ""
    practice_phone: str = ""
    practice_email: str = ""
    own_contact: str = ""
    own_phone: str = ""
    own_email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CooperationFacts:
    """A cooperation agreement that passed every rule."""

    agreed_on: date
    review_on: date
    practice_contact: str
    practice_phone: str
    practice_email: str
    own_contact: str
    own_phone: str
    own_email: str

    @property
    def by_right(self) -> tuple[str, ...]:
        """Whom each side turns to."""
        return (
            self.practice_contact,
            self.practice_phone,
            self.practice_email,
            self.own_contact,
            self.own_phone,
            self.own_email,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyDraft:
    """Who does what when, as typed."""

    who: str = Side.PRACTICE.value
    what: str = ""
    timing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyFacts:
    """Who does what when."""

    who: Side
    what: str
    timing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRow:
    """One line of who does what when."""

    id: DutyId
    facts: DutyFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class CooperationSheet:
    """One cooperation agreement with its lines; `archived_on` is the day it was put away."""

    id: CooperationId
    facts: CooperationFacts
    duties: tuple[DutyRow, ...]
    archived_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CooperationPaper:
    """All that the printed agreement says. It speaks of no patient."""

    practice: str
    habits: PracticeFacts
    facts: CooperationFacts
    duties: tuple[DutyFacts, ...]
    professionals: tuple[str, ...]  # what those who work there are called
    sender: Sender
    kept_days: int  # how long a flag is kept

    @property
    def by_right(self) -> tuple[str, ...]:
        """Whom the agreement is with."""
        return (self.practice, *self.professionals)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """A cooperation agreement whose yearly review is near or past."""

    practice_id: PracticeId
    practice: str
    review_on: date


def settle_cooperation(draft: CooperationDraft, today: date) -> CooperationFacts:
    """Return the agreement as facts, or raise `Rejected`."""
    form = Settling()
    agreed_on = form.read("agreed_on", lambda: read_day(draft.agreed_on, today), today)
    review_on = form.read("review_on", lambda: read_optional_day(draft.review_on, today), None)
    if review_on is not None and review_on <= agreed_on:
        form.refuse("review_on", _("Write a day after the agreement was made."))
    facts = CooperationFacts(
        agreed_on=agreed_on,
        review_on=review_on or a_year_after(agreed_on),
        practice_contact=_name(form, "practice_contact", draft.practice_contact),
        practice_phone=_phone(form, "practice_phone", draft.practice_phone),
        practice_email=_email(form, "practice_email", draft.practice_email),
        own_contact=_name(form, "own_contact", draft.own_contact),
        own_phone=_phone(form, "own_phone", draft.own_phone),
        own_email=_email(form, "own_email", draft.own_email),
    )
    for side, typed in (
        ("practice", draft.practice_phone + draft.practice_email),
        ("own", draft.own_phone + draft.own_email),
    ):
        if not clean(typed):
            form.refuse(f"{side}_phone", _("Write a phone number or an e-mail."))
    form.finish()
    return facts


def settle_duty(draft: DutyDraft, known_names: frozenset[str]) -> DutyFacts:
    """Return the line as facts, or raise `Rejected`. It goes on paper, so it is guarded."""
    form = Settling()
    facts = DutyFacts(
        who=form.choose("who", draft.who, Side, Side.BOTH),
        what=form.read("what", lambda: read_required(draft.what), ""),
        timing=form.read("timing", lambda: read_line(draft.timing, NAME_LIMIT), ""),
    )
    form.guard("what", draft.what, known_names)
    form.guard("timing", draft.timing, known_names)
    form.finish()
    return facts


def usual_duties(rhythm_weeks: int) -> tuple[DutyDraft, ...]:
    """Return the lines most agreements have, in the language in force; each can be mended."""
    every = ngettext("Every week", "About every {n} weeks", rhythm_weeks).format(n=rhythm_weeks)
    visit = _("At every visit")
    lines = (
        (Side.BOTH, _("Set time aside for the visit and tell early if it cannot be held"), every),
        (Side.PRACTICE, _("Raises flags by codes only: no names, no numbers, no diagnoses"), visit),
        (
            Side.PRACTICE,
            _("Asks the patient, and tells what the patient answered"),
            _("Before the next visit"),
        ),
        (
            Side.MUNICIPALITY,
            _("Tells what the citizen allows; else that there is nothing to report"),
            visit,
        ),
        (
            Side.MUNICIPALITY,
            _("Answers questions about certificates and rules"),
            _("Within five working days"),
        ),
        (
            Side.MUNICIPALITY,
            _("Explains flags and consent to new doctors and trainees"),
            _("At their first visit"),
        ),
        (Side.BOTH, _("Either side may stop the cooperation"), _("At any time")),
    )
    return tuple(DutyDraft(who=who.value, what=what, timing=when) for who, what, when in lines)


def is_review_near(review_on: date, today: date) -> bool:
    """Return whether the review is to be told of."""
    return today >= review_on - REVIEW_AHEAD


def _name(form: Settling, field: str, typed: str) -> str:
    form.guard(field, typed, about=About.CONTACT)
    return form.read(field, lambda: read_required(typed, NAME_LIMIT), "")


def _phone(form: Settling, field: str, typed: str) -> str:
    form.guard(field, typed, about=About.CONTACT)
    phone = form.read(field, lambda: read_line(typed, 20), "")
    if phone and not is_phone(phone):
        form.refuse(field, _("Write the phone number with at least eight digits."))
    return phone


def _email(form: Settling, field: str, typed: str) -> str:
    form.guard(field, typed, about=About.CONTACT)
    email = form.read(field, lambda: read_line(typed, NAME_LIMIT), "")
    if email and not is_email(email):
        form.refuse(field, _("Write the e-mail like name@municipality.example."))
    return email
