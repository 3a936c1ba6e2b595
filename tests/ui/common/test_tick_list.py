"""Boxes to tick are one Tab stop: arrows move, Space ticks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from ui.common.tick_list import TickList

CHOICES = (("one", "The first", "Said of it"), ("two", "The second", ""))


def test_arrows_move_and_space_ticks(show: Show, qtbot: QtBot) -> None:
    field = TickList(CHOICES)
    field.set_name("entries", "Copied")
    show(field)
    boxes = field.boxes()
    boxes["one"].setFocus()
    qtbot.keyClick(boxes["one"], Qt.Key.Key_Down)
    assert boxes["two"].hasFocus()
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(boxes["two"], Qt.Key.Key_Space)
    assert field.value() == ("two",)
    assert boxes["one"].accessibleDescription() == "Said of it"
    assert boxes["one"].objectName() == "entries_one"


def test_what_was_ticked_stays_when_other_things_are_offered(show: Show) -> None:
    field = TickList(CHOICES)
    field.set_value(("two",))
    field.set_choices((("two", "The second", ""), ("three", "The third", "")))
    assert field.value() == ("two",)


def test_words_that_do_not_fit_get_a_line_more(show: Show) -> None:
    field = TickList((("one", "It is a long way back, or to the end of working life", ""),))
    field.setFixedWidth(240)
    show(field)
    box = field.boxes()["one"]
    assert box.height() == box.heightForWidth(box.width()) > 32
