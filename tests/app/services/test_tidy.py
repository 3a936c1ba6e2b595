from __future__ import annotations

from datetime import timedelta

from app.bootstrap import Services
from app.domain.flag_choice import FlagStatus
from tests.builders import flag_draft, followup_draft, practice_draft, relayed_draft
from tests.clock import Clock


def test_what_is_due_goes_by_itself(services: Services, clock: Clock) -> None:
    practice_id = services.practice.add_practice(practice_draft())
    services.flag.raise_flag(practice_id, None, flag_draft())
    services.consent.record_relayed(relayed_draft())
    services.tidy.tidy()
    for _step in range(3):
        clock.day += timedelta(days=40)
        services.tidy.tidy()
    assert services.flag.list_flags() == ()
    assert services.consent.list_relayed() == ()


def test_a_relayed_yes_stays_for_twenty_one_days(services: Services, clock: Clock) -> None:
    services.consent.record_relayed(relayed_draft())
    clock.day += timedelta(days=21)
    assert services.tidy.tidy().lapsed == 0
    clock.day += timedelta(days=1)
    assert services.tidy.tidy().lapsed == 1


def test_nothing_goes_on_the_word_of_a_clock_that_jumped(services: Services, clock: Clock) -> None:
    services.consent.record_relayed(relayed_draft())
    services.tidy.tidy()
    clock.day += timedelta(days=60)
    assert services.tidy.tidy().waits
    assert services.tidy.tidy_on_this_day().lapsed == 1


def test_a_person_is_erased_when_the_last_consent_fell_a_month_ago(
    services: Services, clock: Clock
) -> None:
    followup_id = services.followup.begin(followup_draft())
    services.consent.withdraw_all(followup_id)
    clock.day += timedelta(days=30)
    assert services.tidy.tidy_on_this_day().erased == 0
    clock.day += timedelta(days=1)
    assert services.tidy.tidy_on_this_day().erased == 1
    assert services.followup.list_followups() == ()


def test_no_flag_says_consent_given_once_its_last_day_is_over(
    services: Services, clock: Clock
) -> None:
    practice_id = services.practice.add_practice(practice_draft())
    flag = services.flag.raise_flag(practice_id, None, flag_draft())
    draft = services.followup.draft_from_flag(flag.id)
    given = followup_draft(flag_id=draft.flag_id, origin=draft.origin, given_on="1/10/2025")
    (consent,) = services.followup.followup(services.followup.begin(given)).consents
    clock.day = consent.expires_on
    assert services.consent.let_go_of_lapsed_flags() == 0
    assert services.flag.flag(flag.id).status is FlagStatus.CONSENTED
    clock.day += timedelta(days=1)
    services.tidy.tidy_on_this_day()
    assert services.flag.flag(flag.id).status is FlagStatus.AWAITING
