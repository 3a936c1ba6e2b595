from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from ui.common.button import Button, Kind
from ui.common.fonts import FAMILY, Role, font
from ui.common.theme import Theme
from ui.common.tokens import DARK, LIGHT, Token


def inside(button: Button) -> QColor:
    return button.grab().toImage().pixelColor(QPoint(4, 8))


def test_an_open_window_changes_its_colours_at_once(qtbot: QtBot, theme: Theme) -> None:
    button = Button("Save", Kind.PRIMARY)
    qtbot.addWidget(button)
    button.show()
    assert inside(button) == QColor(LIGHT[Token.ACCENT])
    theme.apply("dark")
    assert inside(button) == QColor(DARK[Token.ACCENT])
    assert theme.is_dark


def test_texts_are_set_in_source_sans(theme: Theme) -> None:
    assert QFontInfo(font(Role.BODY)).family() == FAMILY
    assert QFontInfo(font(Role.CARD_TITLE)).styleName() == "Semibold"


def test_where_the_keyboard_goes_the_page_scrolls(qtbot: QtBot, show: Show) -> None:
    area, inner = QScrollArea(), QWidget()
    column = QVBoxLayout(inner)
    buttons = [Button(str(number)) for number in range(40)]
    for button in buttons:
        column.addWidget(button)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFixedSize(300, 200)
    show(area)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    buttons[-1].setFocus()
    assert area.verticalScrollBar().value() > 0
