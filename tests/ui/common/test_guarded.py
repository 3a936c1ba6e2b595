from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.guard import About, find_traces
from tests.ui.conftest import Show
from tests.windows import click, find
from ui.common.button import Button
from ui.common.guarded import GuardedLine, GuardedNote
from ui.common.notice import Notice
from ui.flag.flag_note import flag_note


@pytest.fixture
def note(qtbot: QtBot, show: Show) -> GuardedNote:
    field = flag_note(find_traces)
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


def test_a_date_can_become_its_month(note: GuardedNote) -> None:
    write(note, "sygemeldt siden 3. marts")
    click(note, "write_month")
    assert note.value() == "sygemeldt siden march"
    assert not note.is_refused()


@pytest.fixture
def told(qtbot: QtBot, show: Show) -> GuardedNote:
    """What colleagues are told, in a plan for an employer."""
    field = GuardedNote(About.EMPLOYER)
    field.set_name("colleagues_told", "What colleagues are told")
    show(field)
    return field


@pytest.fixture
def line(qtbot: QtBot, show: Show) -> GuardedLine:
    """A line of a plan for an employer."""
    field = GuardedLine(About.EMPLOYER)
    field.set_name("adjustment", "Adjustment")
    show(field)
    return field


def press(parent: QWidget, text: str) -> None:
    [button] = [one for one in parent.findChildren(Button) if one.text() == text]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_in(field: GuardedNote | GuardedLine, text: str) -> None:
    field.editor().setFocus()
    QTest.keyClicks(field.editor(), text)
    QTest.qWait(1)


def test_a_word_of_illness_in_a_line_for_the_employer_is_better_a_function(
    line: GuardedLine,
) -> None:
    type_in(line, "Fri ved migræne og pauser")
    better = find(line, Notice, "better_words")
    assert better.isVisible()
    assert better.what() == "Write it as a function?"
    offered = [button.text() for button in better.findChildren(Button)]
    assert offered == ["Memory", "Concentration", "Stamina"]
    press(better, "Concentration")
    assert line.value() == "Fri ved concentration og pauser"
    assert not better.isVisible()
    assert line.editor().hasFocus()


def test_a_word_of_illness_is_refused_by_a_sentence_when_it_is_saved(line: GuardedLine) -> None:
    type_in(line, "Fri ved migræne")
    line.set_problem("An illness does not belong here.")
    assert line.problem() == "An illness does not belong here."
    assert find(line, Notice, "better_words").isVisible()


def test_a_short_word_is_not_judged_before_it_can_be_finished(line: GuardedLine) -> None:
    type_in(line, "kol")
    assert not find(line, Notice, "better_words").isVisible()
    type_in(line, "leger")
    assert not find(line, Notice, "better_words").isVisible()
    line.set_value("har kol")
    assert find(line, Notice, "better_words").isVisible()


def test_names_stand_in_a_plan_and_numbers_do_not(told: GuardedNote) -> None:
    type_in(told, "Nancy er på nedsat tid")
    assert not told.is_refused()
    type_in(told, ", ring 20 30 40 50")
    assert told.is_refused()
    QTest.keyClick(told.editor(), Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    assert told.value() == "Nancy er på nedsat tid, ring"


def test_what_is_nobodys_business_is_only_pointed_at(told: GuardedNote) -> None:
    type_in(told, "skal skilles ")
    better = find(told, Notice, "better_words")
    assert better.what() == "This is not for the employer"
    assert better.findChildren(Button) == []


def test_in_a_citizens_own_file_an_illness_is_let_be(qtbot: QtBot, show: Show) -> None:
    field = GuardedNote(About.CITIZEN)
    show(field)
    type_in(field, "har en depression")
    assert not find(field, Notice, "better_words").isVisible()
    type_in(field, " 251248-9996")
    assert field.is_refused()
    click(field, "remove_found")
    assert field.value() == "har en depression"


def test_alt_f_is_heard_by_the_field_the_keyboard_is_in(qtbot: QtBot, show: Show) -> None:
    first, second = GuardedNote(About.CITIZEN), GuardedNote(About.CITIZEN)
    show(first, second)
    for field in (first, second):
        type_in(field, "nr. 251248-9996")
    QTest.keyClick(second.editor(), Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    assert (first.is_refused(), second.is_refused()) == (True, False)


def test_a_long_note_is_read_piece_by_piece_and_nothing_is_missed(qtbot: QtBot, show: Show) -> None:
    field = GuardedNote(About.CITIZEN)
    show(field)
    field.set_value("Vi talte om opgaverne i dag. " * 200 + "Hun sagde 251248-9996 og gik.")
    type_in(field, " Så")
    [(start, end)] = field._marks
    assert field.value()[start:end] == "251248-9996"
