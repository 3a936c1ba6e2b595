from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tests.ui.conftest import Show
from ui.common.note_field import NoteField
from ui.common.text_field import TextField

ALT = Qt.KeyboardModifier.AltModifier


def test_a_letter_with_alt_is_a_key_and_never_stands_in_a_line_or_a_note(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    line, note = TextField(), NoteField(rows=2)
    show(line, note)
    for field in (*line.findChildren(QLineEdit), *note.findChildren(QPlainTextEdit)):
        QTest.keyClick(field, Qt.Key.Key_A, ALT)
        QTest.keyClick(field, Qt.Key.Key_B)
    assert (line.value(), note.value()) == ("b", "b")


def test_on_a_mac_alt_writes_the_signs_it_always_wrote(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    line = TextField()
    show(line)
    [field] = line.findChildren(QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_O, ALT)
    assert line.value() == "o"
