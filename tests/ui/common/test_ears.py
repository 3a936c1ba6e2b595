"""All who hear what hands do share one pair of ears, closed while a page is filled."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from ui.common.ears import closed_ears, leave, listen


class Hearer(QObject):
    def __init__(self, *, keeps: bool = False) -> None:
        super().__init__()
        self.heard: list[QEvent.Type] = []
        self._keeps = keeps
        listen(self, self._hear)

    def _hear(self, _watched: QObject, event: QEvent) -> bool:
        self.heard.append(event.type())
        return self._keeps


def test_a_key_is_heard_until_one_leaves(show: Show, qtbot: QtBot) -> None:
    window, hearer = show(QWidget()), Hearer()
    qtbot.keyClick(window, Qt.Key.Key_A)
    assert QEvent.Type.KeyPress in hearer.heard
    hearer.heard.clear()
    leave(hearer)
    qtbot.keyClick(window, Qt.Key.Key_A)
    assert hearer.heard == []


def test_who_came_last_is_asked_first_and_may_keep_it(show: Show, qtbot: QtBot) -> None:
    window, first, last = show(QWidget()), Hearer(), Hearer(keeps=True)
    qtbot.keyClick(window, Qt.Key.Key_A)
    assert first.heard == []
    leave(last)
    leave(first)


def test_what_comes_of_itself_is_not_heard(show: Show) -> None:
    window, hearer = show(QWidget()), Hearer()
    window.resize(300, 200)
    window.hide()
    assert hearer.heard == []
    leave(hearer)


def test_closed_ears_hear_nothing_until_opened_as_often(show: Show, qtbot: QtBot) -> None:
    window, hearer = show(QWidget()), Hearer()
    with closed_ears():
        with closed_ears():
            pass
        qtbot.keyClick(window, Qt.Key.Key_A)
    assert hearer.heard == []
    qtbot.keyClick(window, Qt.Key.Key_A)
    assert QEvent.Type.KeyPress in hearer.heard
    leave(hearer)


def test_who_is_gone_is_not_asked(show: Show, qtbot: QtBot) -> None:
    window, hearer = show(QWidget()), Hearer()
    shiboken6.delete(hearer)
    qtbot.keyClick(window, Qt.Key.Key_A)
    assert hearer.heard == []
