"""The last day of a consent is a day of the Danish calendar: over leap days, summer time, and with
the computer set to another part of the world. Nothing lapses on the word of a clock that jumped."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from shutil import copyfile

import pytest

from app.bootstrap import Services, open_services
from app.domain.consent import ConsentStatus
from app.domain.problem import Refused
from app.domain.roundtable import RoundtableStatus
from app.domain.typed import write_day
from app.system import clock as system_clock
from app.system.clock import DENMARK
from tests.builders import (
    followup_draft,
    grant_draft,
    party_draft,
    relayed_draft,
    roundtable_draft,
)
from tests.clock import Clock
from tests.followups import SENDER, Case, cells_of, held, with_employer
from tests.workspaces import DEK

At = Callable[[datetime], None]
LAST_DAYS = [
    date(2026, 12, 31),
    date(2027, 2, 28),
    date(2027, 3, 27),  # summer time begins in the night that follows it
    date(2027, 3, 28),
    date(2027, 10, 30),
    date(2027, 10, 31),  # and ends on this day
    date(2028, 2, 28),
    date(2028, 2, 29),
]


@pytest.fixture(params=["Pacific/Auckland", "America/Los_Angeles"])
def elsewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer is set to another part of the world."""
    monkeypatch.setitem(os.environ, "TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> At:
    """Set the computer's own clock to a moment."""

    def set_to(moment: datetime) -> None:
        class Stopped(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # no Self here
                return moment.astimezone(tz)

        monkeypatch.setattr(system_clock, "datetime", Stopped)

    return set_to


def danish(day: date, hour: int, minute: int) -> datetime:
    """Return a moment as a clock on a Danish wall shows it."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=DENMARK).astimezone(UTC)


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("last", LAST_DAYS)
def test_midnight_in_denmark_ends_it_wherever_the_computer_is(
    at: At, last: date, empty_file: Path, tmp_path: Path
) -> None:
    at(danish(last - timedelta(days=10), 12, 0))
    path = tmp_path / "far.fasthold"
    copyfile(empty_file, path)
    services = open_services(path, DEK)
    with closing(services.vault):
        case = shared_until(services, last)
        at(danish(last, 23, 59))
        assert hour_cell(services, case) is ConsentStatus.LIVE
        hand_over(services, case, tmp_path)
        at(danish(last + timedelta(days=1), 0, 0))
        assert hour_cell(services, case) is ConsentStatus.EXPIRED
        with pytest.raises(Refused):
            hand_over(services, case, tmp_path)


def shared_until(services: Services, last: date) -> Case:
    services.settings.save_sender(SENDER)
    today = write_day(services.today.day())
    followup = services.followup.begin(followup_draft(given_on=today))
    case = Case(followup, services.party.add_party(followup, party_draft()))
    draft = grant_draft(case.employer, "hours", given_on=today, until=write_day(last))
    services.consent.grant(case.id, draft)
    roundtable = held(services, case, day=today, review_on="")
    services.roundtable.finalise(roundtable)
    return case


def hour_cell(services: Services, case: Case) -> ConsentStatus:
    return cells_of(services, case.id)["hours"].status


def hand_over(services: Services, case: Case, folder: Path) -> None:
    (row,) = services.roundtable.list_roundtables()
    services.export.save(services.export.prepare_employer_sheet(row.id, "da"), folder)


@pytest.mark.parametrize(
    ("given", "last"),
    [
        (date(2026, 9, 9), date(2026, 9, 30)),
        (date(2027, 3, 8), date(2027, 3, 29)),
        (date(2027, 10, 10), date(2027, 10, 31)),
        (date(2028, 2, 8), date(2028, 2, 29)),
        (date(2028, 2, 9), date(2028, 3, 1)),
    ],
)
def test_a_relayed_yes_stays_for_21_days_and_goes_on_the_next(
    services: Services, clock: Clock, given: date, last: date
) -> None:
    clock.day = given
    services.consent.record_relayed(relayed_draft(given_on=write_day(given)))
    clock.day = last
    assert services.tidy.tidy_on_this_day().lapsed == 0
    assert [row.expires_on for row in services.consent.list_relayed()] == [last]
    clock.day = last + timedelta(days=1)
    assert services.tidy.tidy_on_this_day().lapsed == 1


@pytest.mark.parametrize("days", [400, -3], ids=["ahead", "back"])
def test_nothing_lapses_after_a_clock_jump_until_somebody_says_the_day_is_right(
    services: Services, clock: Clock, days: int
) -> None:
    case = with_employer(services)
    draft = grant_draft(case.employer, "hours", direction="take_part", until="10/9/2026")
    services.consent.grant(case.id, draft)
    services.consent.record_relayed(relayed_draft())
    planned = services.roundtable.plan_roundtable(
        case.id, roundtable_draft(day="16/9/2026", review_on="9/10/2026")
    )
    services.tidy.tidy()
    clock.day += timedelta(days=days)
    assert services.tidy.tidy().waits
    clock.day = date(2026, 9, 9)  # the clock is set right, and all is as it was
    assert hour_cell(services, case) is ConsentStatus.LIVE
    assert len(services.consent.list_relayed()) == 1
    row = services.roundtable.roundtable(planned).row
    assert row.status is RoundtableStatus.DRAFT


def test_once_the_day_is_confirmed_what_ran_out_stays_over(
    services: Services, clock: Clock
) -> None:
    case = with_employer(services)
    services.consent.grant(case.id, grant_draft(case.employer, "hours", until="10/9/2026"))
    services.tidy.tidy()
    clock.day = date(2026, 10, 20)
    assert services.tidy.tidy().waits
    services.tidy.tidy_on_this_day()
    clock.day = date(2026, 9, 9)
    assert hour_cell(services, case) is ConsentStatus.EXPIRED
