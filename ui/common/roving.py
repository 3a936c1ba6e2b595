"""One Tab stop for a group: arrows move inside it, and Tab comes back to where one left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.common.override import override

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class Roving(QObject):
    """Lets only the current one of `items` be reached with Tab; `group` holds them."""

    def __init__(self, group: QWidget) -> None:
        super().__init__(group)
        self._group = group
        self._items: list[QWidget] = []
        self._current = 0
        # Not a focus proxy: in Qt's eyes the group would be a stop of its own then, from wherever
        # it stands in the chain Tab follows, and Tab would never come past it.
        group.installEventFilter(self)

    def set_items(self, items: Sequence[QWidget], current: int = 0) -> None:
        """Rove among `items` from now on."""
        self._items = list(items)
        for item in self._items:
            item.installEventFilter(self)
        self.set_current(current)

    def items(self) -> Sequence[QWidget]:
        """Return the items in order."""
        return self._items

    def current(self) -> QWidget | None:
        """Return the item Tab leads to."""
        return self._items[self._current] if self._items else None

    def set_current(self, index: int) -> None:
        """Let Tab lead to the item at `index`."""
        self._current = max(0, min(index, len(self._items) - 1))
        for place, item in enumerate(self._items):
            here = place == self._current
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def step(self, event: QKeyEvent) -> bool:
        """Move focus as an arrow, Home or End says; tell whether it was one of them."""
        if not self._items or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        place = self._target(event)
        if place is None:
            return False
        self.focus(place)
        return True

    def focus(self, index: int) -> None:
        """Move focus to the item at `index`."""
        self.set_current(index)
        self._items[self._current].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus():
            current = self.current()
            if watched is self._group and current is not None:
                current.setFocus(event.reason())
            elif watched in self._items:
                self.set_current(self._items.index(watched))
        return False

    def _target(self, event: QKeyEvent) -> int | None:
        if event.key() == Qt.Key.Key_Home:
            return 0
        if event.key() == Qt.Key.Key_End:
            return len(self._items) - 1
        by = _STEPS.get(Qt.Key(event.key()))
        return None if by is None else self._next_enabled(by)

    def _next_enabled(self, by: int) -> int:
        place = self._current + by
        while 0 <= place < len(self._items):
            if self._items[place].isEnabled():
                return place
            place += by
        return self._current


class GroupButton(QAbstractButton):
    """A button that leaves arrows, digits and Enter to the group it stands in."""

    def __init__(self, code: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self.setText(text)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew under the pointer

    @override
    def nextCheckState(self) -> None:
        """The group decides what is chosen."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            self.click()
        else:
            event.ignore()


def digit_of(event: QKeyEvent) -> int | None:
    """Return the place (from 0) that a digit key means, if it was one of 1 to 9."""
    text = event.text()
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return int(text) - 1 if plain and len(text) == 1 and text in "123456789" else None
