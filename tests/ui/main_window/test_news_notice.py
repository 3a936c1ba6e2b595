"""After an upgrade, and only then, what is new is offered: once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTextBrowser

from app.services.machine import MachineSettings, load_machine_settings
from app.system.own_version import own_version
from tests.front_door import FrontDoor

TOLD = f"Fasthold was updated to {own_version()}."


def test_an_upgrade_is_told_of_once_and_shows_what_is_new(door: FrontDoor) -> None:
    path, _made = door.make()
    before = MachineSettings(last_file=str(path), last_version="0.0.9")
    person = door.open(path, before)
    door.unlock(person)
    assert TOLD in person.reads()
    person.press("see_news")
    text = person.front().findChild(QTextBrowser, "help_text")
    assert isinstance(text, QTextBrowser)
    assert text.toPlainText().startswith("New in Fasthold")
    person.press("close")
    assert TOLD not in person.reads()
    person.keys("Ctrl+L")
    person.wait(lambda: person.can_press("unlock"))
    door.unlock(person)
    assert TOLD not in person.reads()
    assert load_machine_settings().last_version == own_version()


@pytest.mark.parametrize("version", ["", own_version()])
def test_a_first_start_and_an_ordinary_day_tell_of_no_upgrade(
    door: FrontDoor, version: str
) -> None:
    path, _made = door.make()
    person = door.open(path, MachineSettings(last_version=version))
    door.unlock(person)
    assert TOLD not in person.reads()
    assert load_machine_settings().last_version == own_version()
