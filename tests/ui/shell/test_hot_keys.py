from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from tests.ui.conftest import Show
from ui.shell.hot_keys import HotKeys

CTRL = Qt.KeyboardModifier.ControlModifier


class LineOnX11(QLineEdit):
    """A line that claims every key for itself, as a line on X11 claims Ctrl+E."""

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


@pytest.fixture
def listening() -> Iterator[HotKeys]:
    keys = HotKeys()
    keys.start()
    yield keys
    keys.stop()


@pytest.mark.parametrize("letter", ["B", "E", "K", "N", "P", "R"])
@pytest.mark.parametrize("kind", [QLineEdit, LineOnX11])
def test_a_key_of_the_page_is_served_while_a_line_has_focus(
    listening: HotKeys, show: Show, letter: str, kind: type[QLineEdit]
) -> None:
    line, served = kind("08.30"), []
    window = show(line)
    QShortcut(f"Ctrl+{letter}", window).activated.connect(lambda: served.append(letter))
    line.setFocus()
    line.setCursorPosition(0)
    QTest.keyClick(line, Qt.Key[f"Key_{letter}"], CTRL)
    assert served == [letter]
    assert (line.cursorPosition(), line.text()) == (0, "08.30")


def test_a_line_keeps_the_key_that_takes_back_typing(listening: HotKeys, show: Show) -> None:
    line, served = QLineEdit(), []
    window = show(line)
    QShortcut("Ctrl+Z", window).activated.connect(lambda: served.append("Z"))
    line.setFocus()
    QTest.keyClicks(line, "ab")
    QTest.keyClick(line, Qt.Key.Key_Z, CTRL)
    assert served == []
    assert line.text() == ""


def test_the_lock_is_heard_while_a_line_has_focus(listening: HotKeys, show: Show) -> None:
    line, locked = QLineEdit(), []
    show(line)
    listening.lock_requested.connect(lambda: locked.append(True))
    QTest.keyClick(line, Qt.Key.Key_L, CTRL)
    assert locked == [True]
