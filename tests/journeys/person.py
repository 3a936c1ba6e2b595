"""Somebody at mouse and keyboard: sees only what is in front, presses and types by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.common.field import Field
from ui.common.row_table import RowTable
from ui.common.rows import Row
from ui.roundtable.line_table import Line

Kind = TypeVar("Kind", bound=QWidget)
PATIENCE = 15_000  # ms for slow work


class Person:
    """Uses the window `window` as a hand would."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot = qtbot
        self.window = window

    def front(self) -> QWidget:
        """Return the dialog in front, or the window."""
        dialogs = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        return dialogs[-1] if dialogs else self.window

    def wait(self, seen: Callable[[], bool]) -> None:
        """Wait until `seen`."""
        self._qtbot.waitUntil(seen, timeout=PATIENCE)

    def wait_for(self, name: str) -> None:
        """Wait until there is something called `name` that can be used."""
        self.wait(lambda: any(_can_be_used(one) for one in self._all(QWidget, name)))

    def can_press(self, name: str) -> bool:
        """Return whether a button called `name` is in front and can be pressed."""
        QApplication.processEvents()
        return any(one.isEnabled() for one in self._all(QAbstractButton, name))

    def press(self, name: str) -> None:
        """Press the button called `name` with the mouse."""
        self.wait_for(name)
        button = self._one(QWidget, name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def fill(self, **fields: object) -> None:
        """Fill in fields by name: text is typed key by key, choices are chosen."""
        for name, value in fields.items():
            self._fill(name, value)

    def keys(self, text: str) -> None:
        """Type keys to whatever has the focus: a sequence like `Ctrl+2`."""
        QApplication.processEvents()
        if self.front() is self.window:
            self.window.activateWindow()
            self.wait(self.window.isActiveWindow)
        QTest.keySequence(self._focus(), text)
        QApplication.processEvents()

    def save(self) -> None:
        """Press Save in the dialog in front, and see it close."""
        dialog = self.front()
        self.press("save")
        stays = shiboken6.isValid(dialog) and dialog.isVisible()
        assert not stays, f"the dialog stays open:\n{self.reads()}"

    def choose_row(self, words: str) -> None:
        """Open the row in front that says `words`."""
        for table in self._seen(RowTable):
            model = table.model()
            for line in range(model.rowCount()):
                cells = [model.index(line, column).data() for column in range(model.columnCount())]
                if any(words in str(cell) for cell in cells):
                    table.setCurrentIndex(model.index(line, 0))
                    QTest.keyClick(table, Qt.Key.Key_Return)
                    return
        rows = [row for row in self._rows() if words in row.accessibleName()]
        assert rows, f"no row says {words}"
        QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)

    def reads(self) -> str:
        """Return all that can be read in front now, one text a line."""
        QApplication.processEvents()  # Qt shows what was added last only then
        front = self.front()
        said = [label.text() for label in self._seen(QLabel)]
        said += [one.accessibleName() for one in self._rows()]
        said += [button.text() for button in self._seen(QAbstractButton)]
        said += [line.text() for line in self._seen(QLineEdit)]
        said += [note.toPlainText() for note in self._seen(QPlainTextEdit)]
        for table in self._seen(RowTable):
            model = table.model()
            said += [
                str(model.index(line, column).data())
                for line in range(model.rowCount())
                for column in range(model.columnCount())
            ]
        assert front.isVisible()
        return "\n".join(said)

    def shown(self, name: str) -> object:
        """Return the value of the field called `name`."""
        return self._field(name).value()

    def _fill(self, name: str, value: object) -> None:
        lines = self._all(QLineEdit, name) + self._all(QPlainTextEdit, name)
        if lines:
            lines[0].setFocus()
            lines[0].selectAll()
            QTest.keyClick(lines[0], Qt.Key.Key_Delete)
            QTest.keyClicks(lines[0], str(value))
            QApplication.processEvents()
            return
        field = self._field(name)
        editor = field.editor()
        if isinstance(editor, QComboBox):
            editor.setFocus()
            editor.setCurrentIndex(0 if value is None else editor.findData(value))
            editor.activated.emit(editor.currentIndex())
        elif isinstance(value, bool):
            self._tick(editor, wanted=value)
        else:
            self._choose(name, field, value)
        QApplication.processEvents()

    def _tick(self, editor: QWidget, *, wanted: bool) -> None:
        assert isinstance(editor, QAbstractButton)
        if editor.isChecked() is not wanted:
            QTest.mouseClick(editor, Qt.MouseButton.LeftButton)

    def _choose(self, name: str, field: Field, value: object) -> None:
        codes = value if isinstance(value, tuple) else (value,)
        for code in codes:
            chosen = field.value()
            if code == chosen or (isinstance(chosen, tuple) and code in chosen):
                continue
            part = field.findChild(QAbstractButton, f"{name}_{code}")
            assert part is not None, f"{name} offers no {code}"
            QTest.mouseClick(part, Qt.MouseButton.LeftButton)

    def _field(self, name: str) -> Field:
        found = [one for one in self._seen(Field) if one.editor().objectName() == name]
        assert found, f"no field {name} in front"
        return found[-1]

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.front()

    def _rows(self) -> list[QWidget]:
        return [*self._seen(Row), *self._seen(Line)]

    def _one(self, kind: type[Kind], name: str) -> Kind:
        found = [one for one in self._all(kind, name) if one.isEnabled()]
        assert found, f"nothing called {name} in front"
        return found[0]

    def _all(self, kind: type[Kind], name: str) -> list[Kind]:
        return [one for one in self.front().findChildren(kind, name) if one.isVisible()]

    def _seen(self, kind: type[Kind]) -> list[Kind]:
        return [one for one in self.front().findChildren(kind) if one.isVisible()]


def _can_be_used(widget: QWidget) -> bool:
    """Whether it takes what a hand does: what has just come is laid out a moment later."""
    return widget.isEnabled() and not widget.size().isEmpty()
