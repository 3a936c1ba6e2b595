"""Stored follow-ups to test with: a citizen, an employer who may hear something, a roundtable."""

from __future__ import annotations

from dataclasses import dataclass

from app.bootstrap import Services
from app.domain.consent import CellRow, CitizenId, PartyId
from app.domain.erasure import ErasureDraft
from app.domain.flag import FlagCard
from app.domain.followup import FollowupId
from app.domain.roundtable import RoundtableId
from app.domain.sender import SenderDraft
from tests.builders import (
    agreement_draft,
    flag_draft,
    followup_draft,
    grant_draft,
    party_draft,
    practice_draft,
    roundtable_draft,
    step_draft,
)

NANCY = "Nancy Ann Test Berggren"
EINER = "Einer Test Lauridsen"
EMPLOYER = "Eksempel Tømmerhandel A/S"
SENDER = SenderDraft(
    name="Kim Eksempelsen",
    title="Fastholdelseskonsulent",
    phone="00 00 00 00",
    email="kim.eksempelsen@kommune.example",
    reachable="Hverdage kl. 8.30–14.30",
    municipality="Eksempel Kommune",
)


@dataclass(frozen=True, slots=True)
class Case:
    """One follow-up with its employer."""

    id: FollowupId
    employer: PartyId


def started(services: Services, name: str = NANCY) -> FollowupId:
    """Begin a follow-up of which only the citizen knows."""
    return services.followup.begin(followup_draft(name))


def with_employer(services: Services, *information: str) -> Case:
    """Begin a follow-up with an employer, who may hear `information`; nothing if none is named."""
    followup = started(services)
    employer = services.party.add_party(followup, party_draft())
    if information:
        services.consent.grant(followup, grant_draft(employer, *information))
    return Case(followup, employer)


def held(services: Services, case: Case, **changes: str) -> RoundtableId:
    """Plan a roundtable that has been held, with one agreement and one step."""
    roundtable = services.roundtable.plan_roundtable(case.id, roundtable_draft(**changes))
    services.agreement.add_agreement(roundtable, agreement_draft())
    services.agreement.add_step(roundtable, step_draft())
    return roundtable


def flagged(services: Services) -> FlagCard:
    """Raise a flag at a practice."""
    practice = services.practice.add_practice(practice_draft())
    return services.flag.raise_flag(practice, None, flag_draft())


def citizen_of(services: Services, followup: FollowupId) -> CitizenId:
    """Return whose follow-up it is."""
    return services.followup.followup(followup).citizen_id


def erase(services: Services, followup: FollowupId) -> None:
    """Erase whose follow-up it is, as on their page."""
    initials = services.erasure.preview(followup).initials
    services.erasure.erase_person(followup, ErasureDraft(initials=initials))


def cells_of(services: Services, followup: FollowupId) -> dict[str, CellRow]:
    """Return the newest cell of each kind of information, of all parties and directions."""
    return {cell.information: cell for cell in services.followup.followup(followup).cells}
