"""A chart in a window: the very drawing that is printed, with a stop for the keyboard at each mark.

One Tab stop: arrows move from mark to mark and each is read aloud; Enter opens what it is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QByteArray, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.domain.chart import Chart, ChartLook, ChartMark
from ui.common.discard import discard
from ui.common.drawn_surface import DrawnSurface
from ui.common.focus_ring import Ring, set_ring
from ui.common.fonts import FAMILY
from ui.common.paint import draw_box
from ui.common.roving import GroupButton
from ui.common.shown import as_tip
from ui.common.tokens import Token, colour


def chart_look() -> ChartLook:
    """Return the colours of the theme in force, and the window's letters."""
    return ChartLook(
        ink=colour(Token.INK).name(),
        quiet=colour(Token.INK2).name(),
        rule=colour(Token.LINE).name(),
        edge=colour(Token.LINE2).name(),
        accent=colour(Token.ACCENT).name(),
        surface=colour(Token.SURFACE).name(),
        soft=colour(Token.ACCENT_SOFT).name(),
        family=FAMILY,
    )


class _MarkButton(GroupButton):
    """The place of one mark; it draws nothing but where the keyboard is."""

    def __init__(self, mark: ChartMark, parent: QWidget) -> None:
        super().__init__("", mark.said, parent)
        self.setCheckable(False)
        set_ring(self, Ring.NONE)
        self.show_mark(mark)

    def show_mark(self, mark: ChartMark) -> None:
        """Be the place of another mark."""
        self.mark = mark
        self.setText(mark.said)
        self.setAccessibleName(mark.said)
        self.setToolTip(as_tip(mark.said))
        self.setGeometry(round(mark.x), round(mark.y), round(mark.width), round(mark.height))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        painter = QPainter(self)
        draw_box(painter, self.rect(), None, Token.ACCENT, width=2)
        painter.end()


class ChartView(DrawnSurface):
    """Shows one chart at its own size."""

    opened = Signal(object)  # the UUID a mark is about

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._renderer = QSvgRenderer(self)
        self._size = QSize(1, 1)
        self._marks: list[_MarkButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: Chart) -> None:
        """Show `chart`; the keyboard stays at its place."""
        place, focused = self.standing(self._marks)
        self._renderer.load(QByteArray(chart.svg))
        self._size = QSize(round(chart.width), round(chart.height))
        self.setAccessibleName(chart.title)
        self.roving.set_items(())
        for button in self._marks[len(chart.marks) :]:
            discard(button)
        del self._marks[len(chart.marks) :]
        for button, mark in zip(self._marks, chart.marks, strict=False):
            button.show_mark(mark)
        self._marks += [self._button(mark) for mark in chart.marks[len(self._marks) :]]
        self.roving.set_items(self._marks, place)
        if focused and self._marks:
            self.roving.focus(min(place, len(self._marks) - 1))
        self.updateGeometry()
        self.update()

    def marks(self) -> Sequence[GroupButton]:
        """Return the places of the marks, in reading order."""
        return self._marks

    @override
    def sizeHint(self) -> QSize:
        return self._size

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, self._size.height())  # it is drawn anew where the window is narrower

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._renderer.render(painter, QRectF(0, 0, self._size.width(), self._size.height()))
        painter.end()

    def _button(self, mark: ChartMark) -> _MarkButton:
        button = _MarkButton(mark, self)
        button.clicked.connect(lambda: self._open(button.mark.about))
        button.show()
        return button

    def _open(self, about: UUID | None) -> None:
        if about is not None:
            self.opened.emit(about)
