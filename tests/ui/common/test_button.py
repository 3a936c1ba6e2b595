from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from ui.common.button import Button, IconButton, Kind, Size
from ui.common.stopped import Stopped


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_it(qtbot: QtBot, show: Show, key: Qt.Key) -> None:
    pressed: list[bool] = []
    button = Button("Save", pressed=lambda: pressed.append(True))
    show(button)
    qtbot.keyClick(button, key)
    assert pressed == [True]


def test_its_keys_press_it_from_anywhere_in_the_window(qtbot: QtBot, show: Show) -> None:
    other = Button("Other")
    button = Button("Start", keys="Ctrl+B")
    show(other, button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(other, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)


def test_save_listens_to_both_enter_keys(qtbot: QtBot, show: Show) -> None:
    button = Button("Save", keys="Ctrl+Enter")
    show(button)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("keys", ["Ctrl+N", "F9", "Ctrl+1", "Enter", "Del", "4"])
def test_keys_of_the_frame_and_of_focus_are_only_shown(qtbot: QtBot, keys: str) -> None:
    button = Button("New", keys=keys)
    qtbot.addWidget(button)
    assert not button.findChildren(QShortcut)
    assert button.accessibleDescription() == keys


@pytest.mark.parametrize("size", list(Size))
def test_it_is_as_high_as_the_design_says(qtbot: QtBot, size: Size) -> None:
    button = Button("Save", Kind.PRIMARY, size=size)
    qtbot.addWidget(button)
    assert button.sizeHint().height() == size


def test_an_icon_alone_has_a_name(qtbot: QtBot) -> None:
    button = IconButton("x", "Close")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Close"


def test_a_stopped_button_says_why_and_what_lifts_it(show: Show) -> None:
    lift = Button("Record the consent")
    stopped = Stopped(Button("Save the PDF"), lift=lift)
    show(stopped)
    assert not lift.isVisible()
    stopped.set_stopped("The consent ended yesterday.")
    assert not stopped.button.isEnabled()
    assert stopped.reason() == stopped.button.toolTip() == "The consent ended yesterday."
    assert stopped.button.accessibleDescription() == "The consent ended yesterday."
    assert lift.isVisible()
    stopped.set_stopped(None)
    assert stopped.button.isEnabled()
    assert stopped.reason() == ""
