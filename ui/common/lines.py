"""Things below each other in a card, each with its own buttons: the first, and what shows more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from app.domain.language import ngettext
from ui.common.button import Button, Kind, Size
from ui.common.card_head import SIDE
from ui.common.discard import put_below
from ui.common.rows import AT_ONCE

Thing = TypeVar("Thing")
FIRST = 5  # lines of a long list that are shown before one asks for more


class Lines(QWidget):
    """Keeps the line of each thing while the thing, and the day it is told on, are the same."""

    def __init__(self, *, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = FIRST
        self._shown: dict[object, QWidget] = {}
        self._again: Callable[[], None] = self._nothing
        self._more = Button("", Kind.QUIET, size=Size.COMPACT, icon="chevron-down")
        self._more.setObjectName("show_more")
        self._more.clicked.connect(self._on_more_clicked)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(gap)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 0, SIDE, 12)
        column.setSpacing(gap)
        column.addLayout(self._lines)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_first(
        self, things: Sequence[Thing], make: Callable[[Thing], QWidget], beside: object = None
    ) -> None:
        """Show a line for each of the first things; what is told `beside` them is such as a day."""
        self._again = lambda: self._show(things, make, beside)
        self._again()

    def _show(
        self, things: Sequence[Thing], make: Callable[[Thing], QWidget], beside: object
    ) -> None:
        kept = self._shown
        # A button that shows one more would take the room of that one.
        most = self._most if len(things) > self._most + 1 else self._most + 1
        told = {(thing, beside): thing for thing in things[:most]}
        self._shown = {key: kept.get(key) or make(thing) for key, thing in told.items()}
        put_below(self._lines, list(self._shown.values()))
        left = min(len(things) - len(told), AT_ONCE)
        self._more.setText(ngettext("Show {n} more", "Show {n} more", left).format(n=left))
        self._more.setVisible(left > 0)

    def _on_more_clicked(self) -> None:
        before = len(self._shown)
        self._most += AT_ONCE
        self._again()
        first_new = list(self._shown.values())[before]
        for button in first_new.findChildren(QAbstractButton)[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _nothing(self) -> None:
        """Show nothing more: nothing was given yet."""
