"""A restriction: somebody asked that what is known of a person is kept and not used.

That is article 18 of the GDPR. While it stands nothing is changed and nothing leaves, but for the
papers the citizen has a right to. Taking a consent back always works.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.guard import About
from app.domain.language import N_, _
from app.domain.paper import PaperKind
from app.domain.problem import Refused
from app.domain.settling import Settling
from app.domain.typed import read_day, read_required
from app.domain.words import long_day

# What the citizen may have all the same: what is kept of them, and what was handed over.
OPEN_PAPERS = frozenset({PaperKind.DISCLOSURE_LIST, PaperKind.ACCESS_REPORT, PaperKind.ACCESS_DATA})


class Asker(StrEnum):
    """Who asked for the restriction."""

    CITIZEN = "citizen"
    REPRESENTATIVE = "representative"
    MUNICIPALITY = "municipality"


ASKER_LABELS: dict[Asker, str] = {
    Asker.CITIZEN: N_("The citizen"),
    Asker.REPRESENTATIVE: N_("Somebody who acts for the citizen"),
    Asker.MUNICIPALITY: N_("The municipality's data protection officer"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictionDraft:
    """A restriction as typed."""

    asked_by: str = ""
    since: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restriction:
    """A restriction that stands."""

    asked_by: Asker
    since: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftDraft:
    """Why it is lifted, as typed."""

    lift_reason: str = ""


def settle_restriction(draft: RestrictionDraft, started_on: date, today: date) -> Restriction:
    """Return the restriction as facts, or raise `Rejected`; none is without a reason."""
    form = Settling()
    since = form.read("since", lambda: read_day(draft.since, today), today)
    if not started_on <= since <= today:
        form.refuse("since", _("Choose a day from the start of the follow-up until today."))
    facts = Restriction(
        asked_by=form.choose("asked_by", draft.asked_by, Asker, Asker.CITIZEN),
        since=since,
        reason=form.read("reason", lambda: read_required(draft.reason), ""),
    )
    form.guard("reason", draft.reason, about=About.CITIZEN)
    form.finish()
    return facts


def settle_lift(draft: LiftDraft) -> str:
    """Return why a restriction is lifted, or raise `Rejected`."""
    form = Settling()
    reason = form.read("lift_reason", lambda: read_required(draft.lift_reason), "")
    form.guard("lift_reason", draft.lift_reason, about=About.CITIZEN)
    form.finish()
    return reason


def restricted() -> Refused:
    """Return the refusal of whatever would change something, or let something out."""
    return Refused(
        _(
            "This person is restricted: nothing about them is changed or leaves. Lift the "
            "restriction on their page first."
        )
    )


def restricted_line(restriction: Restriction) -> str:
    """Return since when it stands, in one line."""
    return _("Restricted since {day}. Nothing is changed, and nothing leaves.").format(
        day=long_day(restriction.since)
    )


def restricted_reason(restriction: Restriction) -> str:
    """Return who asked for it and why, and what can be done all the same."""
    why = _("{who} asked: {reason}").format(
        who=_(ASKER_LABELS[restriction.asked_by]), reason=restriction.reason
    )
    # i18n: Danish: »Du kan læse, give borgeren listen over det videregivne og trække samtykker
    # i18n: tilbage.«
    still = _(
        "You can read, give the citizen what they have a right to, and withdraw consents. Nothing "
        "is erased meanwhile."
    )
    dot = "" if why.endswith((".", "!", "?")) else "."
    return f"{why}{dot} {still}"


def closed_by_restriction() -> str:
    """Return what a control says that cannot be used meanwhile, and what would change it."""
    return _("Restricted: nothing is changed and nothing leaves. Lift the restriction first.")
