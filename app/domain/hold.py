"""A hold: a person is kept for now, beyond the day the rules would erase them, because of a reason
that is asked about again on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NewType
from uuid import UUID

from app.domain.followup import FollowupId
from app.domain.guard import About
from app.domain.language import _
from app.domain.settling import LONGEST_SPAN, Settling
from app.domain.typed import read_day, read_required, write_day

HoldId = NewType("HoldId", UUID)

USUAL = timedelta(days=91)  # until a hold is asked about again, unless another day is chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldDraft:
    """A hold as typed."""

    reason: str = ""
    review_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldFacts:
    """A hold that passed every rule."""

    reason: str
    review_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldRow:
    """One person who is kept for now."""

    followup_id: FollowupId
    citizen: str
    number: str
    reason: str
    held_on: date
    review_on: date

    def is_asked_about(self, today: date) -> bool:
        """Whether the day has come to ask if it is still needed."""
        return self.review_on <= today


def new_hold(today: date) -> HoldDraft:
    """Return an empty form, with the usual day on it."""
    return HoldDraft(review_on=write_day(today + USUAL))


def settle_hold(draft: HoldDraft, today: date) -> HoldFacts:
    """Return the hold as facts, or raise `Rejected`; none is without a reason and a day."""
    form = Settling()
    usual = today + USUAL
    review_on = form.read("review_on", lambda: read_day(draft.review_on, today), usual)
    if not today < review_on <= today + LONGEST_SPAN:
        form.refuse("review_on", _("Choose a day after today, and at most a year ahead."))
    reason = form.read("reason", lambda: read_required(draft.reason), "")
    form.guard("reason", draft.reason, about=About.CITIZEN)
    form.finish()
    return HoldFacts(reason=reason, review_on=review_on)
