"""The lock page says what is the matter, and what to do next."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from app.system.key_file import main_place, spare_place
from app.system.paths import config_folder
from tests.front_door import FrontDoor, is_locked, page_of
from tests.journeys.person import Person
from ui.common.choose_file import answer_with
from ui.file.start_page import StartPage
from ui.file.unlock_page import UnlockPage


def try_wrong(person: Person, times: int = 1) -> None:
    page = page_of(person)
    assert isinstance(page, UnlockPage)
    for _ in range(times):
        person.wait_for("passphrase")
        person.fill(passphrase="not this one")
        person.press("unlock")
        person.wait(lambda: not page._busy)


def test_a_wrong_passphrase_says_how_many_tries_are_left(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    try_wrong(person, 2)
    assert "The passphrase does not fit. 3 attempts left." in person.reads()


def test_after_five_wrong_ones_the_page_counts_a_minute_down(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    try_wrong(person, 5)
    assert "You can try again in 1:00." in person.reads()
    assert not person.can_press("unlock")
    door.seconds.now += 43
    person.wait(lambda: "You can try again in 0:17." in person.reads())
    door.seconds.now += 17
    person.wait_for("unlock")
    assert door.unlock(person).isVisible()


def test_the_pause_is_not_escaped_by_leaving_the_page(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    try_wrong(person, 5)
    person.press("to_start")
    page = page_of(person)
    assert isinstance(page, StartPage)
    answer_with(path)
    person.press("open_file")
    person.wait(lambda: is_locked(person))
    assert not person.can_press("unlock")


def test_the_code_still_opens_during_the_pause(door: FrontDoor) -> None:
    path, made = door.make()
    person = door.open(path)
    try_wrong(person, 5)
    person.press("other_way")
    for number, group in enumerate(made.recovery_code.split("-"), start=1):
        person.fill(**{f"code_{number}": group})
    person.press("unlock")
    assert door.work(person).isVisible()


def test_a_wrong_group_of_the_code_is_named(door: FrontDoor) -> None:
    path, made = door.make()
    person = door.open(path)
    person.press("other_way")
    groups = made.recovery_code.split("-")
    # One wrong sign always shows; of random signs every thirty-second group would pass.
    groups[2] = ("B" if groups[2].startswith("A") else "A") + groups[2][1:]
    for number, group in enumerate(groups, start=1):
        person.fill(**{f"code_{number}": group})
    person.press("unlock")
    person.wait(lambda: "is not as on the paper." in person.reads())
    assert "Group 3 is not as on the paper." in person.reads()


def test_a_missing_file_is_said_before_anything_is_written(door: FrontDoor) -> None:
    person = door.open(door.folder / "gone.fasthold")
    person.wait(lambda: "The file is not there." in person.reads())
    assert "See whether the drive is connected." in person.reads()


def test_another_programs_file_is_left_alone(door: FrontDoor) -> None:
    path = door.folder / "other.fasthold"
    sqlite3.connect(path).execute("CREATE TABLE t (x)").connection.close()
    before = path.read_bytes()
    person = door.open(path)
    person.wait(lambda: "This is another program's file." in person.reads())
    assert path.read_bytes() == before


def test_a_damaged_file_is_said_to_be_damaged(door: FrontDoor) -> None:
    path, _made = door.make()
    path.write_bytes(path.read_bytes()[:6000])
    person = door.open(path)
    person.fill(passphrase="havre-kaffe-vindue-bro-lygte")
    person.press("unlock")
    person.wait(lambda: "The file cannot be opened as it is." in person.reads())
    assert "open your newest copy." in person.reads().casefold()


def test_a_newer_file_is_not_touched(door: FrontDoor) -> None:
    path, made = door.make()
    _write_as_newer(path, made.dek)
    before = path.read_bytes()
    person = door.open(path)
    person.fill(passphrase="havre-kaffe-vindue-bro-lygte")
    person.press("unlock")
    person.wait(lambda: "The file is newer than this Fasthold." in person.reads())
    assert path.read_bytes() == before


def test_a_lost_key_file_is_said_to_be_lost(door: FrontDoor) -> None:
    path, _made = door.make()
    for place in (main_place(path), spare_place(path), *(config_folder() / "keys").iterdir()):
        place.unlink()
    person = door.open(path)
    person.fill(passphrase="havre-kaffe-vindue-bro-lygte")
    person.press("unlock")
    person.wait(lambda: "The key file is missing." in person.reads())


def test_a_silent_keychain_leads_back_to_the_passphrase(
    door: FrontDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _made = door.make(keychain=True)
    person = door.open(path)
    person.wait_for("by_keychain")
    monkeypatch.setattr("app.system.keychain.backend", lambda: None)
    person.press("by_keychain")
    person.wait(lambda: "Write your passphrase." in person.reads())


def test_nothing_written_asks_for_something(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    person.press("unlock")
    assert "Write your passphrase." in person.reads()


def test_one_can_go_to_the_start_page_and_open_another_file(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    person.press("to_start")
    assert isinstance(page_of(person), StartPage)


def _write_as_newer(path: Path, dek: bytes) -> None:
    connection = sqlcipher.connect(str(path))
    connection.set_key(f"x'{dek.hex()}'")
    connection.execute("PRAGMA user_version = 9999")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
