"""The first page offers three ways, and says when one of them does not work."""

from __future__ import annotations

import pytest

from app.domain.problem import DiskFull
from tests.front_door import FrontDoor, is_locked, page_of
from tests.ui.conftest import Show
from tests.windows import click
from ui.common.choose_file import answer_with
from ui.common.text import Text
from ui.file.start_page import StartPage


def test_nothing_can_be_chosen_while_something_is_being_made(show: Show) -> None:
    page = StartPage(known=False)
    show(page)
    page.set_working("Making a year of made-up visits …")
    assert not any(choice.isEnabled() for choice in page._choices)
    page.set_working("")
    assert all(choice.isEnabled() for choice in page._choices)


def test_what_went_wrong_is_said_and_can_be_tried_again(show: Show) -> None:
    page = StartPage(known=False)
    window = show(page)
    asked: list[str] = []
    page.show_error(DiskFull("There is no room left."), lambda: asked.append("again"))
    assert "The disk is full." in [label.text() for label in window.findChildren(Text)]
    page._trouble._again()
    assert asked == ["again"]


def test_a_bug_is_not_dressed_up_as_trouble_with_a_file(show: Show) -> None:
    page = StartPage(known=False)
    show(page)
    with pytest.raises(KeyError):
        page.show_error(KeyError("x"), lambda: None)


def test_a_known_file_is_offered_first(show: Show) -> None:
    page = StartPage(known=True)
    window = show(page)
    mine: list[bool] = []
    page.mine_requested.connect(lambda: mine.append(True))
    click(window, "open_mine")
    assert mine == [True]


def test_the_language_changes_at_once(door: FrontDoor) -> None:
    person = door.open()
    person.press("language_da")
    assert isinstance(page_of(person), StartPage)
    assert "Lav min fil" in person.reads()
    person.press("language_en")
    assert "Make my file" in person.reads()


def test_a_file_one_already_has_is_opened(door: FrontDoor) -> None:
    path, _made = door.make()
    person = door.open()
    answer_with(path)
    person.press("open_file")
    person.wait(lambda: is_locked(person))
    door.unlock(person)


def test_help_is_there_before_there_is_a_file(door: FrontDoor) -> None:
    person = door.open()
    person.press("help")
    assert "Getting started" in person.reads()
    person.press("close")
