"""Somebody without a mouse: every act is a key pressed where the keyboard is."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests import windows
from ui.common.rows import Row

PATIENCE = 15  # seconds for slow work
MOST_ROWS = 20


class Keyboard:
    """Lies before `window`, and counts its presses; what is typed as text is not counted."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self.presses = 0

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each with a moment after it: `Ctrl+2`, `Tab`."""
        for key in keys:
            QTest.keySequence(self.here(), key)
            QTest.qWait(1)
            self.presses += 1

    def type(self, text: str) -> None:
        """Type over what the field the keyboard is on holds."""
        QTest.keySequence(self.here(), "Ctrl+A")
        QTest.keyClicks(self.here(), text)
        QTest.qWait(1)

    def tab_to(self, name: str) -> None:
        """Press Tab until the keyboard is on what is called `name`."""
        self.here()
        windows.tab_to(self.front(), name)

    def tab_to_row(self, words: str) -> None:
        """Press Tab and arrows until the keyboard is on the row that says `words`."""
        for _press in range(windows.MOST_TABS):
            here = self.here()
            if isinstance(here, Row):
                if words in here.accessibleName():
                    return
                self.press("Down")
            if self.here() is here:
                self.press("Tab")
        raise AssertionError(f"no key leads to a row that says {words!r}")

    def fill(self, **fields: str) -> None:
        """Go to each field by Tab, and type."""
        for name, text in fields.items():
            self.tab_to(name)
            self.type(text)

    def wait(self, seen: Callable[[], bool]) -> None:
        """Wait until `seen`."""
        until = time.monotonic() + PATIENCE
        while not seen():
            assert time.monotonic() < until, "nothing of the kind came into view"
            QTest.qWait(5)

    def wait_for(self, name: str) -> None:
        """Wait until what is called `name` is in front and can be used."""
        self.wait(lambda: any(one.isVisible() and one.isEnabled() for one in self._named(name)))

    def front(self) -> QWidget:
        """Return the dialog in front, or the window."""
        dialogs = [one for one in self.window.findChildren(QDialog) if one.isVisible()]
        return dialogs[-1] if dialogs else self.window

    def here(self) -> QWidget:
        """Return what the keyboard is on in the window in front."""
        QApplication.processEvents()
        front = self.front()
        if not front.isActiveWindow():
            front.activateWindow()
            self.wait(front.isActiveWindow)
        return QApplication.focusWidget() or front

    def _named(self, name: str) -> list[QWidget]:
        return self.front().findChildren(QWidget, name)
