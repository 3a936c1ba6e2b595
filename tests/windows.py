"""Finding things in windows and using them as a hand would, for tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

Kind = TypeVar("Kind", bound=QObject)


@dataclass
class Went:
    """Remembers where a page asked to go, instead of a frame that goes there."""

    pages: list[tuple[str, object | None]] = field(default_factory=list)
    room: QWidget | None = None

    def go(self, page: str, entity_id: object | None = None) -> None:
        self.pages.append((page, entity_id))

    def show_room(self, room: QWidget | None) -> None:
        self.room = room


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
