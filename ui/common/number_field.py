"""Fields for a time of day and for a number; the arrow keys step through them."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.typed import Unreadable, read_hours, read_time, write_time
from ui.common.button import Size
from ui.common.fonts import Role
from ui.common.text import Text
from ui.common.text_field import TextField

_QUARTER = 15
_DAY = 24 * 60
_EXAMPLE = time(12, 30)


class _SteppedField(TextField):
    """A line in which the arrows up and down step."""

    def __init__(
        self, *, placeholder: str, width: int, unit: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(placeholder=placeholder, size=Size.STANDARD, parent=parent)
        if unit:
            self._box.row.addWidget(Text(unit, Role.SECONDARY))
        self._box.setMaximumWidth(width)
        self._line.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
            if by and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._step(by)
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        stepped = self._stepped(by)
        if stepped is not None and stepped != self.value():
            self.set_value(stepped)
            self._report()

    def _stepped(self, by: int) -> str | None:
        raise NotImplementedError


class TimeField(_SteppedField):
    """A time of day as typed; arrows step by a quarter of an hour."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(placeholder=write_time(_EXAMPLE), width=112, parent=parent)

    @override
    def _stepped(self, by: int) -> str | None:
        try:
            at = read_time(self.value() or "12.00")
        except Unreadable:
            return None
        minutes = (_minutes(at) // _QUARTER * _QUARTER + by * _QUARTER) % _DAY
        return write_time(time(minutes // 60, minutes % 60))


class NumberField(_SteppedField):
    """A number from `low` to `high` as typed; `unit` stands after it."""

    def __init__(
        self,
        low: int,
        high: int,
        *,
        step: int = 1,
        unit: str = "",
        width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        room = Text(unit, Role.SECONDARY).sizeHint().width() if unit else 0
        super().__init__(placeholder="", width=width or 96 + room, unit=unit, parent=parent)
        self._low, self._high, self._by = low, high, step

    @override
    def _stepped(self, by: int) -> str | None:
        try:
            number = read_hours(self.value() or str(self._low), high=99)
        except Unreadable:
            return None
        stepped = int(number) + by * self._by
        return str(max(self._low, min(self._high, stepped)))


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
