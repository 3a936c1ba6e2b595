from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
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
