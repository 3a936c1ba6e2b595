"""The questions about function under a note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.function_question import QUESTIONS
from app.domain.guard import About, find_traces
from app.domain.language import _
from tests.ui.conftest import Show
from tests.windows import find
from ui.common.button import Button
from ui.followup.function_note import FunctionNote


def test_a_question_is_put_in_once_and_answered_after_it(show: Show, qtbot: QtBot) -> None:
    note = FunctionNote(About.CITIZEN)
    show(note)
    note.set_value("Told by phone")
    first, text = find(note, Button, "prompt_0"), _(QUESTIONS[0].text)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClicks(note.editor(), "Lifting")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    second = find(note, Button, "prompt_1")
    assert second.hasFocus(), "arrows move among the questions"
    qtbot.keyClick(second, Qt.Key.Key_Return)
    first.click()
    qtbot.keyClicks(note.editor(), " 5 kg")
    asked = f"{text} Lifting 5 kg\n{_(QUESTIONS[1].text)} "
    assert note.value() == f"Told by phone\n{asked}"
    assert first.accessibleDescription() == text


def test_no_question_is_stopped_by_the_guard() -> None:
    for question in QUESTIONS:
        assert not find_traces(_(question.text))
