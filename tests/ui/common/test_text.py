"""Texts wear size and colour of their role without a style sheet, and change with the theme."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from ui.common.fonts import SIZES, Role
from ui.common.inks import INKS
from ui.common.text import Text
from ui.common.theme import Theme
from ui.common.tokens import DARK, LIGHT, Token, Tone


def ink(text: Text) -> QColor:
    return text.palette().color(text.foregroundRole())


@pytest.mark.parametrize("role", list(Role))
def test_a_role_gives_size_and_weight(qtbot: QtBot, role: Role) -> None:
    text = Text("Words", role)
    qtbot.addWidget(text)
    assert (text.font().pixelSize(), text.font().bold()) == SIZES[role]


@pytest.mark.parametrize("token", list(INKS))
def test_a_colour_is_that_of_the_theme_and_stays_when_stopped(
    show: Show, qtbot: QtBot, theme: Theme, token: Token
) -> None:
    text = Text("Words", tone=token)
    show(text)
    assert ink(text) == QColor(LIGHT[token])
    theme.apply("dark")
    qtbot.waitUntil(lambda: ink(text) == QColor(DARK[token]))
    text.setEnabled(False)
    assert ink(text) == QColor(DARK[token])


def test_without_a_tone_a_text_has_the_colour_of_its_role(qtbot: QtBot, theme: Theme) -> None:
    text = Text("Words", Role.CAPTION, tone=Tone.DANGER)
    qtbot.addWidget(text)
    text.set_tone(None)
    assert ink(text) == QColor(LIGHT[Token.INK2])
    text.set_role(Role.CARD_TITLE)
    assert ink(text) == QColor(LIGHT[Token.INK])
    assert text.font().pixelSize() == SIZES[Role.CARD_TITLE][0]


def test_a_text_is_as_tall_as_its_words_and_edges_at_each_width(qtbot: QtBot) -> None:
    text = Text("Word " * 20, wrap=True)
    qtbot.addWidget(text)
    narrow, wide = text.heightForWidth(100), text.heightForWidth(2_000)
    assert narrow > wide
    text.setContentsMargins(0, 10, 0, 10)
    assert (text.heightForWidth(100), text.heightForWidth(2_000)) == (narrow + 20, wide + 20)
    text.setContentsMargins(50, 0, 50, 0)
    assert text.heightForWidth(200) == narrow
    text.setContentsMargins(0, 0, 0, 0)
    text.setText("Word")
    assert text.heightForWidth(100) == wide
    text.set_role(Role.COUNTDOWN)
    assert text.heightForWidth(100) > wide


def test_no_two_colours_are_kept_under_one_name() -> None:
    assert len(set(INKS.values())) == len(INKS)
