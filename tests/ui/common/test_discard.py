"""The keyboard stays where one works, whatever a page takes out of its window and puts in anew."""

from __future__ import annotations

import gc
from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from tests.windows import in_front
from ui.common.button import Button, Kind
from ui.common.dialog import Dialog
from ui.common.discard import clear, discard


class Shelf(QScrollArea):
    """Stands in for a page: its buttons are made anew whenever it is read again."""

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self.setWidget(inner)

    def fill(self, names: Sequence[str]) -> None:
        clear(self._column)
        for name in names:
            kind = Kind.DESTRUCTIVE if name.startswith("remove") else Kind.SECONDARY
            button = Button(name, kind)
            button.setObjectName(name)
            self._column.addWidget(button)

    def button(self, name: str) -> Button:
        found = self.findChild(Button, name)
        assert found is not None
        return found


@pytest.fixture
def shelf(show: Show, qtbot: QtBot) -> Shelf:
    """A page with a sidebar's button before it."""
    made = Shelf()
    made.fill(["first", "grant", "remove_it", "last"])
    show(Button("Sidebar"), made)
    made.button("grant").setFocus()
    qtbot.waitUntil(made.button("grant").hasFocus)
    return made


def here() -> str:
    focused = QApplication.focusWidget()
    return focused.objectName() if focused is not None else ""


def test_after_a_dialog_the_keyboard_is_on_the_button_made_anew(shelf: Shelf, qtbot: QtBot) -> None:
    dialog = Dialog("Give consent", shelf.window())
    with qtbot.waitActive(dialog):
        dialog.open()
    shelf.fill(["first", "grant", "remove_it", "last"])
    dialog.accept()
    in_front(shelf.window())
    qtbot.waitUntil(lambda: here() == "grant")


def test_where_the_button_is_no_more_the_nearest_that_destroys_nothing_has_it(
    shelf: Shelf, qtbot: QtBot
) -> None:
    dialog = Dialog("Give consent", shelf.window())
    with qtbot.waitActive(dialog):
        dialog.open()
    shelf.fill(["first", "remove_it", "last"])
    dialog.accept()
    in_front(shelf.window())
    qtbot.waitUntil(lambda: here() in ("first", "last"))


def test_a_button_that_takes_itself_away_leaves_the_keyboard_in_its_page(
    shelf: Shelf, qtbot: QtBot
) -> None:
    shelf.fill(["remove_it", "last"])
    qtbot.waitUntil(lambda: here() == "last")


def test_a_page_that_places_the_keyboard_itself_is_not_overruled(
    shelf: Shelf, qtbot: QtBot
) -> None:
    shelf.fill(["first", "grant", "last"])
    shelf.button("last").setVisible(True)
    shelf.button("last").setFocus()
    qtbot.wait(20)
    assert here() == "last"


@pytest.mark.parametrize("gone", ["hidden", "disabled"])
def test_after_a_dialog_the_keyboard_is_on_nothing_that_destroys(
    shelf: Shelf, qtbot: QtBot, gone: str
) -> None:
    dialog = Dialog("Give consent", shelf.window())
    with qtbot.waitActive(dialog):
        dialog.open()
    opener = shelf.button("grant")
    if gone == "hidden":
        opener.setVisible(False)
    else:
        opener.setEnabled(False)
    dialog.accept()
    in_front(shelf.window())
    qtbot.waitUntil(lambda: here() in ("first", "last"))


def test_qt_deletes_it_when_it_is_done_with_it_and_nobody_before(
    shelf: Shelf, qtbot: QtBot
) -> None:
    gone: list[str] = []
    shelf.button("first").destroyed.connect(lambda: gone.append("first"))
    discard(shelf.button("first"))
    assert not shelf.findChildren(Button, "first")
    gc.collect()
    assert gone == []
    qtbot.waitUntil(lambda: gone == ["first"])
