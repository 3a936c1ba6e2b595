from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from ui.common.rows import Row, RowList
from ui.common.tab_order import order_tabs


def walk(qtbot: QtBot, first: QWidget, steps: int) -> list[str]:
    """The names of what Tab comes by."""
    first.setFocus()
    seen = []
    for _step in range(steps):
        here = QApplication.focusWidget()
        assert here is not None
        seen.append(here.objectName())
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    return seen


def button(name: str) -> QPushButton:
    made = QPushButton(name)
    made.setObjectName(name)
    return made


def test_tab_comes_by_what_was_put_in_later_where_it_stands(show: Show, qtbot: QtBot) -> None:
    window = QWidget()
    column, row = QVBoxLayout(window), QHBoxLayout()
    first, last = button("first"), button("last")
    column.addWidget(first)
    column.addLayout(row)
    column.addWidget(last)
    show(window)
    for name in ("left", "right"):
        row.addWidget(button(name))
    order_tabs(window)
    qtbot.wait(1)
    assert walk(qtbot, first, 4) == ["first", "left", "right", "last"]


def test_what_cannot_be_reached_is_passed_by(show: Show, qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    first, silent, last = button("first"), button("silent"), button("last")
    silent.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    for one in (first, silent, last):
        column.addWidget(one)
    show(window)
    order_tabs(window)
    assert walk(qtbot, first, 2) == ["first", "last"]


def test_tab_goes_by_a_group_once_and_on_to_what_follows(show: Show, qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    first, rows, last = button("first"), RowList(), button("last")
    for one in (first, rows, last):
        column.addWidget(one)
    show(window)
    for fruits in (("fig", "pear"), ("plum", "apple", "quince")):
        rows.set_rows([Row(fruit, key=fruit) for fruit in fruits])
        for row in rows.rows():
            row.setObjectName(row.title())
        order_tabs(window)
        assert walk(qtbot, first, 4) == ["first", fruits[0], "last", "first"]
    rows.stand_on(1)
    assert walk(qtbot, last, 3) == ["last", "first", "apple"]


def test_a_group_that_is_given_the_keyboard_hands_it_on(show: Show) -> None:
    other, rows = button("other"), RowList([Row(fruit, key=fruit) for fruit in ("fig", "pear")])
    show(other, rows)
    rows.stand_on(1)
    other.setFocus()
    rows.setFocus()
    assert rows.rows()[1].hasFocus()
