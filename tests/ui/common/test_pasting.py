"""What comes out of the clipboard, or is dropped, as it arrives in a field."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QClipboard,
    QColor,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.domain.flag import NOTE_LIMIT as FLAG_LIMIT
from app.domain.typed import NOTE_LIMIT
from app.system.passphrase import normal
from tests.ui.conftest import Show
from ui.common.field import Field
from ui.common.line_edit import LONGEST_LINE, LineEdit
from ui.common.note_field import NoteEdit, NoteField
from ui.common.text_field import SecretField, TextField
from ui.common.tokens import Tone

HIDDEN = "Signs that nobody can see were left out."
ONLY_TEXT = "Only text can be pasted here."
BOTH = pytest.mark.parametrize("kind", [TextField, NoteField])
FIFTY_MB = 50_000_000


def words(text: str) -> QMimeData:
    source = QMimeData()
    source.setText(text)
    return source


def picture() -> QMimeData:
    image = QImage(2, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    source = QMimeData()
    source.setImageData(image)
    return source


def paste(field: Field, source: QMimeData) -> None:
    """Press Ctrl+V while `source` is in the clipboard."""
    QGuiApplication.clipboard().setMimeData(source)
    QTest.keySequence(field.editor(), QKeySequence(QKeySequence.StandardKey.Paste))
    QGuiApplication.clipboard().clear()


def made(qtbot: QtBot, kind: Callable[[], Field]) -> Field:
    field = kind()
    qtbot.addWidget(field)
    return field


@BOTH
def test_words_come_in_as_they_are_and_nothing_is_said(qtbot: QtBot, kind: type[Field]) -> None:
    field = made(qtbot, kind)
    paste(field, words("a < b & c, 👩\u200d👩\u200d👧"))
    assert field.value() == "a < b & c, 👩\u200d👩\u200d👧"
    assert not field.told()


@BOTH
@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x9b", "\u202e", "\u2067", "\u200b"])
def test_signs_nobody_sees_are_left_out_and_that_is_said(
    qtbot: QtBot, kind: type[Field], sign: str
) -> None:
    field = made(qtbot, kind)
    paste(field, words(f"før{sign}efter"))
    assert field.value() == "førefter"
    assert field.told() == HIDDEN
    qtbot.keyClicks(field.editor(), "!")
    assert not field.told()


@BOTH
def test_an_accent_by_itself_is_put_on_its_letter(qtbot: QtBot, kind: type[Field]) -> None:
    field = made(qtbot, kind)
    paste(field, words("Andre\u0301"))
    assert field.value() == "André"


@BOTH
def test_what_an_office_program_made_pretty_is_plain(qtbot: QtBot, kind: type[Field]) -> None:
    field = made(qtbot, kind)
    paste(field, words("“Ja” 10\u00a0000 arbejds\u00adgange"))
    assert field.value() == '"Ja" 10 000 arbejdsgange'
    assert not field.told()


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\t"])
def test_in_one_line_the_end_of_a_line_is_a_space(qtbot: QtBot, end: str) -> None:
    field = made(qtbot, TextField)
    paste(field, words(f"Aftalt{end}ring"))
    assert field.value() == "Aftalt ring"


def test_in_a_note_lines_stay_lines(qtbot: QtBot) -> None:
    field = made(qtbot, NoteField)
    paste(field, words("Aftalt\r\nring\u2028i morgen"))
    assert field.value() == "Aftalt\nring\ni morgen"


@BOTH
def test_of_a_web_page_only_the_words_come_in(qtbot: QtBot, kind: type[Field]) -> None:
    field = made(qtbot, kind)
    source = QMimeData()
    source.setHtml('<h1 style="color:red">Ring</h1><img src="x.png">')
    paste(field, source)
    assert str(field.value()).strip() == "Ring"


@BOTH
def test_a_picture_is_refused_and_what_was_chosen_stays(qtbot: QtBot, kind: type[Field]) -> None:
    field = made(qtbot, kind)
    field.set_value("Kort")
    QTest.keySequence(field.editor(), "Ctrl+A")
    paste(field, picture())
    assert field.value() == "Kort"
    assert field.told() == ONLY_TEXT


@BOTH
def test_it_takes_the_place_of_what_is_chosen_and_can_be_undone(
    qtbot: QtBot, kind: type[Field]
) -> None:
    field = made(qtbot, kind)
    field.set_value("Kort")
    QTest.keySequence(field.editor(), "Ctrl+A")
    paste(field, words("Langt"))
    assert field.value() == "Langt"
    QTest.keySequence(field.editor(), "Ctrl+Z")
    assert field.value() == "Kort"


@pytest.mark.parametrize(("kind", "room"), [(TextField, LONGEST_LINE), (NoteField, NOTE_LIMIT)])
def test_fifty_megabytes_are_cut_before_they_are_laid_out(
    qtbot: QtBot, kind: type[Field], room: int
) -> None:
    field, book = made(qtbot, kind), words("x" * FIFTY_MB)
    began = perf_counter()
    paste(field, book)
    assert perf_counter() - began < 2
    assert len(str(field.value())) == room
    assert f"first {room} signs" in field.told()
    assert "in the clipboard" in field.told()


def test_a_note_that_is_full_takes_no_more(qtbot: QtBot) -> None:
    field = made(qtbot, NoteField)
    paste(field, words("x" * NOTE_LIMIT))
    assert not field.told()
    paste(field, words("y"))
    assert field.value() == "x" * NOTE_LIMIT
    assert "no room for more" in field.told()


def test_the_121st_sign_of_a_flag_is_counted_as_too_much(qtbot: QtBot) -> None:
    field = NoteField(limit=FLAG_LIMIT)
    qtbot.addWidget(field)
    paste(field, words("👍🏽" * 60 + "x"))
    assert len(field.value()) == FLAG_LIMIT + 1
    assert field._count.text() == "121 of 120 characters"
    assert field._count.tone() is Tone.DANGER


def test_a_passphrase_keeps_each_sign_but_the_end_of_its_line(qtbot: QtBot) -> None:
    field = made(qtbot, SecretField)
    paste(field, words(" havre “kaffe” \r\n"))
    assert field.value() == normal(" havre “kaffe” ")


# The other ways in


def test_the_menu_pastes_no_other_way(qtbot: QtBot, show: Show) -> None:
    field = TextField()
    show(field)
    line = field.editor()
    assert isinstance(line, LineEdit)
    QGuiApplication.clipboard().setText("før\x00efter")
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(2, 2), QPoint(2, 2))
    line.contextMenuEvent(asked)
    (menu,) = line.findChildren(QMenu)
    next(act for act in menu.actions() if act.objectName() == "edit-paste").trigger()
    menu.close()
    QGuiApplication.clipboard().clear()
    assert field.value() == "førefter"


@BOTH
def test_what_is_dropped_is_cleaned_too(qtbot: QtBot, show: Show, kind: type[Field]) -> None:
    field = kind()
    show(field)
    editor = field.editor()
    source = words("før\x00efter")
    drop = QDropEvent(
        QPointF(4, 4),
        Qt.DropAction.CopyAction,
        source,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert isinstance(editor, LineEdit | NoteEdit)
    editor.dropEvent(drop)
    assert field.value() == "førefter"


def test_the_middle_button_pastes_no_other_way(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = made(qtbot, TextField)
    chosen = words("før\x00efter")
    monkeypatch.setattr(QClipboard, "supportsSelection", lambda _clipboard: True)
    monkeypatch.setattr(QClipboard, "mimeData", lambda _clipboard, _mode: chosen)
    QTest.mouseClick(field.editor(), Qt.MouseButton.MiddleButton)
    assert field.value() == "førefter"
