"""The texts of the slip are changed, read by a speaker, and brought back, in Settings."""

from __future__ import annotations

from app.bootstrap import Services
from app.domain.slip import SlipLanguage
from tests.front_door import FrontDoor, is_locked
from tests.journeys.person import Person

POLISH, DANISH = SlipLanguage.POLISH, SlipLanguage.DANISH


def test_a_translated_text_is_marked_until_a_speaker_has_read_it(
    person: Person, services: Services
) -> None:
    assert "The shipped text · have a speaker read it before use" in person.reads()
    person.choose_row("Polski")
    person.fill(read=True)
    person.press("save")
    assert "The shipped text · read by a speaker on 9 September 2026" in person.reads()
    assert not services.slip.sheet(POLISH).unread


def test_who_changes_a_word_takes_back_that_it_was_read(person: Person, services: Services) -> None:
    person.choose_row("Polski")
    person.fill(read=True)
    person.fill(lead="Inne zdanie.")
    assert person.shown("read") is False
    person.press("save")
    sheet = services.slip.sheet(POLISH)
    assert (sheet.changed, sheet.unread) == (True, True)


def test_a_changed_text_goes_back_to_the_shipped_one(person: Person, services: Services) -> None:
    person.choose_row("Dansk")
    person.fill(title="Ring til mig")
    person.press("save")
    assert services.slip.sheet(DANISH).changed
    person.choose_row("Dansk")
    person.press("use_shipped_texts")
    person.press("confirm")
    assert not services.slip.sheet(DANISH).changed


def test_a_text_without_its_promise_is_told(person: Person, services: Services) -> None:
    person.choose_row("Dansk")
    person.fill(body="Ring.")
    person.press("save")
    assert "Say after how many days the note goes" in person.reads()
    assert not services.slip.sheet(DANISH).changed


def test_an_unfinished_text_comes_back_after_a_lock(door: FrontDoor, person: Person) -> None:
    person.choose_row("Polski")
    person.fill(lead="Inne zdanie.")
    person.keys("Ctrl+L")
    person.wait(lambda: is_locked(person))
    door.unlock(person)
    person.press("resume_draft")
    assert person.shown("lead") == "Inne zdanie."
