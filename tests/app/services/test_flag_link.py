"""What rests on a flag: the doctor's word for 21 days, then the follow-up; and lets go of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from app.bootstrap import Services
from app.data.flag_link import RelayedFlagRecord
from app.domain.consent import CitizenId
from app.domain.flag import FlagCard
from app.domain.flag_choice import CloseReason, FlagStatus
from app.domain.problem import Refused
from tests.builders import flag_draft, followup_draft, practice_draft, relayed_draft
from tests.clock import Clock
from tests.followups import erase


@pytest.fixture
def flag(services: Services) -> FlagCard:
    practice_id = services.practice.add_practice(practice_draft())
    return services.flag.raise_flag(practice_id, None, flag_draft(next_step="doctor_talks"))


@pytest.fixture
def einer(services: Services, flag: FlagCard) -> CitizenId:
    """Einer, whose doctor passed on his yes about the flag."""
    return services.consent.record_relayed(relayed_draft(flag_id=flag.id.hex))


def status(services: Services, flag: FlagCard) -> FlagStatus:
    return services.flag.flag(flag.id).status


def links(services: Services) -> int:
    with services.vault.read() as session:
        return len(session.exec(select(RelayedFlagRecord)).all())


def test_a_relayed_yes_that_lapses_leaves_its_flag_waiting(
    services: Services, flag: FlagCard, einer: CitizenId, clock: Clock
) -> None:
    assert status(services, flag) is FlagStatus.CONSENTED
    clock.day += timedelta(days=21)
    services.tidy.tidy_on_this_day()
    assert status(services, flag) is FlagStatus.CONSENTED
    clock.day += timedelta(days=1)
    assert services.tidy.tidy_on_this_day().lapsed == 1
    assert (status(services, flag), links(services)) == (FlagStatus.AWAITING, 0)


def test_a_no_at_the_first_contact_leaves_the_flag_waiting(
    services: Services, flag: FlagCard, einer: CitizenId
) -> None:
    services.consent.remove_relayed(einer)
    assert (status(services, flag), links(services)) == (FlagStatus.AWAITING, 0)


def test_the_link_moves_to_the_follow_up_when_the_citizen_confirms(
    services: Services, flag: FlagCard, einer: CitizenId
) -> None:
    draft = services.followup.draft_from_relayed(einer)
    yes = followup_draft(draft.name, relayed_id=draft.relayed_id, given_on="9/9/2026")
    followup_id = services.followup.begin(yes)
    assert services.followup.followup(followup_id).from_flag
    assert (status(services, flag), links(services)) == (FlagStatus.CONSENTED, 0)
    erase(services, followup_id)
    assert status(services, flag) is FlagStatus.AWAITING


def test_one_flag_is_one_persons(services: Services, flag: FlagCard, einer: CitizenId) -> None:
    with pytest.raises(Refused, match="already recorded"):
        services.consent.record_relayed(relayed_draft("Anden Test", flag_id=flag.id.hex))
    services.followup.begin(followup_draft(flag_id=flag.id.hex))
    with pytest.raises(Refused, match="already recorded"):
        services.followup.begin(followup_draft("Anden Test", flag_id=flag.id.hex))


def test_who_says_the_code_needs_the_doctors_word_no_more(
    services: Services, flag: FlagCard, einer: CitizenId, clock: Clock
) -> None:
    services.followup.begin(followup_draft(flag_id=flag.id.hex))
    clock.day += timedelta(days=22)
    assert services.tidy.tidy_on_this_day().lapsed == 1
    assert status(services, flag) is FlagStatus.CONSENTED


def test_a_closed_flag_that_is_taken_up_again_still_rests_on_the_consent(
    services: Services, flag: FlagCard, einer: CitizenId
) -> None:
    services.flag.close_flag(flag.id, CloseReason.CITIZEN_ADVISED)
    services.flag.move_flag(flag.id, FlagStatus.AWAITING)
    assert status(services, flag) is FlagStatus.CONSENTED
    services.flag.close_flag(flag.id, CloseReason.CITIZEN_ADVISED)
    services.consent.remove_relayed(einer)
    assert status(services, flag) is FlagStatus.CLOSED
    services.flag.move_flag(flag.id, FlagStatus.AWAITING)
    assert status(services, flag) is FlagStatus.AWAITING


def test_a_flag_that_is_reduced_leaves_the_yes_without_a_link(
    services: Services, flag: FlagCard, clock: Clock
) -> None:
    clock.day = flag.shrinks_on - timedelta(days=1)
    given = f"{clock.day:%d/%m/%Y}"
    services.consent.record_relayed(relayed_draft(flag_id=flag.id.hex, given_on=given))
    clock.day += timedelta(days=1)
    assert services.flag.shrink_due() == 1
    assert (len(services.consent.list_relayed()), links(services)) == (1, 0)
