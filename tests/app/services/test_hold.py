"""Who is held is not erased by the rules, is listed, and is asked about on the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.bootstrap import Services
from app.domain.problem import Refused
from tests.builders import hold_draft
from tests.clock import Clock
from tests.followups import NANCY, started


def test_who_is_held_stays_beyond_the_day_and_goes_once_let_go_of(
    services: Services, clock: Clock
) -> None:
    followup = started(services)
    services.hold.hold(followup, hold_draft())
    services.consent.withdraw_all(followup)
    clock.day += timedelta(days=60)
    assert services.tidy.tidy_on_this_day().erased == 0
    services.hold.lift_hold(followup)
    clock.day += timedelta(days=60)
    assert services.tidy.tidy_on_this_day().erased == 1


def test_holds_are_listed_and_asked_about_when_their_day_has_come(
    services: Services, clock: Clock
) -> None:
    followup = started(services)
    services.hold.hold(followup, hold_draft("Klage over løn"))
    (row,) = services.hold.list_holds()
    assert (row.citizen, row.reason, row.review_on) == (NANCY, "Klage over løn", date(2026, 12, 9))
    clock.day = date(2026, 12, 8)
    assert services.hold.list_to_ask_about() == ()
    clock.day += timedelta(days=1)
    assert services.hold.list_to_ask_about() == (row,)
    services.hold.hold(followup, hold_draft("Stadig klage", review_on="1/2/2027"))
    assert services.hold.list_to_ask_about() == ()
    (row,) = services.hold.list_holds()
    assert (row.reason, row.held_on) == ("Stadig klage", date(2026, 9, 9))


def test_nobody_is_let_go_of_who_is_not_held(services: Services) -> None:
    with pytest.raises(Refused):
        services.hold.lift_hold(started(services))
