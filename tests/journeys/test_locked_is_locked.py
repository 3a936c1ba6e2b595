"""After the lock nothing of the work can be seen or read; after unlocking it goes on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.demo import PASSPHRASE
from app.domain.problem import Refused
from tests.journeys.laptop import Laptop
from tests.journeys.person import Person
from tests.journeys.pseudo import slip_words, typed_in
from tests.journeys.visible import read_all, texts_of, windows
from tests.windows import take_apart
from ui.common.day_field import DayField

NANCY = "Nancy Ann Test Berggren"
PREPARED_BY_NOW = 400  # ms
HALF = "Vuxabake ringer til mig om det halve"


@pytest.fixture
def _alone(qapp: QApplication) -> None:
    """No window of a test before this one is left: nothing in it would go with the lock."""
    take_apart()


@pytest.fixture
def at_work(_alone: None, made_up_year: tuple[Path, bytes], laptop: Laptop) -> Laptop:
    """A year's work is on the laptop, and unlocked; nothing has been copied yet."""
    QGuiApplication.clipboard().clear()
    laptop.path.parent.mkdir(parents=True)
    source = made_up_year[0]
    for file in source.parent.glob(f"{source.name}*"):
        copyfile(file, laptop.path.with_name(file.name.replace(source.name, laptop.path.name)))
    laptop.start()
    laptop.unlock(PASSPHRASE)
    return laptop


def show_a_person(person: Person) -> None:
    person.keys("Ctrl+4")
    person.choose_row(NANCY)


def stop_in_the_middle_of_a_contact(person: Person) -> None:
    show_a_person(person)
    person.press("log_contact")
    person.fill(note=HALF)


def pick_a_day(person: Person) -> None:
    stop_in_the_middle_of_a_contact(person)
    day = person._field("day")
    assert isinstance(day, DayField)
    day.open_calendar()


def be_asked_something(person: Person) -> None:
    show_a_person(person)
    person.press("erase_followup")


def look_at_a_paper(person: Person) -> None:
    show_a_person(person)
    person.press("prepare_consent_form")
    person.wait_for("save")


def ask_for_a_paper_and_turn_away(person: Person) -> None:
    show_a_person(person)
    person.press("prepare_consent_form")


def open_a_plan_and_turn_away(person: Person) -> None:
    person.keys("Ctrl+5")
    person.choose_row(NANCY)


def search(person: Person) -> None:
    person.keys("Ctrl+K")
    person.keys("N")
    person.keys("A")


def cover_the_screen(person: Person) -> None:
    show_a_person(person)
    person.keys("F9")


def hold_a_visit(person: Person) -> None:
    person.keys("Ctrl+1")
    person.press("start_visit")
    person.wait_for("end_visit")


def see_every_page(person: Person) -> None:
    for keys in "123457,":
        person.keys(f"Ctrl+{keys}")


DOING: tuple[Callable[[Person], object], ...] = (
    see_every_page,
    show_a_person,
    stop_in_the_middle_of_a_contact,
    pick_a_day,
    be_asked_something,
    look_at_a_paper,
    ask_for_a_paper_and_turn_away,
    open_a_plan_and_turn_away,
    search,
    cover_the_screen,
    hold_a_visit,
)


def test_whatever_is_open_nothing_of_it_is_left(at_work: Laptop) -> None:
    laptop = at_work
    # What slips say is bundled, and a start page of another test may still name a language.
    typed = {*typed_in(laptop.work.services), HALF} - slip_words()
    known = {one for one in typed if len(one) > 3}
    for do in DOING:
        do(laptop.person)
        services = laptop.work.services
        laptop.window.lock()
        QTest.qWait(PREPARED_BY_NOW)
        assert windows() == [laptop.window]
        assert laptop.window.windowTitle() == "Fasthold"
        assert not told(known, *(shown.text for shown in read_all())), do
        assert not told(known, *kept_by_widgets()), do
        assert not QGuiApplication.clipboard().text()
        with pytest.raises(Refused):
            services.practice.list_practices()
        assert not services.vault.is_open
        laptop.unlock(PASSPHRASE)


def test_what_was_half_done_comes_back_after_unlocking(at_work: Laptop) -> None:
    laptop = at_work
    stop_in_the_middle_of_a_contact(laptop.person)
    laptop.lock()
    assert "A draft is waiting." in laptop.person.reads()
    laptop.unlock(PASSPHRASE)
    laptop.person.press("resume_draft")
    assert laptop.person.shown("note") == HALF


def told(known: set[str], *shown: str) -> list[str]:
    """Return which of the known texts stand in what is shown."""
    text = "\n".join(shown).replace(f"The passphrase is {PASSPHRASE}", "")
    return [one for one in known if one in text]


def kept_by_widgets() -> Iterator[str]:
    """Yield what any widget still holds, seen or not."""
    for widget in QApplication.allWidgets():
        yield from texts_of(widget)


def test_slow_work_that_comes_back_to_a_locked_window_is_dropped(at_work: Laptop) -> None:
    services, desk = at_work.work.services, at_work.work.shell.desk
    came_back: list[object] = []

    def wait_for_the_lock() -> None:
        while services.vault.is_open:
            time.sleep(0.001)

    page = at_work.work.shell.page()
    assert page is not None
    desk.tasks.run(wait_for_the_lock, owner=page, done=came_back.append)
    at_work.window.lock()
    QTest.qWait(PREPARED_BY_NOW)
    assert not came_back
    assert windows() == [at_work.window]
