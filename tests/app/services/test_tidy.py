from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.bootstrap import Services
from app.domain.flag_choice import FlagStatus
from app.domain.roundtable import RoundtableStatus
from app.services.tidy import Tidied
from tests.builders import (
    flag_draft,
    followup_draft,
    practice_draft,
    relayed_draft,
    roundtable_draft,
)
from tests.clock import Clock


def test_what_is_due_goes_by_itself(services: Services, clock: Clock) -> None:
    practice_id = services.practice.add_practice(practice_draft())
    services.flag.raise_flag(practice_id, None, flag_draft())
    services.consent.record_relayed(relayed_draft())
    services.tidy.tidy()
    for _step in range(7):
        clock.day += timedelta(days=14)
        assert not services.tidy.tidy().waits
    assert services.flag.list_flags() == ()
    assert services.consent.list_relayed() == ()


def test_a_relayed_yes_stays_for_twenty_one_days(services: Services, clock: Clock) -> None:
    services.consent.record_relayed(relayed_draft())
    services.tidy.tidy()
    clock.day += timedelta(days=11)
    services.tidy.tidy()
    clock.day += timedelta(days=10)
    assert services.tidy.tidy().lapsed == 0
    clock.day += timedelta(days=1)
    assert services.tidy.tidy().lapsed == 1


@pytest.mark.parametrize("days", [15, 120, -1])
def test_nothing_goes_on_the_word_of_a_clock_that_jumped(
    services: Services, clock: Clock, days: int
) -> None:
    clock.day = date(2026, 6, 1)
    practice_id = services.practice.add_practice(practice_draft())
    services.flag.raise_flag(practice_id, None, flag_draft())
    clock.day = date(2026, 9, 9)  # nobody opened the file while it came due
    services.settings.note_seen(clock.day - timedelta(days=days))
    assert services.tidy.tidy() == Tidied(waits=True)
    assert len(services.flag.list_flags()) == 1
    assert services.settings.last_seen() == clock.day - timedelta(days=days), "asked once more"


def test_somebodys_word_lets_go_and_is_the_day_to_count_from(
    services: Services, clock: Clock
) -> None:
    services.consent.record_relayed(relayed_draft())
    services.tidy.tidy()
    clock.day += timedelta(days=60)
    assert services.tidy.tidy().waits
    assert services.tidy.tidy_on_this_day().lapsed == 1
    assert not services.tidy.tidy().waits
    clock.day -= timedelta(days=30)
    assert services.tidy.tidy().waits, "back by a month"
    services.tidy.tidy_on_this_day()
    assert services.settings.last_seen() == clock.day


def test_a_flag_is_told_of_fourteen_days_before_it_is_reduced(
    services: Services, clock: Clock
) -> None:
    practice_id = services.practice.add_practice(practice_draft())
    second = services.flag.raise_flag(practice_id, None, flag_draft())
    clock.day = second.raised_on - timedelta(days=1)
    first = services.flag.raise_flag(practice_id, None, flag_draft())
    clock.day = first.shrinks_on - timedelta(days=15)
    assert services.flag.list_going() == ()
    clock.day += timedelta(days=2)
    assert [card.id for card in services.flag.list_going()] == [first.id, second.id]
    assert services.today.today().going == 2


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


def test_no_roundtable_stays_planned_once_the_last_day_of_the_consent_is_over(
    services: Services, clock: Clock
) -> None:
    followup_id = services.followup.begin(followup_draft(given_on="9/9/2026"))
    services.roundtable.plan_roundtable(followup_id, roundtable_draft(day="9/9/2026"))
    (consent,) = services.followup.followup(followup_id).consents
    clock.day = consent.expires_on
    services.tidy.tidy_on_this_day()
    (row,) = services.roundtable.list_roundtables()
    assert row.status is RoundtableStatus.DRAFT
    clock.day += timedelta(days=1)
    services.tidy.tidy_on_this_day()
    (row,) = services.roundtable.list_roundtables()
    assert row.status is RoundtableStatus.STOPPED


def test_no_flag_says_consent_given_once_its_last_day_is_over(
    services: Services, clock: Clock
) -> None:
    practice_id = services.practice.add_practice(practice_draft())
    flag = services.flag.raise_flag(practice_id, None, flag_draft())
    draft = services.followup.draft_from_flag(flag.id)
    given = followup_draft(flag_id=draft.flag_id, origin=draft.origin, given_on="1/10/2025")
    (consent,) = services.followup.followup(services.followup.begin(given)).consents
    clock.day = consent.expires_on
    assert services.consent.stop_what_lapsed() == 0
    assert services.flag.flag(flag.id).status is FlagStatus.CONSENTED
    clock.day += timedelta(days=1)
    services.tidy.tidy_on_this_day()
    assert services.flag.flag(flag.id).status is FlagStatus.AWAITING
