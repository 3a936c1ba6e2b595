"""A front door for every test that opens the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.front_door import FrontDoor
from ui.common.theme import Theme


@pytest.fixture
def door(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[FrontDoor]:
    front = FrontDoor(qtbot, theme, tmp_path)
    yield front
    front.close()
