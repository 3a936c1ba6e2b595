"""A renewed yes: the citizen lets the work together go on after an earlier consent has ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.consent import LONGEST_DAYS, ConsentForm, read_original
from app.domain.language import _
from app.domain.settling import Settling
from app.domain.typed import read_day


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalDraft:
    """A renewed yes, as typed."""

    given_on: str = ""
    form: str = ConsentForm.SPOKEN.value
    original_at: str = ""
    told_voluntary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalFacts:
    """A renewed yes that passed every rule; it holds until `expires_on`."""

    given_on: date
    expires_on: date
    form: ConsentForm
    original_at: str


def settle_renewal(draft: RenewalDraft, today: date) -> RenewalFacts:
    """Return the renewed yes as facts, or raise `Rejected`."""
    form = Settling()
    given_on = form.read("given_on", lambda: read_day(draft.given_on, today), today)
    facts = RenewalFacts(
        given_on=given_on,
        expires_on=given_on + timedelta(days=LONGEST_DAYS),
        form=form.choose("form", draft.form, ConsentForm, ConsentForm.SPOKEN),
        original_at=form.read(
            "original_at", lambda: read_original(draft.form, draft.original_at), ""
        ),
    )
    if given_on > today:
        form.refuse("given_on", _("Choose today or an earlier day: it has not been given yet."))
    elif facts.expires_on < today:
        form.refuse(
            "given_on", _("This would already have ended. Ask again, and write the new day.")
        )
    if not draft.told_voluntary:
        form.refuse(
            "told_voluntary",
            _("Say that it is voluntary and can be withdrawn, then tick this."),
        )
    form.finish()
    return facts
