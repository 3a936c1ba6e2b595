"""The window opens, locks and unlocks; what was being written comes back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.draft import DraftKind
from app.services.machine import load_machine_settings
from tests.builders import practice_draft, visit_draft
from tests.front_door import FrontDoor, everything_seen, is_locked, page_of
from tests.workspaces import PHRASE
from ui.file.locked import LockReason
from ui.file.start_page import StartPage
from ui.main_window import MainWindow

NEW = "havre kaffe vindue bro lygte ny"


def test_the_passphrase_opens_the_file(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    assert work.page_name() == "today"


def test_the_file_that_was_opened_is_the_one_asked_for_next_time(door: FrontDoor) -> None:
    path, _made = door.make()
    door.unlock(door.open(path))
    assert load_machine_settings().last_file == str(path)


def test_the_code_on_paper_opens_the_file_and_lets_a_new_passphrase_be_set(door: FrontDoor) -> None:
    path, made = door.make()
    person = door.open(path)
    person.press("other_way")
    for number, group in enumerate(made.recovery_code.split("-"), start=1):
        person.fill(**{f"code_{number}": group.lower()})
    person.press("unlock")
    door.work(person)
    person.press("way_own")
    person.fill(passphrase=NEW, again=NEW)
    person.press("set_passphrase")
    person.wait(lambda: person.front() is person.window)
    assert door.files.open_by_passphrase(path, NEW) == made.dek


def test_the_keychain_opens_a_fresh_start_but_not_a_lock(door: FrontDoor) -> None:
    path, _made = door.make(keychain=True)
    person = door.open(path)
    person.press("by_keychain")
    door.work(person)
    person.keys("Ctrl+L")
    person.wait(lambda: is_locked(person))
    assert not person.can_press("by_keychain")


def test_a_locked_window_shows_nothing_of_the_work(door: FrontDoor) -> None:
    path, made = door.make()
    with door.services(path, made.dek) as services:
        services.practice.add_practice(practice_draft(name="Skovbrynets Læger"))
    person = door.open(path)
    door.unlock(person)
    person.keys("Ctrl+7")
    assert "Skovbrynets" in everything_seen(QApplication.topLevelWidgets())
    person.keys("Ctrl+L")
    person.wait(lambda: is_locked(person))
    seen = everything_seen(QApplication.topLevelWidgets())
    assert "Skovbrynets" not in seen
    assert "Kim" not in seen
    assert person.window.windowTitle() == "Fasthold"


def test_a_lock_over_an_open_form_keeps_what_was_written(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    door.unlock(person)
    person.keys("Ctrl+7")
    person.keys("Ctrl+N")
    person.fill(name="Halvt skrev")
    person.keys("Ctrl+L")
    person.wait(lambda: is_locked(person))
    assert "A draft is waiting." in person.reads()
    assert "Halvt" not in everything_seen(QApplication.topLevelWidgets())
    door.unlock(person)
    person.press("resume_draft")
    person.wait(lambda: person.front() is not person.window)
    assert "Halvt skrev" in person.reads()


def test_a_draft_that_is_not_wanted_goes(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    person.keys("Ctrl+7")
    person.keys("Ctrl+N")
    person.fill(name="Halvt skrev")
    assert isinstance(person.window, MainWindow)
    person.window.lock(LockReason.IDLE)
    assert "without activity" in person.reads()
    work = door.unlock(person)
    person.press("drop_draft")
    assert work.services.draft.waiting() == ()
    assert not person.can_press("resume_draft")


def test_a_locked_file_is_closed(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    vault = work.services.vault
    person.keys("Ctrl+L")
    person.wait(lambda: is_locked(person))
    assert not vault.is_open


def test_resting_locks_the_window(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open(path)
    work = door.unlock(person)
    work.shell.idle.set_limit(0)
    person.wait(lambda: is_locked(person))
    assert "after 5 minutes without activity" in person.reads()


def test_a_second_window_of_the_same_file_is_refused_and_calls_the_first(
    door: FrontDoor,
) -> None:
    path, _made = door.make()
    person = door.open(path)
    person.wait_for("unlock")
    person.window.showMinimized()
    second = door.another()
    assert not second.begin(path)
    person.wait(lambda: not person.window.isMinimized())


def test_looking_around_never_touches_ones_own_file(door: FrontDoor) -> None:
    person = door.open()
    person.press("look_around")
    work = door.work(person)
    assert "Made-up data" in person.reads()
    assert load_machine_settings().last_file == ""
    person.press("leave_made_up")
    person.wait(lambda: isinstance(page_of(person), StartPage))
    assert not work.services.vault.is_open


def test_made_up_data_is_left_in_the_middle_of_a_visit_only_if_that_is_meant(
    door: FrontDoor,
) -> None:
    person = door.open()
    person.press("look_around")
    work = door.work(person)
    services = work.services
    practice = services.practice.add_practice(practice_draft())
    visit = services.visit.plan_visit(visit_draft(practice))
    services.visit.start_visit(visit)
    work.shell.go("visit_room", visit.hex)
    person.press("leave_made_up")
    person.press("cancel")
    assert person.can_press("end_visit")
    person.press("leave_made_up")
    person.press("confirm")
    person.wait(lambda: isinstance(page_of(person), StartPage))


def test_made_up_data_is_kept_for_the_next_look(door: FrontDoor) -> None:
    person = door.open()
    person.press("look_around")
    first = door.work(person).services.settings
    first.save_lock_minutes("7", "15")
    person.press("leave_made_up")
    person.press("look_around")
    assert door.work(person).services.settings.lock_minutes() == 7


def test_the_lock_page_of_made_up_data_says_its_passphrase(door: FrontDoor) -> None:
    person = door.open()
    person.press("look_around")
    door.work(person)
    person.keys("Ctrl+L")
    person.wait(lambda: is_locked(person))
    assert PHRASE in person.reads()


@pytest.mark.parametrize("page", ["Ctrl+1", "Ctrl+7", "Ctrl+,"])
def test_ctrl_q_closes_the_window_and_the_file_from_any_page(door: FrontDoor, page: str) -> None:
    path, _made = door.make()
    person = door.open(path)
    vault = door.unlock(person).services.vault
    person.keys(page)
    person.keys("Ctrl+Q")
    assert not person.window.isVisible()
    assert not vault.is_open


def test_what_is_being_written_is_kept_when_ctrl_q_closes_the_window(door: FrontDoor) -> None:
    path, made = door.make()
    person = door.open(path)
    door.unlock(person)
    person.keys("Ctrl+,")
    person.fill(name="Kim Andersnavn")
    person.keys("Ctrl+Q")
    with door.services(path, made.dek) as services:
        assert [draft.kind for draft in services.draft.waiting()] == [DraftKind.SENDER]


def test_ctrl_q_closes_the_window_before_anything_is_open(door: FrontDoor) -> None:
    person = door.open()
    person.keys("Ctrl+Q")
    assert not person.window.isVisible()
