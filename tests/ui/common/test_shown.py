from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import Qt, QTextLayout, QTextOption
from pytestqt.qtbot import QtBot

from ui.common.shown import as_shown, as_tip
from ui.common.text import Text
from ui.common.theme import Theme

HEBREW = "\u05e0\u05e1\u05d9\u05d5\u05df"
ARABIC = "\u0646\u0635 \u0639\u0631\u0628\u064a"
FIRST, LAST = "\u2068", "\u2069"


@pytest.mark.parametrize("text", ["", "Lægehuset Søndergade", "a < b & c", "Ирина 👍🏽", "12.30"])
def test_what_turns_nothing_is_shown_as_it_is(text: str) -> None:
    assert as_shown(text) == text


def test_words_from_right_to_left_stand_by_themselves() -> None:
    assert as_shown(f"Forløb · {ARABIC} · 3 timer") == f"Forløb · {FIRST}{ARABIC}{LAST} · 3 timer"
    assert as_shown(f"{HEBREW} og {HEBREW}") == f"{FIRST}{HEBREW}{LAST} og {FIRST}{HEBREW}{LAST}"


def test_the_name_of_a_file_is_not_read_backwards() -> None:
    assert as_shown("besøg\u202efdp.fasthold") == "besøgfdp.fasthold"


def test_a_number_after_such_a_name_stays_behind_it(qtbot: QtBot) -> None:
    words = f"Møde med {HEBREW} 12 timer"
    assert _x_of(words, "12") < _x_of(words, HEBREW), "left alone, the name turns the number round"
    assert _x_of(as_shown(words), "12") > _x_of(as_shown(words), HEBREW)


@pytest.mark.parametrize("text", ["", "Lægehuset", "Gem\nog luk", "a < b & c", "To  mellemrum"])
def test_a_tool_tip_of_plain_words_is_those_words(text: str) -> None:
    assert as_tip(text) == text


@pytest.mark.parametrize("text", ["<b>fed</b>", '<img src="x.png"> Lægehus', "<br/>", "a <i>b"])
def test_no_markup_is_read_in_a_tool_tip(text: str) -> None:
    assert Qt.mightBeRichText(text), "else nothing is tried here"
    assert not Qt.mightBeRichText(as_tip(text))
    assert as_tip(text).replace("\u200b", "") == text


def test_a_long_tool_tip_takes_several_lines_and_comes_to_an_end() -> None:
    tip = as_tip("æ" * 5_000)
    assert max(map(len, tip.split("\n"))) <= 160
    assert len(tip) < 1_100
    assert tip.endswith("…")


def test_a_word_without_end_wraps(qtbot: QtBot, theme: Theme) -> None:
    short, endless = Text("æ", wrap=True), Text("æ" * 5_000, wrap=True)
    for text in (short, endless):
        qtbot.addWidget(text)
    lines = endless.heightForWidth(300) / short.heightForWidth(300)
    assert lines > 5_000 / 60
    assert endless.minimumSizeHint().width() < 300
    assert endless.text() == "æ" * 5_000, "what it says is what was written"


def _x_of(words: str, part: str) -> float:
    layout = QTextLayout(words)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    found: Any = line.cursorToX(words.index(part) + 1)  # where, and at which sign that is
    return float(found[0])
