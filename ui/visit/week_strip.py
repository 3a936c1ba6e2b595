"""The working days of one week side by side, each with what it holds already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.plan_load import WORKDAYS, DayLoad, load_words, week_words
from app.domain.words import tight_day, weekday_name
from ui.common.fonts import Role, font
from ui.common.icons import draw_icon
from ui.common.paint import RADIUS, draw_box, draw_text
from ui.common.shown import as_shown
from ui.common.tokens import Token, colour

_GAP, _PAD = 4, 6
_HEAD, _HEIGHT = 20, 76
_ICON = 12
_WRAPPED = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)


class WeekStrip(QWidget):
    """Shows what each day of a week holds; `chosen` is the day that is being chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loads: Sequence[DayLoad] = ()
        self._chosen: date | None = None
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_loads(self, loads: Sequence[DayLoad], chosen: date | None) -> None:
        """Show these days."""
        self._loads, self._chosen = loads, chosen
        self.setAccessibleName(week_words(loads))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(WORKDAYS * 92, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(WORKDAYS * 56, _HEIGHT)

    def tip_at(self, place: QPoint) -> str:
        """Return what is said of the day there."""
        here = [n for n in range(len(self._loads)) if self._cell(n).contains(place)]
        return "\n".join(_said(self._loads[here[0]])) if here else ""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, load in enumerate(self._loads):
            self._draw_day(painter, self._cell(number), load)
        painter.end()

    def _cell(self, number: int) -> QRect:
        wide = (self.width() - _GAP * (WORKDAYS - 1)) / WORKDAYS
        left = round(number * (wide + _GAP))
        return QRect(left, 0, round(number * (wide + _GAP) + wide) - left, self.height())

    def _draw_day(self, painter: QPainter, cell: QRect, load: DayLoad) -> None:
        chosen = load.day == self._chosen
        fill = Token.SUNKEN if load.hard else Token.SURFACE
        edge, width = (Token.ACCENT, 2) if chosen else (Token.LINE, 1)
        draw_box(painter, cell, fill, edge, radius=RADIUS, width=width)
        inner = cell.adjusted(_PAD, 4, -_PAD, -4)
        painter.setFont(font(Role.CAPTION_STRONG if chosen else Role.CAPTION))
        name = f"{weekday_name(load.day)[:3].capitalize()} {tight_day(load.day)}"
        draw_text(painter, QRect(inner.left(), inner.top(), inner.width(), 16), name, Token.INK)
        if load.hard:
            place = QRect(inner.right() - _ICON + 1, inner.top() + 2, _ICON, _ICON)
            draw_icon(painter, "ban", place, Token.DANGER)
        words = "\n".join(load_words(load, narrow=True)) or _("free")
        painter.setFont(font(Role.CAPTION))
        painter.setPen(colour(_ink(load)))
        painter.drawText(inner.adjusted(0, _HEAD - 2, 0, 0), _WRAPPED, as_shown(words))


def _ink(load: DayLoad) -> Token:
    if load.hard is None and load.soft is not None:
        return Token.WARN
    return Token.INK2


def _said(load: DayLoad) -> Sequence[str]:
    return load_words(load) or (_("free"),)
