"""What is set holds at once, and the keys of the file can be changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.language import language
from app.services.machine import load_machine_settings
from app.system.key_file import main_place
from tests.front_door import FrontDoor, is_locked, page_of
from tests.journeys.person import Person
from tests.workspaces import PHRASE
from ui.common.choose_file import answer_with
from ui.common.tokens import LIGHT, Token, colour
from ui.file.new_code_dialog import NewCodeDialog

NEW = "en helt anden lang sætning"


def test_my_details_are_shown_and_saved(door: FrontDoor, person: Person) -> None:
    assert person.shown("name") == "Kim Eksempelsen"
    person.fill(phone="00 00 00 99")
    person.keys("Ctrl+Return")
    assert "Your details are saved." in person.reads()
    sender = door.work(person).services.settings.sender()
    assert sender is not None
    assert sender.phone == "00 00 00 99"


def test_details_no_paper_can_do_without_are_not_taken_away(
    door: FrontDoor, person: Person
) -> None:
    person.fill(email="nobody")
    person.press("save_sender")
    assert "Write the e-mail like name@municipality.example." in person.reads()
    sender = door.work(person).services.settings.sender()
    assert sender is not None
    assert sender.email == "kim@kommune.example"


def test_an_unfinished_change_comes_back_after_a_lock(door: FrontDoor, person: Person) -> None:
    person.fill(name="Kim Andersnavn")
    person.keys("Ctrl+L")
    person.wait(lambda: is_locked(person))
    door.unlock(person)
    person.press("resume_draft")
    assert person.shown("name") == "Kim Andersnavn"


def test_the_lock_times_hold_at_once(door: FrontDoor, person: Person) -> None:
    person.fill(lock_minutes="3", lock_minutes_in_visit="30")
    person.press("save_lock_minutes")
    assert door.work(person).idle_minutes() == 3


def test_a_lock_time_out_of_bounds_is_refused(door: FrontDoor, person: Person) -> None:
    person.fill(lock_minutes="60")
    person.press("save_lock_minutes")
    assert door.work(person).services.settings.lock_minutes() == 5


def test_the_language_changes_at_once_and_for_good(door: FrontDoor, person: Person) -> None:
    person.press("language_da")
    assert language() == "da"
    assert "Indstillinger" in person.reads()
    assert door.work(person).page_name() == "settings"
    assert load_machine_settings().language == "da"


def test_the_page_stays_where_it_is_when_the_language_changes(
    door: FrontDoor, person: Person
) -> None:
    person.window.resize(1_366, 520)
    page = door.work(person).shell.page()
    assert page is not None
    page.area.verticalScrollBar().setValue(300)
    person.press("language_da")
    page = door.work(person).shell.page()
    assert page is not None
    person.wait(lambda: page.area.verticalScrollBar().value() == 300)
    here = person.window.focusWidget()
    assert here is not None
    assert here.objectName() == "language_da"


def test_what_is_being_written_survives_a_change_of_language(
    door: FrontDoor, person: Person
) -> None:
    person.fill(name="Kim Andersnavn")
    person.press("language_da")
    assert person.shown("name") == "Kim Andersnavn"


def test_the_colours_change_at_once_and_for_good(person: Person) -> None:
    person.press("theme_dark")
    assert colour(Token.CANVAS).name().upper() != LIGHT[Token.CANVAS]
    assert load_machine_settings().theme == "dark"
    person.press("theme_light")
    assert colour(Token.CANVAS).name().upper() == LIGHT[Token.CANVAS]


def test_a_new_passphrase_opens_the_file_and_the_old_one_no_longer(
    door: FrontDoor, person: Person, path: Path
) -> None:
    person.press("set_passphrase")
    person.press("way_own")
    person.fill(passphrase=NEW, again=NEW)
    person.keys("Ctrl+Return")
    person.wait(lambda: "The new passphrase opens the file" in person.reads())
    person.keys("Ctrl+L")
    person.wait(lambda: is_locked(person))
    door.unlock(person, NEW)
    with pytest.raises(Exception, match="does not fit"):
        door.files.open_by_passphrase(path, PHRASE)


def test_a_new_code_is_shown_once_and_tried(door: FrontDoor, person: Person, path: Path) -> None:
    person.press("new_recovery_code")
    person.press("confirm")
    person.wait(lambda: isinstance(person.front(), NewCodeDialog))
    dialog = person.front()
    assert isinstance(dialog, NewCodeDialog)
    code = dialog._card._code.split("-")
    settings = door.work(person).services.settings
    assert not settings.code_tried()
    person.press("on_paper")
    person.press("kept_safe")
    person.press("try_code")
    for place in dialog._try.places():
        person.fill(**{f"try_{place + 1}": code[place]})
    person.press("try_code")
    assert settings.code_tried()
    assert door.files.open_by_code(path, "-".join(code)) == door.work(person).services.vault.dek


def test_a_new_code_that_is_not_tried_is_asked_for_at_the_next_unlock(
    door: FrontDoor, person: Person
) -> None:
    person.press("new_recovery_code")
    person.press("confirm")
    person.wait(lambda: isinstance(person.front(), NewCodeDialog))
    person.keys("Ctrl+L")
    person.wait(lambda: is_locked(person))
    door.unlock(person)
    person.press("make_new_code")
    assert "Make a new recovery code?" in person.reads()


def test_the_keychain_is_switched_on_and_off(door: FrontDoor, person: Person, path: Path) -> None:
    person.press("set_keychain")
    person.wait(lambda: "Switch off" in person.reads())
    assert "keychain" in door.files.slots(path)
    person.press("set_keychain")
    person.wait(lambda: "Switch on" in person.reads())
    assert "keychain" not in door.files.slots(path)


def test_without_a_keychain_there_is_no_switch_for_it(
    door: FrontDoor, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.system.keychain.backend", lambda: None)
    person = door.open(path)
    door.unlock(person)
    person.keys("Ctrl+,")
    person.wait(lambda: "This computer has no keychain." in person.reads())
    assert "You write the passphrase each time." in person.reads()
    assert "Switch on" not in person.reads()


def test_a_keychain_that_does_not_answer_changes_nothing(
    door: FrontDoor, person: Person, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.system.keychain.backend", lambda: None)
    person.press("set_keychain")
    person.wait(lambda: "did not answer. Nothing has changed." in person.reads())
    assert "keychain" not in door.files.slots(path)


def test_a_copy_is_saved_with_its_keys_and_opens(
    door: FrontDoor, person: Person, tmp_path: Path
) -> None:
    folder = tmp_path / "drive"
    folder.mkdir()
    answer_with(folder)
    person.press("save_copy")
    person.wait(lambda: "The copy is saved and checked" in person.reads())
    (copy,) = folder.glob("*.fasthold")
    assert main_place(copy).exists()
    assert door.files.open_by_passphrase(copy, PHRASE) == door.work(person).services.vault.dek
    assert "Last copy" in person.reads()


def test_a_copy_that_cannot_be_saved_says_why(person: Person, tmp_path: Path) -> None:
    answer_with(tmp_path / "gone" / "drive")
    person.press("save_copy")
    person.wait(lambda: "no longer there" in person.reads())
    assert person.can_press("save_copy")


def test_a_copy_is_opened_instead_of_the_file(
    door: FrontDoor, person: Person, path: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "drive"
    folder.mkdir()
    answer_with(folder)
    person.press("save_copy")
    person.wait(lambda: "The copy is saved and checked" in person.reads())
    (copy,) = folder.glob("*.fasthold")
    vault = door.work(person).services.vault
    answer_with(copy)
    person.press("open_other")
    person.wait(lambda: is_locked(person))
    assert not vault.is_open
    door.unlock(person)
    assert load_machine_settings().last_file == str(copy)


def test_the_help_is_opened(person: Person) -> None:
    person.press("help")
    assert "Getting started" in person.reads()
    person.press("close")
    assert page_of(person) is not None
    assert QApplication.activeModalWidget() is None
