"""A month to pick a day from, opened by a day field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.words import day_with_weekday, month_and_year, weekday_name
from ui.common.button import IconButton
from ui.common.fonts import Role, font
from ui.common.paint import CARD_RADIUS, draw_box, draw_hatch, draw_text
from ui.common.text import Text
from ui.common.tokens import Token

_CELL = 36
_HEAD = 28
_WEEK = 40
_ROWS = 6
_DOT = 4


@dataclass(frozen=True, slots=True)
class DayMark:
    """What there is to say of a day; one that is `shut` is hatched, another has a dot."""

    words: str
    shut: bool


Marks = Callable[[date], DayMark | None]


class CalendarPopup(QWidget):
    """One month, weeks beginning on Monday with their ISO number. Arrows move, Enter picks. What
    `marks` says of a day is drawn, shown as a tool tip, and said."""

    picked = Signal(object)  # date

    def __init__(self, today: date, parent: QWidget, marks: Marks | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._title = Text("", Role.ROW_TITLE)
        self._month = _Month(today, marks or _unmarked)
        self._build()
        self._month.moved.connect(self._show_title)
        self._month.picked.connect(self._on_picked)
        self._show_title()

    def open_at(self, corner: QPoint, day: date) -> None:
        """Show the month of `day` with its top left at `corner`, kept on the screen."""
        self._month.go(day)
        self.adjustSize()
        room = self.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.move(corner)
        self.show()
        self._month.setFocus()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_box(painter, self.rect(), Token.SURFACE, Token.LINE2, radius=CARD_RADIUS)
        painter.end()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(
            IconButton("chevron-left", _("Previous month"), pressed=lambda: self._month.turn(-1))
        )
        head.addWidget(
            IconButton("chevron-right", _("Next month"), pressed=lambda: self._month.turn(1))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.addLayout(head)
        column.addWidget(self._month)

    def _show_title(self) -> None:
        self._title.setText(month_and_year(self._month.day))

    def _on_picked(self, day: date) -> None:
        self.hide()
        self.picked.emit(day)


class _Month(QWidget):
    moved = Signal()
    picked = Signal(object)  # date

    def __init__(self, today: date, marks: Marks) -> None:
        super().__init__()
        self.day = self._today = today
        self._mark_of = marks
        self.setFixedSize(QSize(_WEEK + 7 * _CELL, _HEAD + _ROWS * _CELL))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def go(self, day: date) -> None:
        """Put the cursor on `day`."""
        self.day = day
        mark = self._mark_of(day)
        said = (day_with_weekday(day), *([mark.words] if mark else []))
        self.setAccessibleName(": ".join(said))
        self.moved.emit()
        self.update()

    def turn(self, months: int) -> None:
        """Go to the same day of another month, or its last."""
        count = self.day.year * 12 + self.day.month - 1 + months
        first = date(count // 12, count % 12 + 1, 1)
        self.go(min(first + timedelta(days=self.day.day - 1), _last_of(first)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -7,
            Qt.Key.Key_Down: 7,
        }.get(Qt.Key(event.key()))
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if days is not None:
            self.go(self.day + timedelta(days=days))
        elif months is not None:
            self.turn(months)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.day)
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position().toPoint())
        if day is not None:
            self.picked.emit(day)

    def tip_at(self, place: QPoint) -> str:
        """Return what is said of the day there."""
        day = self._day_at(place)
        mark = self._mark_of(day) if day else None
        return mark.words if mark else ""

    def _day_at(self, place: QPoint) -> date | None:
        column, row = (place.x() - _WEEK) // _CELL, (place.y() - _HEAD) // _CELL
        if 0 <= column < 7 and 0 <= row < _ROWS:
            return self._first() + timedelta(days=row * 7 + column)
        return None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(Role.CAPTION))
        for column in range(7):
            name = weekday_name(self._first() + timedelta(days=column))[:3]
            place = QRect(_WEEK + column * _CELL, 0, _CELL, _HEAD)
            draw_text(painter, place, name, Token.INK3, Qt.AlignmentFlag.AlignCenter)
        for row in range(_ROWS):
            self._draw_week(painter, row)
        painter.end()

    def _first(self) -> date:
        start = self.day.replace(day=1)
        return start - timedelta(days=start.weekday())

    def _draw_week(self, painter: QPainter, row: int) -> None:
        monday = self._first() + timedelta(days=row * 7)
        top = _HEAD + row * _CELL
        painter.setFont(font(Role.CAPTION))
        number = str(monday.isocalendar().week)
        place = QRect(0, top, _WEEK - 8, _CELL)
        draw_text(painter, place, number, Token.INK3, Qt.AlignmentFlag.AlignCenter)
        painter.setFont(font(Role.BODY))
        for column in range(7):
            cell = QRect(_WEEK + column * _CELL, top, _CELL, _CELL)
            self._draw_day(painter, cell, monday + timedelta(days=column))

    def _draw_day(self, painter: QPainter, cell: QRect, day: date) -> None:
        ink = Token.INK if day.month == self.day.month else Token.INK3
        inner = cell.adjusted(2, 2, -2, -2)
        mark = self._mark_of(day)
        if mark is not None and mark.shut:
            draw_hatch(painter, inner)
        if day == self.day:
            draw_box(painter, inner, Token.ACCENT, None)
            ink = Token.ON_ACCENT
        elif day == self._today:
            draw_box(painter, inner, Token.ACCENT_SOFT, Token.ACCENT_LINE)
            ink = Token.ACCENT
        draw_text(painter, cell, str(day.day), ink, Qt.AlignmentFlag.AlignCenter)
        if mark is not None and not mark.shut:
            dot = QRect(cell.center().x() - _DOT // 2, inner.bottom() - _DOT - 2, _DOT, _DOT)
            draw_box(painter, dot, ink, None, radius=_DOT / 2)


def _unmarked(_day: date) -> DayMark | None:
    return None


def _last_of(first: date) -> date:
    after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return after - timedelta(days=1)
