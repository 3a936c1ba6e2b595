"""Set-up makes a file that three keys open, and asks for everything a paper needs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from app.services.machine import load_machine_settings
from app.system.paths import default_workspace
from tests.front_door import SENDER, FrontDoor, is_locked, page_of
from tests.journeys.person import Person
from ui.common.choose_file import answer_with
from ui.file.setup_page import SetupPage
from ui.file.start_page import StartPage
from ui.file.step import Step

PHRASE = "en meget lang sætning om havre"
DETAILS = {
    "name": SENDER.name,
    "title": SENDER.title,
    "phone": SENDER.phone,
    "email": SENDER.email,
    "reachable": SENDER.reachable,
    "municipality": SENDER.municipality,
}


def setup_of(person: Person) -> SetupPage:
    page = page_of(person)
    assert isinstance(page, SetupPage)
    return page


def begin(door: FrontDoor) -> Person:
    person = door.open()
    person.press("make_file")
    person.wait(lambda: isinstance(page_of(person), SetupPage))
    return person


def choose_own(person: Person, phrase: str = PHRASE) -> None:
    person.press("way_own")
    person.fill(passphrase=phrase, again=phrase)


def make(person: Person) -> str:
    """Come as far as the code, and return it."""
    person.press("next")
    choose_own(person)
    person.press("next")
    person.wait(lambda: setup_of(person).step() is Step.CODE)
    made = setup_of(person)._file
    assert made is not None
    return made.recovery_code


def try_code(person: Person, code: str) -> None:
    person.press("on_paper")
    person.press("kept_safe")
    person.press("next")
    for place in setup_of(person)._try.places():
        person.fill(**{f"try_{place + 1}": code.split("-")[place]})
    person.press("next")


def test_the_file_that_was_set_up_is_opened_by_each_of_its_keys(door: FrontDoor) -> None:
    person = begin(door)
    code = make(person)
    try_code(person, code)
    person.wait_for("municipality")
    person.fill(**DETAILS)
    person.press("next")
    services = door.work(person).services
    dek = services.vault.dek
    assert services.settings.sender_draft() == SENDER
    assert services.settings.code_tried()
    path = default_workspace()
    assert door.files.open_by_passphrase(path, PHRASE) == dek
    assert door.files.open_by_code(path, code) == dek
    assert door.files.open_by_keychain(path) == dek
    assert load_machine_settings().last_file == str(path)


def test_the_five_words_must_be_written_once(door: FrontDoor) -> None:
    person = begin(door)
    person.press("next")
    assert not person.can_press("next")
    words = setup_of(person)._phrase._new._offer.words()
    person.fill(written=words)
    person.press("next")
    person.wait(lambda: setup_of(person).step() is Step.CODE)
    assert door.files.open_by_passphrase(default_workspace(), words)


def test_other_words_than_the_five_are_told_from_none_at_all(door: FrontDoor) -> None:
    person = begin(door)
    person.press("next")
    words = setup_of(person)._phrase._new._offer.words()
    empty, wrong = "once, to learn them.", "What you wrote is not the five words."
    assert empty in person.reads()
    person.fill(written=words[:8])
    assert wrong not in person.reads(), "what has been written so far is right"
    person.fill(written="noget helt andet")
    assert wrong in person.reads()
    assert empty not in person.reads()


def test_other_words_can_be_had(door: FrontDoor) -> None:
    person = begin(door)
    person.press("next")
    offer = setup_of(person)._phrase._new._offer
    before = offer.words()
    person.press("other_words")
    assert offer.words() != before


@pytest.mark.parametrize(
    ("phrase", "again", "said"),
    [
        ("kort", "kort", "Too short"),
        ("aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaa", "Too easy to guess"),
        (PHRASE, "", "Write the passphrase a second time."),
        (PHRASE, "noget andet", "The two are not the same."),
        (PHRASE, PHRASE[:-1], "The two are not the same."),
    ],
)
def test_a_weak_or_mistyped_passphrase_goes_no_further(
    door: FrontDoor, phrase: str, again: str, said: str
) -> None:
    person = begin(door)
    person.press("next")
    person.press("way_own")
    person.fill(passphrase=phrase, again=again)
    assert said in person.reads()
    assert not person.can_press("next")
    assert not default_workspace().exists()


def test_two_passphrases_that_differ_are_told_of_at_the_field(door: FrontDoor) -> None:
    person = begin(door)
    person.press("next")
    person.press("way_own")
    person.fill(passphrase=PHRASE, again=PHRASE[:5])
    again = setup_of(person)._phrase._new._again
    assert not again.problem(), "what has been written so far is right"
    person.fill(again="noget andet")
    assert again.problem() == "The two are not the same. Write the passphrase once more."
    person.fill(again=PHRASE)
    assert not again.problem()
    assert person.can_press("next")


def test_a_computer_without_a_keychain_says_so_and_goes_on(
    door: FrontDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.system.keychain.backend", lambda: None)
    person = begin(door)
    person.wait(lambda: "This computer has no keychain." in person.reads())
    assert "one click opens the file" not in person.reads()
    make(person)
    assert door.files.slots(default_workspace()) == {"passphrase", "code"}
    assert said_of_keychain(person) == "1. Keychain, Not on this computer"


def test_a_keychain_that_is_not_wanted_gets_no_tick(door: FrontDoor) -> None:
    person = begin(door)
    person.press("next")
    assert said_of_keychain(person) == "1. Keychain, done"
    person.press("back")
    person.press("keychain")
    person.press("next")
    assert said_of_keychain(person) == "1. Keychain, Not used"


def said_of_keychain(person: Person) -> str:
    return setup_of(person)._bar._marks[Step.KEYCHAIN].accessibleName()


def test_both_ticks_are_needed_before_the_code_is_tried(door: FrontDoor) -> None:
    person = begin(door)
    make(person)
    assert "Set both ticks to go on" in person.reads()
    person.press("on_paper")
    assert not person.can_press("next")
    person.press("kept_safe")
    assert person.can_press("next")


def test_a_misread_code_does_not_pass(door: FrontDoor) -> None:
    person = begin(door)
    make(person)
    try_code(person, "-".join(["QQQQQ"] * 8))
    assert "This is not as on the paper." in person.reads()
    assert setup_of(person).step() is Step.TRY


def test_going_back_from_the_code_lets_another_passphrase_be_set(door: FrontDoor) -> None:
    person = begin(door)
    code = make(person)
    person.press("back")
    assert "Your passphrase is chosen." in person.reads()
    choose_own(person, "en helt anden lang sætning")
    person.press("next")
    person.wait(lambda: setup_of(person).step() is Step.CODE)
    assert door.files.open_by_passphrase(default_workspace(), "en helt anden lang sætning")
    assert setup_of(person)._file.recovery_code == code  # type: ignore[union-attr]


def test_going_back_further_lets_the_keychain_be_left_out(door: FrontDoor) -> None:
    person = begin(door)
    make(person)
    person.press("back")
    person.press("back")
    assert not person.can_press("back")
    person.press("keychain")
    person.press("next")
    person.wait(lambda: setup_of(person).step() is Step.PASSPHRASE)
    assert "keychain" not in door.files.slots(default_workspace())


def test_before_anything_is_made_going_back_leads_to_the_start(door: FrontDoor) -> None:
    person = begin(door)
    person.press("back")
    assert isinstance(page_of(person), StartPage)


def test_a_place_that_is_taken_is_not_written_over(door: FrontDoor, tmp_path: Path) -> None:
    taken = tmp_path / "taken.fasthold"
    taken.write_bytes(b"something else")
    person = begin(door)
    answer_with(taken)
    person.press("change_place")
    assert "There is already a file here" in person.reads()
    assert not person.can_press("next")
    answer_with(tmp_path / "free.fasthold")
    person.press("change_place")
    make(person)
    assert (tmp_path / "free.fasthold").exists()
    assert taken.read_bytes() == b"something else"


def test_the_file_is_not_called_like_a_person(door: FrontDoor, tmp_path: Path) -> None:
    person = begin(door)
    answer_with(tmp_path / "Fatima Yilmaz.fasthold")
    person.press("change_place")
    assert "Give it a neutral name" in person.reads()
    assert not person.can_press("next")


def test_a_folder_that_is_kept_elsewhere_too_is_warned_of(door: FrontDoor, tmp_path: Path) -> None:
    person = begin(door)
    answer_with(tmp_path / "OneDrive" / "mine.fasthold")
    person.press("change_place")
    assert "OneDrive" in person.reads()
    assert person.can_press("next")


def test_details_that_no_paper_can_do_without_are_asked_for(door: FrontDoor) -> None:
    person = begin(door)
    try_code(person, make(person))
    person.wait_for("municipality")
    person.press("next")
    assert isinstance(page_of(person), SetupPage)
    assert "Write something here." in person.reads()


def test_the_chosen_lock_time_holds(door: FrontDoor) -> None:
    person = begin(door)
    code = make(person)
    person.press("lock_minutes_10")
    try_code(person, code)
    person.wait_for("municipality")
    person.fill(**DETAILS)
    person.press("next")
    assert door.work(person).idle_minutes() == 10


def test_the_lock_takes_the_code_away_and_later_a_new_one_is_offered(door: FrontDoor) -> None:
    person = begin(door)
    code = make(person)
    person.keys("Ctrl+L")
    person.wait(lambda: is_locked(person))
    assert code.split("-")[0] not in person.reads()
    door.unlock(person, PHRASE)
    person.wait_for("make_new_code")
    assert "Your recovery code has not been tried." in person.reads()
    assert "Your details are missing." in person.reads()


def test_what_was_written_of_ones_details_comes_back_after_a_lock(door: FrontDoor) -> None:
    person = begin(door)
    try_code(person, make(person))
    person.wait_for("municipality")
    person.fill(name="Kim Eksempelsen")
    person.keys("Ctrl+L")
    person.wait(lambda: is_locked(person))
    door.unlock(person, PHRASE)
    person.press("resume_draft")
    assert person.shown("name") == "Kim Eksempelsen"


def test_the_scroll_bar_of_a_long_step_moves_nothing(door: FrontDoor) -> None:
    person = begin(door)
    page = setup_of(person)
    bar = page._area.verticalScrollBar()
    places = set()
    for height, scrolls in ((1_200, False), (480, True), (1_200, False)):
        page.window().resize(1_000, height)
        QTest.qWait(40)
        assert (bar.maximum() > 0) is scrolls
        places.add(page._bar.mapTo(page, QPoint(0, 0)).x())
        places.add(page._back.mapTo(page, QPoint(0, 0)).x())
    assert len(places) == 1, "and the buttons at the foot are in line with what is above"
