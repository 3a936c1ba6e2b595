from __future__ import annotations

from datetime import timedelta

from app.bootstrap import Services
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
