"""A window as it is before somebody: shown, in front, laid out; and the door to all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.common.theme import Theme

if TYPE_CHECKING:
    from tests.front_door import FrontDoor

Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Iterator[Show]:
    """Put widgets below each other in a window and bring it to the front."""
    kept: list[QWidget] = []

    def bring(*widgets: QWidget) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        kept.append(window)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield bring
    for window in kept:
        window.close()


@pytest.fixture
def door(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[FrontDoor]:
    """The one window of Fasthold, and files to open in it."""
    from tests.front_door import FrontDoor  # tests of one widget do not wait for it

    front = FrontDoor(qtbot, theme, tmp_path)
    yield front
    front.close()
