"""A drawing whose marks can be reached by keyboard: one Tab stop, arrows move, Enter opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.common.override import override
from ui.common.roving import GroupButton, Roving


class DrawnSurface(QWidget):
    """What a chart and a map have in common; each lays its own buttons over what it draws."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.roving = Roving(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.roving.current()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(current, GroupButton):
            current.click()
        elif not self.roving.step(event):
            super().keyPressEvent(event)

    def standing(self, marks: Sequence[QWidget]) -> tuple[int, bool]:
        """Return the place Tab leads to among `marks`, and whether the keyboard is on one."""
        current = self.roving.current()
        place = next((i for i, one in enumerate(marks) if one is current), 0)
        return place, any(one is self.window().focusWidget() for one in marks)
