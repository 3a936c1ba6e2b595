"""The mark on the desktop is the mark in the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.common.icons import draw_app_mark
from ui.common.theme import Theme, ThemeName

SIDE = 64
ALIKE = 12  # of 255: edges are smoothed in two ways


def test_the_file_and_the_window_draw_the_same_mark(
    load: Callable[[str], Any], qtbot: QtBot, qapp: Any
) -> None:
    del qtbot
    Theme(qapp).apply(ThemeName.LIGHT)
    drawn = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    drawn.fill(0)
    painter = QPainter(drawn)
    draw_app_mark(painter, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    filed = load("bundle.icons").draw(SIDE)
    far = [
        (x, y)
        for x in range(SIDE)
        for y in range(SIDE)
        if abs(drawn.pixelColor(x, y).red() - filed.pixelColor(x, y).red()) > ALIKE
        or abs(drawn.pixelColor(x, y).alpha() - filed.pixelColor(x, y).alpha()) > ALIKE
    ]
    assert not far
