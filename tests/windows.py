"""Finding things in windows and using them as a hand would, for tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.common.badge import Badge
from ui.common.dialog import Dialog
from ui.common.rows import Row
from ui.flag.flag_tile import FlagTile
from ui.roundtable.line_table import Line

Kind = TypeVar("Kind", bound=QObject)
MOST_TABS = 60


@dataclass
class Went:
    """Remembers where a page asked to go, instead of a frame that goes there."""

    pages: list[tuple[str, object | None]] = field(default_factory=list)
    room: QWidget | None = None

    def go(self, page: str, entity_id: object | None = None) -> None:
        self.pages.append((page, entity_id))

    def show_room(self, room: QWidget | None) -> None:
        self.room = room


def take_apart() -> None:
    """Delete every window there still is, and what stands in it."""
    for widget in QApplication.topLevelWidgets():
        if shiboken6.isValid(widget):  # it may have gone with another
            shiboken6.delete(widget)


def find(parent: QObject, kind: type[Kind], name: str = "") -> Kind:
    """Return the one child of this kind, and of this name if given."""
    found = parent.findChildren(kind, name) if name else parent.findChildren(kind)
    assert len(found) == 1, f"{len(found)} of {kind.__name__} {name!r}"
    return found[0]


def click(parent: QObject, name: str) -> None:
    """Press the button of this name with the mouse."""
    button = find(parent, QAbstractButton, name)
    assert button.isEnabled(), f"{name} is disabled: {button.toolTip()}"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_into(parent: QObject, name: str, text: str) -> None:
    """Replace what the field of this name holds, key by key."""
    field = find(parent, QWidget, name)
    assert isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit), type(field).__name__
    field.setFocus()
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def opened(parent: QObject, kind: type[Kind]) -> Kind:
    """Return the one window of this kind that is open over `parent`."""
    seen = [
        one for one in parent.findChildren(kind) if isinstance(one, QWidget) and one.isVisible()
    ]
    assert len(seen) == 1, f"{len(seen)} of {kind.__name__} are open"
    return seen[0]


def tab_to(window: QWidget, name: str) -> QWidget:
    """Press Tab until the keyboard is on the field of this name, or on a part of its group."""
    for _press in range(MOST_TABS):
        here = QApplication.focusWidget()
        if here is not None and (here.objectName() == name or _part_of(here, name)):
            return here
        QTest.keyClick(here or window, Qt.Key.Key_Tab)
    raise AssertionError(f"no Tab leads to {name!r}")


def press_keys(qtbot: QtBot, window: QWidget, *presses: tuple[str, str | Qt.Key]) -> None:
    """Fill a form by keyboard alone: Tab to each field, then type, or press the key."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for name, keys in presses:
        here = tab_to(window, name)
        if isinstance(keys, str):
            QTest.keyClicks(here, keys)
        else:
            QTest.keyClick(here, keys)


def press_save(window: QWidget) -> None:
    """Save the form with Ctrl+Enter."""
    here = QApplication.focusWidget() or window
    QTest.keyClick(here, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def _part_of(here: QWidget, name: str) -> bool:
    group = here.parentWidget()
    return group is not None and group.objectName() == name


def in_front(window: QWidget) -> None:
    """Bring `window` to the front, and wait until the keyboard is in it."""
    window.activateWindow()
    for _ in range(200):
        if window.isActiveWindow():
            return
        QTest.qWait(10)
    raise AssertionError(f"{window} did not come to the front")


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is, as a hand does: with a moment after it."""
    widget = QApplication.focusWidget()
    assert widget is not None, "the keyboard is nowhere"
    QTest.keyClick(widget, key, modifier)
    QTest.qWait(1)


def words(widget: QWidget) -> str:
    """Return everything that can be read in `widget` now, a line a text."""
    QTest.qWait(1)  # what has just been put into a window is shown when it is laid out
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    badges = [badge.text() for badge in widget.findChildren(Badge) if badge.isVisible()]
    lines = [line.accessibleName() for line in widget.findChildren(Line) if line.isVisible()]
    tiles = [tile for tile in widget.findChildren(FlagTile) if tile.isVisible()]
    flags = [tile.words().spoken() for tile in tiles]
    rows = [row for row in (widget, *widget.findChildren(Row)) if isinstance(row, Row)]
    painted = [part for row in rows if row.isVisible() for part in row.words()]
    return "\n".join([*labels, *badges, *lines, *flags, *painted])


def question(parent: QWidget) -> Dialog:
    """Return the question that is open over `parent`."""
    return next(
        dialog
        for dialog in parent.findChildren(Dialog)
        if dialog.isVisible() and dialog.findChildren(QWidget, "confirm")
    )
