"""The trail is checked at the start of each week, and what does not fit is told at once."""

from __future__ import annotations

from contextlib import closing

import pytest

from app.data.state_file import place
from app.domain.audit import Action
from app.services import audit as audit_module
from tests.front_door import FrontDoor, is_locked
from tests.journeys.person import Person
from tests.trails import lengthen, tampering

BROKEN = "The audit trail has been tampered with, or damaged."


def opened(door: FrontDoor, damage: str, entries: int = 20) -> Person:
    """Let a file have a trail of some length, be damaged by hand, and be unlocked."""
    path, made = door.make()
    with door.services(path, made.dek) as services:
        lengthen(services.vault, entries)
    with closing(tampering(path, made.dek)) as connection:
        connection.execute(damage)
    person = door.open(path)
    door.unlock(person)
    return person


def test_an_entry_that_was_changed_is_told_of_above_the_page(door: FrontDoor) -> None:
    person = opened(door, "UPDATE audit SET detail = '[77]' WHERE seq = 9")
    assert BROKEN in person.reads()
    assert "Entry 9 was changed after it was written." in person.reads()
    person.press("see_audit")
    assert "tell your data protection officer" in person.reads()
    focus = person.window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "show_audit"


def test_an_end_that_was_cut_off_is_told_of_above_the_page(door: FrontDoor) -> None:
    person = opened(door, "DELETE FROM audit WHERE seq > 12")
    assert "The audit trail does not end as it should." in person.reads()
    person.press("audit_later")
    assert "The audit trail does not end as it should." not in person.reads()
    person.keys("Ctrl+,")
    assert "Entries have been missing at the end." in person.reads()


def test_a_trail_that_fits_is_not_told_of(door: FrontDoor) -> None:
    person = opened(door, "SELECT 1")
    assert "audit trail" not in person.reads()


def test_a_long_trail_is_walked_away_from_the_window(
    door: FrontDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_module, "QUICK", 0)
    person = opened(door, "DELETE FROM audit WHERE seq = 3")
    person.wait(lambda: BROKEN in person.reads())
    assert "Entry 3 is missing." in person.reads()


def test_it_is_walked_once_a_week_and_each_lock_and_opening_noted(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    door.unlock(person)
    person.keys("Ctrl+L")
    person.wait(lambda: is_locked(person))
    rows = door.unlock(person).services.audit.entries()
    told = [(row.action, row.detail) for row in rows][::-1]
    assert told.count((Action.CHECKED, ("whole",))) == 1
    assert told.count((Action.OPENED, ("passphrase",))) == 2
    assert told.count((Action.LOCKED, ("hand",))) == 1


def test_a_passphrase_that_did_not_fit_is_noted_at_the_next_unlock(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    for _ in range(2):
        person.fill(passphrase="not this one at all")
        person.press("unlock")
        person.wait(lambda: person.can_press("unlock"))
    rows = door.unlock(person).services.audit.entries()
    assert (Action.OPEN_FAILED, ("passphrase", 2)) in [(row.action, row.detail) for row in rows]


def test_an_end_cut_off_with_all_that_tells_of_it_still_differs_from_the_keychain(
    door: FrontDoor,
) -> None:
    path, made = door.make()
    with door.services(path, made.dek) as services:
        lengthen(services.vault, 20)
        services.anchor.follow()
    with closing(tampering(path, made.dek)) as connection:
        connection.execute("DELETE FROM audit WHERE seq > 12")
    place(path).unlink()
    person = door.open(path)
    door.unlock(person)
    person.wait(lambda: "The audit trail does not end as it should." in person.reads())
    assert "Noted in this computer's keychain: " in person.reads()


def test_without_a_keychain_the_work_goes_on_in_silence(
    door: FrontDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.system.keychain.backend", lambda: None)
    person = opened(door, "SELECT 1")
    assert "audit trail" not in person.reads()
