from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from tests.windows import click
from ui.common.chips import ChipsField

OPTIONS = [(str(number), f"Choice {number}") for number in range(1, 7)]


@pytest.fixture
def many(qtbot: QtBot) -> ChipsField:
    field = ChipsField(OPTIONS, many=True)
    qtbot.addWidget(field)
    field.show()
    return field


def test_several_can_be_chosen_with_digits(qtbot: QtBot, many: ChipsField) -> None:
    for key in (Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_3):
        qtbot.keyClick(many.chips()[0], key)
    assert many.value() == ("1", "5")


def test_arrows_move_and_space_chooses(qtbot: QtBot, many: ChipsField) -> None:
    many.chips()[0].setFocus()
    qtbot.keyClick(many.chips()[0], Qt.Key.Key_Right)
    qtbot.keyClick(many.chips()[1], Qt.Key.Key_Space)
    assert many.value() == ("2",)


def test_of_one_choice_the_last_counts_and_can_be_taken_back(qtbot: QtBot) -> None:
    field = ChipsField(OPTIONS)
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClick(field.chips()[0], Qt.Key.Key_2)
    qtbot.mouseClick(field.chips()[3], Qt.MouseButton.LeftButton)
    assert field.value() == "4"
    qtbot.mouseClick(field.chips()[3], Qt.MouseButton.LeftButton)
    assert field.value() == ""


def test_only_a_hand_is_reported(qtbot: QtBot, many: ChipsField) -> None:
    heard: list[bool] = []
    many.changed.connect(lambda: heard.append(True))
    many.set_value(("1", "2"))
    assert not heard
    qtbot.keyClick(many.chips()[0], Qt.Key.Key_1)
    assert heard == [True]


def test_the_group_is_one_tab_stop(many: ChipsField) -> None:
    stops = [c for c in many.chips() if c.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1


def test_tab_leads_to_what_is_chosen(qtbot: QtBot) -> None:
    field = ChipsField(OPTIONS)
    qtbot.addWidget(field)
    field.set_value("4")
    stops = [c.code for c in field.chips() if c.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["4"]


def test_chips_wrap_where_it_is_narrow(qtbot: QtBot, many: ChipsField) -> None:
    assert many.heightForWidth(200) > many.heightForWidth(2_000)


def test_more_shows_the_rest_and_goes_to_it(qtbot: QtBot, show: Show) -> None:
    field = ChipsField(OPTIONS, many=True, first=2)
    show(field)
    field.set_value(("5",))
    assert [chip.code for chip in field.chips() if chip.isVisible()] == ["1", "2", "5"]
    click(field, "more")
    assert all(chip.isVisible() for chip in field.chips())
    assert field.chips()[2].hasFocus()
