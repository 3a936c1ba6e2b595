"""Charts one above the other, drawn away from the window's thread and as wide as there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.chart import Chart, ChartLook
from ui.common.chart_view import ChartView, chart_look
from ui.common.discard import clear
from ui.common.fonts import Role
from ui.common.tasks import TaskRunner
from ui.common.text import Text
from ui.common.tokens import Token

NARROWEST = 240
What = TypeVar("What")
Draw = Callable[[What, ChartLook, float], Sequence[Chart]]


@dataclass(frozen=True, slots=True)
class _Drawing(Generic[What]):
    """What charts are drawn from, and how."""

    what: What
    look: ChartLook
    width: int


class ChartColumn(QWidget, Generic[What]):
    """Shows the charts that `draw` makes; `opened` tells what a mark is about. Where the charts are
    one in several lines, they are not `titled`."""

    opened = Signal(object)  # UUID

    def __init__(self, tasks: TaskRunner, draw: Draw[What], *, titled: bool = True) -> None:
        super().__init__()
        self._tasks, self._draw_charts, self._titled = tasks, draw, titled
        self._what: What | None = None
        self._wanted: _Drawing[What] | None = None  # one that comes late is not shown
        # Laying out a page makes a card narrow and wide again before anybody sees it.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw)
        self._charts = QWidget()
        self._column = QVBoxLayout(self._charts)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._charts)

    def show_charts_of(self, what: What, *, fresh: bool) -> None:
        """Draw `what`; where it is a `fresh` thing, nothing is shown until that is done."""
        if fresh:
            self._charts.setVisible(False)
            self._wanted = None
        self._what = what
        if self.isVisible():
            self._draw()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._soon.start()

    def _draw(self) -> None:
        """Draw the charts, unless they are drawn already, or about to be."""
        if self._what is None or not self.isVisible():
            return
        wanted = _Drawing(self._what, chart_look(), max(self.width(), NARROWEST))
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._tasks.run(
            lambda: self._draw_charts(wanted.what, wanted.look, float(wanted.width)),
            owner=self,
            done=lambda drawn: self._show_charts(wanted, drawn),
        )

    def _show_charts(self, drawing: _Drawing[What], drawn: Sequence[Chart]) -> None:
        if drawing is not self._wanted:
            return
        self._charts.setVisible(bool(drawn))
        views = self.findChildren(ChartView)
        if [view.accessibleName() for view in views] == [chart.title for chart in drawn]:
            for view, chart in zip(views, drawn, strict=True):
                view.show_chart(chart)
            return
        clear(self._column)
        for chart in drawn:
            self._add(chart)

    def _add(self, chart: Chart) -> None:
        if self._titled:
            title = Text(chart.title, Role.LABEL, tone=Token.INK, wrap=True)
            title.setContentsMargins(0, 8 if self._column.count() else 0, 0, 0)
            self._column.addWidget(title)
        view = ChartView()
        view.show_chart(chart)
        view.opened.connect(self.opened)
        self._column.addWidget(view)
