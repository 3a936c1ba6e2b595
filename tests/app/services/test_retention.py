"""T45. What the rules erase goes on its day, is seen 14 days before, and nothing else goes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.bootstrap import Services
from app.domain.erasure import ErasureReason
from app.domain.followup import EndingDraft, FollowupId
from app.domain.language import in_language
from app.domain.problem import Rejected
from app.domain.restriction import LiftDraft
from app.domain.retention import AHEAD, Kept, RetentionDraft, default_rules
from app.domain.typed import write_day
from tests.builders import (
    cooperation_draft,
    flag_draft,
    followup_draft,
    hold_draft,
    practice_draft,
    relayed_draft,
    restriction_draft,
    sender_draft,
)
from tests.clock import Clock
from tests.followups import EINER, NANCY, started

DAY = timedelta(days=1)
THREE_YEARS = 3 * 365


def rule(amount: int) -> RetentionDraft:
    return RetentionDraft(
        amount=str(amount),
        source="Kommunens beslutning",
        valid_from="9/9/2026",
        last_checked="9/9/2026",
    )


def ended(services: Services, name: str = NANCY) -> FollowupId:
    followup = started(services, name)
    services.followup.end_followup(
        followup, EndingDraft(ended_on=write_day(services.today.day()), outcome="same_job")
    )
    return followup


def test_for_three_years_whoever_goes_was_seen_to_go_on_that_very_day(
    services: Services, clock: Clock
) -> None:
    """People come now and then, and end in one way or another; the clock moves on day by day."""
    told: dict[FollowupId, date] = {}
    gone: dict[FollowupId, date] = {}
    here: set[FollowupId] = set()
    for number in range(THREE_YEARS):
        if number % 122 == 0 and number < THREE_YEARS - 300:
            name = f"{NANCY} {chr(65 + number // 122 % 26)}"
            given_on = write_day(clock.day)
            here.add(services.followup.begin(followup_draft(name, given_on=given_on)))
        if number % 122 == 20:
            _end_one(services, here, clock.day, told)
        for row in services.retention.list_going():
            assert told.setdefault(row.followup_id, row.goes_on) == row.goes_on
        if services.followup.erase_due():
            still = {row.id for row in services.followup.list_followups()}
            gone |= dict.fromkeys(here - still, clock.day)
            here &= still
        clock.day += DAY
    assert len(gone) >= 6
    assert gone == {one: told[one] for one in gone}


def _end_one(
    services: Services, here: set[FollowupId], day: date, told: dict[FollowupId, date]
) -> None:
    running = sorted(here - set(told), key=str)
    open_ones = [one for one in running if services.followup.followup(one).row.ended_on is None]
    if not open_ones:
        return
    if day.month % 2:
        services.consent.withdraw_all(open_ones[0])
    else:
        services.followup.end_followup(
            open_ones[0], EndingDraft(ended_on=write_day(day), outcome="out")
        )


def test_who_ended_is_told_of_for_fourteen_days(services: Services, clock: Clock) -> None:
    followup = ended(services)
    goes_on = date(2027, 3, 10)
    clock.day = goes_on - AHEAD - DAY
    assert services.retention.list_going() == ()
    clock.day += DAY
    [row] = services.retention.list_going()
    assert (row.followup_id, row.citizen, row.goes_on) == (followup, NANCY, goes_on)
    assert row.reason is ErasureReason.ENDED


def test_nobody_goes_on_the_word_of_a_clock_that_jumped(services: Services, clock: Clock) -> None:
    ended(services)
    services.tidy.tidy()
    clock.day = date(2028, 1, 1)
    assert services.tidy.tidy().waits
    assert len(services.followup.list_followups()) == 1
    assert services.tidy.tidy_on_this_day().erased == 1


@pytest.mark.parametrize("how", ["hold", "restriction"])
def test_who_is_let_go_of_late_is_told_of_before_they_go(
    services: Services, clock: Clock, how: str
) -> None:
    followup = ended(services)
    if how == "hold":
        services.hold.hold(followup, hold_draft())
    else:
        services.restriction.restrict(followup, restriction_draft())
    clock.day = date(2027, 6, 1)
    assert services.followup.followup(followup).going is None
    assert services.tidy.tidy_on_this_day().erased == 0
    if how == "hold":
        services.hold.lift_hold(followup)
    else:
        services.restriction.lift_restriction(followup, LiftDraft(lift_reason="Løst"))
    [row] = services.retention.list_going()
    assert row.goes_on == clock.day + AHEAD
    assert services.tidy.tidy_on_this_day().erased == 0
    clock.day += AHEAD
    assert services.tidy.tidy_on_this_day().erased == 1


def test_a_shorter_time_counts_for_all_once_it_was_seen(services: Services, clock: Clock) -> None:
    ended(services)
    clock.day = date(2026, 11, 20)
    services.retention.correct_rule(Kept.ENDED, rule(1))
    assert services.followup.erase_due() == 0
    [row] = services.retention.list_going()
    assert row.goes_on == clock.day + AHEAD
    clock.day += AHEAD
    assert services.followup.erase_due() == 1


def test_a_longer_time_counts_at_once_for_who_has_ended(services: Services, clock: Clock) -> None:
    ended(services)
    services.retention.correct_rule(Kept.ENDED, rule(12))
    clock.day = date(2027, 9, 9)
    assert services.followup.erase_due() == 0
    clock.day += DAY
    assert services.followup.erase_due() == 1


def test_a_flag_goes_by_the_time_that_is_set_on_board_and_paper(
    services: Services, clock: Clock
) -> None:
    services.settings.save_sender(sender_draft())
    practice = services.practice.add_practice(practice_draft())
    agreed = services.cooperation.add_cooperation(practice, cooperation_draft())
    services.retention.correct_rule(Kept.FLAG, rule(30))
    clock.day += AHEAD
    flag = services.flag.raise_flag(practice, None, flag_draft())
    assert flag.shrinks_on == clock.day + timedelta(days=30)
    assert services.cooperation.paper(agreed).kept_days == 30
    with in_language("da"):
        assert services.slip.slip(flag.id, next(iter(services.slip.sheets())).language).kept_days
    clock.day += timedelta(days=16)
    assert services.flag.list_going() == (services.flag.flag(flag.id),)
    assert services.flag.count_going() == 1
    clock.day += timedelta(days=14)
    assert services.flag.shrink_due() == 1


def test_a_relayed_yes_lapses_after_the_days_that_are_set(services: Services) -> None:
    services.retention.correct_rule(Kept.RELAYED, rule(10))
    services.consent.record_relayed(relayed_draft(given_on="9/9/2026"))
    [row] = services.consent.list_relayed()
    assert row.expires_on == date(2026, 9, 19)


def test_a_rule_is_changed_noted_and_taken_back(services: Services) -> None:
    services.retention.correct_rule(Kept.ENDED, rule(3))
    assert services.retention.rule_draft(Kept.ENDED).amount == "3"
    assert services.retention.kept_for().amount(Kept.ENDED) == 3
    with pytest.raises(Rejected):
        services.retention.correct_rule(Kept.ENDED, rule(13))
    services.retention.use_default_rules()
    assert services.retention.list_rules() == default_rules()


def test_somebody_with_a_consent_goes_a_month_after_its_last_day(
    services: Services, clock: Clock
) -> None:
    followup = started(services, EINER)
    row = services.followup.followup(followup).going
    assert row is not None
    [consent] = services.followup.followup(followup).consents
    assert row.goes_on == consent.expires_on + timedelta(days=31)
