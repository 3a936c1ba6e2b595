"""How a consent is given: when, in what form, received by whom and where, and what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.consent import ConsentForm, refuse_days
from app.domain.guard import About
from app.domain.language import _
from app.domain.settling import Settling
from app.domain.typed import NAME_LIMIT, read_day, read_line


@dataclass(frozen=True, slots=True, kw_only=True)
class GivingDraft:
    """How a yes was given, as typed. `told` is what was said beyond the numbered text."""

    given_on: str = ""
    form: str = ConsentForm.SPOKEN.value
    received_by: str = ""
    received_place: str = ""
    original_at: str = ""
    told: str = ""
    told_voluntary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GivingFacts:
    """How a yes was given."""

    given_on: date
    form: ConsentForm
    received_by: str
    received_place: str
    original_at: str
    told: str


def has_original(form: str) -> bool:
    """Whether a yes given in this form left something signed that lies somewhere."""
    return form in (ConsentForm.WRITTEN.value, ConsentForm.DIGITAL.value)


def read_original(form: str, typed: str) -> str:
    """Return where the original lies; a spoken yes has none, whatever was typed before."""
    return read_line(typed) if has_original(form) else ""


def read_giving(form: Settling, draft: GivingDraft, today: date) -> GivingFacts:
    """Return how the yes was given; what cannot be read is noted in `form`."""
    return GivingFacts(
        given_on=form.read("given_on", lambda: read_day(draft.given_on, today), today),
        form=form.choose("form", draft.form, ConsentForm, ConsentForm.SPOKEN),
        received_by=form.read("received_by", lambda: read_line(draft.received_by, NAME_LIMIT), ""),
        received_place=form.read("received_place", lambda: read_line(draft.received_place), ""),
        original_at=form.read(
            "original_at", lambda: read_original(draft.form, draft.original_at), ""
        ),
        told=form.read("told", lambda: read_line(draft.told), ""),
    )


def refuse_giving(
    form: Settling, draft: GivingDraft, ends: date, given_on: date, today: date
) -> None:
    """Refuse a yes of a day to come, one that would be over, and one given unknowingly."""
    refuse_days(form, "given_on", given_on, today, ends)
    if not draft.told_voluntary:
        form.refuse(
            "told_voluntary",
            _("Say that it is voluntary and can be withdrawn, then tick this."),
        )
    guard_giving(form, draft)


def guard_giving(form: Settling, draft: GivingDraft) -> None:
    """Refuse what may not stand in how a yes was given."""
    for field, text in (
        ("received_by", draft.received_by),
        ("received_place", draft.received_place),
        ("original_at", draft.original_at),
    ):
        form.guard(field, text, about=About.CONTACT)
    form.guard("told", draft.told, about=About.CITIZEN)
