"""The trail is kept for five years; what is older goes, and nothing else can be let go of."""

from __future__ import annotations

from datetime import date

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from app.bootstrap import Services
from app.domain.audit import Fault, Flaw, five_years_before
from app.domain.audit_anchor import Holding, SealDraft
from tests.clock import Clock
from tests.trails import head, lengthen

LATER = date(2031, 9, 10)


def old_entries(services: Services, clock: Clock) -> int:
    """Let some entries be just over five years old, and some not; return how many are over."""
    lengthen(services.vault, 9)
    over = head(services)
    clock.day = date(2029, 1, 1)
    lengthen(services.vault, 5)
    clock.day = LATER
    lengthen(services.vault, 1)
    return over


def test_what_is_older_than_five_years_goes_and_the_rest_still_fits(
    services: Services, clock: Clock
) -> None:
    over = old_entries(services, clock)
    services.tidy.tidy_on_this_day()
    kept = services.audit.entries()
    assert kept[-1].seq == over + 1
    assert services.audit.standing().entries == len(kept)
    check = services.audit.check()
    assert (check.fault, check.entries) == (None, len(kept))
    assert services.audit.shorten(LATER) == 0


def test_on_the_day_itself_it_is_still_kept(services: Services, clock: Clock) -> None:
    old_entries(services, clock)
    clock.day = date(2031, 9, 9)
    assert services.audit.shorten(clock.day) == 0


def test_a_second_time_more_goes_and_it_still_fits(services: Services, clock: Clock) -> None:
    old_entries(services, clock)
    services.audit.shorten(LATER)
    clock.day = date(2034, 3, 1)
    lengthen(services.vault, 1)
    assert services.audit.shorten(clock.day) == 5
    assert services.audit.check().fault is None


def test_a_seal_from_before_is_said_to_be_too_old(services: Services, clock: Clock) -> None:
    old_entries(services, clock)
    services.audit.shorten(LATER)
    row = services.anchor.compare_printed(SealDraft(number="2", seal="0" * 16))
    assert row.holding is Holding.BEFORE


@pytest.mark.parametrize(
    "attack",
    [
        "DELETE FROM audit WHERE seq = (SELECT min(seq) FROM audit)",
        "DELETE FROM audit WHERE seq > 12",
        "UPDATE audit_begin SET seq = 12",
        "INSERT OR REPLACE INTO audit_begin SELECT 1, seq, mac, mac FROM audit"
        " ORDER BY seq DESC LIMIT 1",
        "INSERT INTO audit_begin SELECT 2, seq, mac, mac FROM audit WHERE seq = 12",
    ],
)
def test_nothing_younger_can_be_let_go_of(services: Services, clock: Clock, attack: str) -> None:
    old_entries(services, clock)
    services.audit.shorten(LATER)
    before = head(services)
    with services.vault.read() as session:
        driver = session.connection().connection.driver_connection
        assert driver is not None
        with pytest.raises(sqlcipher.DatabaseError):
            driver.execute(attack)
    assert head(services) == before
    assert services.audit.check().fault is None


def test_a_beginning_that_somebody_moved_is_seen(services: Services, clock: Clock) -> None:
    old_entries(services, clock)
    services.audit.shorten(LATER)
    with services.vault.read() as session:
        driver = session.connection().connection.driver_connection
        assert driver is not None
        driver.execute("DROP TRIGGER audit_begin_frozen")
        driver.execute("UPDATE audit_begin SET seal = ?", ("0" * 64,))
        driver.execute("COMMIT")
    fault = services.audit.check().fault
    assert fault is not None
    assert fault == Fault(fault.seq, Flaw.CHANGED)


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2031, 9, 9), date(2026, 9, 9)),
        (date(2028, 2, 29), date(2023, 2, 28)),
        (date(2033, 2, 28), date(2028, 2, 28)),
    ],
)
def test_five_years_are_counted_by_the_calendar(today: date, first: date) -> None:
    assert five_years_before(today) == first


def test_the_beginning_is_not_moved_to_a_younger_entry(services: Services, clock: Clock) -> None:
    old_entries(services, clock)
    services.audit.shorten(LATER)
    with services.vault.read() as session:
        driver = session.connection().connection.driver_connection
        assert driver is not None
        driver.execute("DELETE FROM audit_begin")
        with pytest.raises(sqlcipher.DatabaseError, match="kept for five years"):
            driver.execute("INSERT INTO audit_begin SELECT 1, seq, mac, mac FROM audit LIMIT 1")
