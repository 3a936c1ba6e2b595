"""Things below each other, each with its own buttons: the first, and more on asking."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.conftest import Show
from tests.windows import click, find
from ui.common.button import Button
from ui.common.lines import FIRST, Lines


class Line(QWidget):
    """One thing with a button."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.button = Button(name)
        QVBoxLayout(self).addWidget(self.button)


@pytest.fixture
def lines(show: Show) -> Lines:
    lines = Lines(gap=8)
    show(lines)
    return lines


def names(lines: Lines) -> Sequence[str]:
    return [line.button.text() for line in lines.findChildren(Line) if line.isVisible()]


def test_the_first_are_shown_and_all_on_asking_with_the_keyboard_on_the_first_new_one(
    lines: Lines,
) -> None:
    fruits = [f"fig {number}" for number in range(FIRST + 2)]
    lines.show_first(fruits, Line)
    assert names(lines) == fruits[:FIRST]
    assert find(lines, Button, "show_more").text() == "Show 2 more"
    click(lines, "show_more")
    assert names(lines) == fruits
    assert lines.findChildren(Line)[FIRST].button.hasFocus()
    assert not find(lines, Button, "show_more").isVisible()


def test_the_last_one_is_shown_rather_than_a_button_that_would_show_it(lines: Lines) -> None:
    fruits = [f"fig {number}" for number in range(FIRST + 1)]
    lines.show_first(fruits, Line)
    assert names(lines) == fruits


def test_a_line_is_kept_until_its_thing_or_the_day_is_another(lines: Lines) -> None:
    lines.show_first(["fig", "pear"], Line, 1)
    fig, pear = lines.findChildren(Line)
    fig.button.setFocus()
    lines.show_first(["plum", "fig"], Line, 1)
    assert set(names(lines)) == {"fig", "plum"}
    assert fig in lines.findChildren(Line)
    assert pear not in lines.findChildren(Line)
    assert fig.button.hasFocus()
    lines.show_first(["plum", "fig"], Line, 2)
    assert fig not in lines.findChildren(Line)
