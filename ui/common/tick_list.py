"""Several choices, each with a sentence of its own, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.common.check import BOX, CheckBox
from ui.common.discard import clear
from ui.common.field import Field, FieldValue, as_codes
from ui.common.fonts import Role
from ui.common.roving import Roving
from ui.common.text import Text

Choice = tuple[str, str, str]  # code, what is ticked, what is said of it


class TickList(Field):
    """Boxes to tick: one Tab stop, arrows move, Space ticks. `value()` is a tuple of codes."""

    def __init__(self, choices: Sequence[Choice] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = _Group(self)
        self._put(self._group, self._group)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; what was ticked stays where it is among them."""
        ticked = self.value()
        self._group.set_choices(choices)
        for box in self._group.boxes.values():
            box.clicked.connect(self._report)
        self.set_value(ticked)

    def boxes(self) -> dict[str, CheckBox]:
        """Return the boxes by code."""
        return self._group.boxes

    @override
    def value(self) -> tuple[str, ...]:
        return tuple(code for code, box in self._group.boxes.items() if box.isChecked())

    @override
    def set_value(self, value: FieldValue) -> None:
        codes = as_codes(value)
        for code, box in self._group.boxes.items():
            box.setChecked(code in codes)

    @override
    def set_name(self, name: str, label: str, help_text: str = "") -> None:
        super().set_name(name, label, help_text)
        for code, box in self._group.boxes.items():
            box.setObjectName(f"{name}_{code}")


class _Box(CheckBox):
    """Leaves the arrows to the list it stands in."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()


class _Group(QWidget):
    def __init__(self, field: TickList) -> None:
        super().__init__(field)
        self.boxes: dict[str, CheckBox] = {}
        self._roving = Roving(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        self._roving.set_items(())
        clear(self._column)
        self.boxes = {}
        for code, words, said in choices:
            box = _Box(words)
            box.setAccessibleDescription(said)
            self.boxes[code] = box
            self._column.addWidget(box)
            if said:
                detail = Text(said, Role.CAPTION, wrap=True)
                detail.setContentsMargins(BOX + 10, 4, 0, 6)
                self._column.addWidget(detail)
        self._roving.set_items(list(self.boxes.values()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._roving.step(event):
            super().keyPressEvent(event)
