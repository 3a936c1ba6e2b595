"""What wears a sheet wears it by itself: none lies on the whole application."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from ui.common.card import Card
from ui.common.scroll_area import ScrollArea
from ui.common.theme import Theme
from ui.common.tokens import DARK, LIGHT, Token


def tall() -> QWidget:
    inner = QWidget()
    inner.setFixedHeight(4_000)
    return inner


def test_the_application_wears_none(theme: Theme) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert app.styleSheet() == ""


def test_a_scroll_bar_changes_its_colour_with_the_theme(
    show: Show, qtbot: QtBot, theme: Theme
) -> None:
    area = ScrollArea(tall())
    show(area).resize(300, 300)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)

    def handle() -> QColor:
        return bar.grab().toImage().pixelColor(QPoint(6, 16))

    assert handle() == QColor(LIGHT[Token.LINE2])
    theme.apply("dark")
    assert handle() == QColor(DARK[Token.LINE2])


def test_what_lies_behind_a_scroll_area_shows_through(show: Show, theme: Theme) -> None:
    card, area = Card(), ScrollArea(QWidget())
    card.add(area, flush=True)
    show(card)
    middle = area.mapTo(card, area.rect().center())
    assert card.grab().toImage().pixelColor(middle) == QColor(LIGHT[Token.SURFACE])
