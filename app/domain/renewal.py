"""A renewed yes: the citizen lets the work together go on after an earlier consent has ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.days import a_year_after
from app.domain.giving import GivingDraft, GivingFacts, read_giving, refuse_giving
from app.domain.settling import Settling


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalDraft(GivingDraft):
    """A renewed yes, as typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalFacts:
    """A renewed yes that passed every rule; it holds until `expires_on`."""

    giving: GivingFacts
    expires_on: date


def settle_renewal(draft: GivingDraft, today: date) -> RenewalFacts:
    """Return the renewed yes as facts, or raise `Rejected`."""
    form = Settling()
    giving = read_giving(form, draft, today)
    facts = RenewalFacts(giving=giving, expires_on=a_year_after(giving.given_on))
    refuse_giving(form, draft, facts.expires_on, giving.given_on, today)
    form.finish()
    return facts
