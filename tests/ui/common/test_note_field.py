from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.typed import NOTE_LIMIT
from tests.ui.conftest import Show
from tests.windows import find
from ui.common.note_field import NoteField
from ui.common.text import Text
from ui.common.text_field import TextField
from ui.common.tokens import Tone


def counter(field: NoteField) -> Text:
    return next(label for label in field.findChildren(Text) if " of " in label.text())


def test_it_counts_signs_as_people_do(qtbot: QtBot) -> None:
    field = NoteField(limit=120)
    qtbot.addWidget(field)
    field.set_value("æ👩")
    assert counter(field).text() == "2 of 120 characters"


def test_too_much_is_kept_and_shown_as_too_much(qtbot: QtBot) -> None:
    field = NoteField(limit=5)
    qtbot.addWidget(field)
    field.set_value("123456")
    assert field.value() == "123456"
    assert counter(field).tone() is Tone.DANGER


def test_a_paste_is_cut_before_it_is_laid_out_and_that_is_said(qtbot: QtBot) -> None:
    field = NoteField()
    qtbot.addWidget(field)
    pasted = QMimeData()
    pasted.setText("a" * 5_000_000)
    find(field, QPlainTextEdit).insertFromMimeData(pasted)
    assert len(field.value()) == NOTE_LIMIT
    assert "in the clipboard" in field.told()


def test_tab_leaves_it(qtbot: QtBot, show: Show) -> None:
    note, after = NoteField(), TextField()
    show(note, after)
    note.setFocus()
    qtbot.keyClick(note.editor(), Qt.Key.Key_Tab)
    assert after.editor().hasFocus()
    assert note.value() == ""


def test_the_guards_hits_are_marked_where_they_are(qtbot: QtBot) -> None:
    field = NoteField()
    qtbot.addWidget(field)
    field.set_value("👩 ring 00 00 00 00 nu")
    field.set_marks([(7, 18)])
    (mark,) = find(field, QPlainTextEdit).extraSelections()
    assert mark.cursor.selectedText() == "00 00 00 00"


def test_only_a_hand_is_reported(qtbot: QtBot) -> None:
    field = NoteField()
    qtbot.addWidget(field)
    heard: list[bool] = []
    field.changed.connect(lambda: heard.append(True))
    field.set_value("a")
    qtbot.keyClicks(field.editor(), "b")
    assert heard == [True]


def test_who_comes_to_text_already_there_writes_on_at_its_end(qtbot: QtBot, show: Show) -> None:
    field = NoteField()
    show(field)
    field.set_value("Rejser sig")
    field.setFocus()
    qtbot.keyClicks(field.editor(), " igen")
    assert field.value() == "Rejser sig igen"
