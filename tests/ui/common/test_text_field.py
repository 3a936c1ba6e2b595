from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from tests.windows import find
from ui.common.button import IconButton
from ui.common.line_edit import LONGEST_LINE
from ui.common.text import ShortText, Text
from ui.common.text_field import SecretField, TextField

ODD = ["", " two  spaces ", "a\u202eb", "👩‍⚕️", "æøå", "'; DROP TABLE"]


@pytest.mark.parametrize("typed", ODD)
def test_it_holds_what_was_typed_as_it_was_typed(qtbot: QtBot, typed: str) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.set_value(typed)
    assert field.value() == typed


def test_a_pasted_book_is_cut_before_it_is_shown(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.set_value("a" * 1_000_000)
    assert len(field.value()) == LONGEST_LINE


def test_a_problem_stands_beneath_and_goes_when_one_types(qtbot: QtBot, show: Show) -> None:
    field = TextField()
    field.set_name("theme", "Theme")
    show(field)
    field.set_problem("Write something here.")
    line = find(field, QLineEdit, "theme")
    assert find(field, QLabel, "theme_problem").isVisible()
    assert line.accessibleDescription() == "Write something here."
    qtbot.keyClicks(line, "a")
    assert field.problem() == ""
    assert not find(field, QLabel, "theme_problem").isVisible()


def test_a_stopped_field_says_why(show: Show) -> None:
    field = TextField()
    field.set_name("duration", "Expected duration", "In weeks")
    show(field)
    field.set_stopped("The consent was withdrawn on 2 September.")
    assert not field.editor().isEnabled()
    assert any("withdrawn" in text.text() for text in field.findChildren(Text) if text.isVisible())
    field.set_stopped(None)
    assert field.editor().isEnabled()
    assert field.editor().accessibleDescription() == "In weeks"


def test_only_a_hand_is_reported(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    heard: list[str] = []
    field.changed.connect(lambda: heard.append(field.value()))
    field.set_value("a")
    qtbot.keyClicks(field.editor(), "b")
    assert heard == ["ab"]


def test_a_secret_is_hidden_until_the_eye_is_pressed(qtbot: QtBot) -> None:
    field = SecretField()
    qtbot.addWidget(field)
    line, eye = find(field, QLineEdit), find(field, IconButton)
    assert line.echoMode() == QLineEdit.EchoMode.Password
    assert eye.accessibleName() == "Show what is typed"
    eye.click()
    assert line.echoMode() == QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide what is typed"
    field.set_value("secret")
    field.clear()
    assert field.value() == ""
    assert line.echoMode() == QLineEdit.EchoMode.Password


def test_a_secret_says_when_caps_lock_is_on(qtbot: QtBot, show: Show) -> None:
    field = SecretField()
    show(field)

    def warned() -> bool:
        return any(text.isVisible() and "Caps" in text.text() for text in field.findChildren(Text))

    def press(letter: str) -> None:
        kind, bare = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(field.editor(), QKeyEvent(kind, Qt.Key.Key_A, bare, letter))

    press("a")
    assert not warned()
    press("A")
    assert warned()
    press("1")
    assert warned()
    press("a")
    assert not warned()


def test_markup_in_what_people_wrote_is_shown_as_it_is(qtbot: QtBot) -> None:
    text = Text("<b>not bold</b>")
    qtbot.addWidget(text)
    assert text.textFormat() == Qt.TextFormat.PlainText


def test_a_line_that_is_cut_is_read_in_full_as_a_tool_tip(qtbot: QtBot, show: Show) -> None:
    text = ShortText("A sentence that is much too long for so small a place as this is")
    window = show(text)
    window.resize(120, 60)
    qtbot.waitUntil(lambda: text.toolTip() == text.text())
    window.resize(900, 60)
    qtbot.waitUntil(lambda: text.toolTip() == "")
