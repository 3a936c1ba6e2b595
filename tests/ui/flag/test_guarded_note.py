from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.guard import find_traces
from tests.ui.conftest import Show
from tests.windows import click, find
from ui.common.notice import Notice
from ui.flag.guarded_note import GuardedNote


@pytest.fixture
def note(qtbot: QtBot, show: Show) -> GuardedNote:
    field = GuardedNote(find_traces)
    field.set_name("note", "Short note")
    show(field)
    return field


def write(note: GuardedNote, text: str) -> None:
    note.editor().setFocus()
    QTest.keyClicks(note.editor(), text)
    QTest.qWait(1)  # as between two keys of a hand


def test_a_cpr_number_is_refused_while_it_is_typed(note: GuardedNote) -> None:
    heard: list[bool] = []
    note.guarded.connect(heard.append)
    write(note, "Kniber med overblik, 251248-9996")
    assert note.is_refused()
    assert heard[-1] is True
    notice = find(note, Notice, "guard")
    assert notice.isVisible()
    assert "CPR" in notice.what()
    assert note._marks == ((21, 32),)


def test_a_number_with_letters_in_it_is_one_too(note: GuardedNote) -> None:
    write(note, "ring 010858-TA95")
    assert note.is_refused()


def test_alt_f_takes_out_what_was_found_and_nothing_else(note: GuardedNote) -> None:
    write(note, "ring 251248-9996 i morgen")
    QTest.keyClick(note.editor(), Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    assert note.value() == "ring i morgen"
    assert not note.is_refused()
    assert not find(note, Notice, "guard").isVisible()
    assert note.editor().hasFocus()


def test_the_note_can_be_cleared(note: GuardedNote) -> None:
    write(note, "ring 251248-9996")
    heard: list[bool] = []
    note.changed.connect(lambda: heard.append(True))
    click(note, "clear_note")
    assert note.value() == ""
    assert heard == [True]


def test_a_person_who_is_no_number_is_called_it(note: GuardedNote) -> None:
    write(note, "skriv til kim@kommune.example")
    button = find(note, QWidget, "remove_found")
    assert "Remove it" in button.property("text")


def test_a_word_that_may_tell_is_only_pointed_at(note: GuardedNote) -> None:
    write(note, "arbejder hos Eksempel")
    assert not note.is_refused()
    assert find(note, QLabel, "second_look").isVisible()


def test_a_note_put_back_is_read_too(note: GuardedNote) -> None:
    note.set_value("ring 251248-9996")
    assert note.is_refused()
    note.set_value("")
    assert not note.is_refused()


def test_a_word_of_illness_is_met_with_better_words(note: GuardedNote) -> None:
    write(note, "har en depression")
    assert not note.is_refused()
    assert "Stress" in find(note, QLabel, "second_look").text()


def test_a_name_is_refused_in_small_letters_and_can_be_taken_out(note: GuardedNote) -> None:
    write(note, "talt med mohamed om job")
    assert note.is_refused()
    click(note, "remove_found")
    assert note.value() == "talt med om job"
