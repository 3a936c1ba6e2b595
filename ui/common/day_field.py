"""A field for a day: typed as people write it, said back in words, or picked from a month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.domain.clean import clean_line
from app.domain.language import _
from app.domain.typed import Unreadable, read_day, read_deadline, write_day
from app.domain.words import day_with_weekday, short_weekday_and_day, weekday_name
from ui.common.button import IconButton
from ui.common.calendar_popup import CalendarPopup, Marks
from ui.common.fonts import Role, font
from ui.common.paint import draw_text
from ui.common.text_field import TextField
from ui.common.tokens import Token

_WAYS = (day_with_weekday, short_weekday_and_day, weekday_name)  # longest first


class DayField(TextField):
    """A day as typed. Arrows step by a day, Alt+↓ and F4 open the month, in which `marks` says
    what there is on its days. Where it is `by` when something is done, a week ends on Friday."""

    def __init__(
        self,
        today: Callable[[], date],
        *,
        marks: Marks | None = None,
        by: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder=_("day/month/year"), parent=parent)
        self._today, self._marks = today, marks
        self._read = read_deadline if by else read_day
        self._popup: CalendarPopup | None = None
        self._words = _FittingWords()
        self._words.setVisible(False)
        self._box.row.addWidget(self._words, 1)
        # Tab leads on to the next field: whoever has the keyboard here has Alt+↓.
        pick = IconButton("calendar", _("Pick a day (Alt+↓)"), pressed=self.open_calendar)
        pick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box.row.addWidget(pick)
        self._box.row.setContentsMargins(10, 0, 2, 0)
        self._box.setMaximumWidth(400)
        self._line.setMinimumWidth(84)
        self._line.textChanged.connect(self._show_words)
        self._line.editingFinished.connect(self._on_left)
        self._line.installEventFilter(self)

    def day(self) -> date | None:
        """Return the day typed, if it can be read."""
        try:
            return self._read(self.value(), self._today())
        except Unreadable:
            return None

    def set_day(self, day: date) -> None:
        """Type `day` as a hand would, and report it."""
        self.set_value(write_day(day))
        self._report()

    @override
    def set_name(self, name: str, label: str, help_text: str = "") -> None:
        keys = _("Alt+↓ opens the calendar.")
        super().set_name(name, label, f"{help_text} {keys}".strip())

    def open_calendar(self) -> None:
        """Show the month of the day typed, or of today."""
        if self._popup is None:
            self._popup = CalendarPopup(self._today(), self, self._marks)
            self._popup.picked.connect(self._on_picked)
        corner = self._box.mapToGlobal(QPoint(0, self._box.height() + 4))
        self._popup.open_at(corner, self.day() or self._today())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_F4 and not event.modifiers():
                self.open_calendar()
                return True
            by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
            if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.open_calendar()
            elif by:
                self._step(by)
            if by:
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        day = self.day()
        self.set_day(day + timedelta(days=by) if day else self._today())

    def _on_picked(self, day: date) -> None:
        self.set_day(day)
        self._line.setFocus()

    def _on_left(self) -> None:
        typed = clean_line(self.value())
        if not typed:
            return
        try:
            day = self._read(self.value(), self._today())
        except Unreadable as trouble:
            self.set_problem(str(trouble))
            return
        if not typed[0].isdigit():
            self.set_day(day)  # `tomorrow` is another day tomorrow

    def _show_words(self) -> None:
        day = self.day()
        self._words.set_day(day)
        self._words.setVisible(day is not None)  # else what to write has all the room
        self._line.setAccessibleDescription(self._words.long() or self._help)


class _FittingWords(QWidget):
    """A day in words: the longest way of saying it that fits."""

    def __init__(self) -> None:
        super().__init__()
        self._ways: tuple[str, ...] = ("",)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_day(self, day: date | None) -> None:
        """Say `day`, or nothing."""
        self._ways = tuple(way(day) for way in _WAYS) if day else ("",)
        self.update()

    def long(self) -> str:
        """Return the longest way of saying it."""
        return self._ways[0]

    @override
    def sizeHint(self) -> QSize:
        return QSize(180, 20)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 20)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(Role.SECONDARY))
        measure = painter.fontMetrics().horizontalAdvance
        fitting = next((way for way in self._ways if measure(way) <= self.width()), "")
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        draw_text(painter, self.rect(), fitting, Token.INK2, align)
        painter.end()
