"""The card of how it goes: the charts of the measures, as they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.chart import Chart, ChartLook
from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.measure_chart import MeasureView
from ui.common.button import Button, IconButton, Size
from ui.common.card import Card
from ui.common.card_head import SIDE
from ui.common.chart_view import ChartView, chart_look
from ui.common.desk import Desk
from ui.common.discard import clear
from ui.common.fonts import Role
from ui.common.text import Text
from ui.common.tokens import Token

NARROWEST = 240


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What charts are drawn from, and how."""

    measures: MeasureView
    look: ChartLook
    width: int


class MeasureCard(Card):
    """Draws the charts away from the window's thread; `opened` asks to correct a measure."""

    opened = Signal(object)  # the UUID of a measure

    def __init__(self, desk: Desk) -> None:
        # i18n: Danish: »Fremgang« and »Borgerens egne tal«
        super().__init__(_("Progress"), detail=_("The citizen's own numbers"))
        self._desk = desk
        self._followup_id: FollowupId | None = None
        self._measures: MeasureView | None = None
        self._wanted: _Drawing | None = None  # one that comes late is not shown
        # Laying out a page makes a card narrow and wide again before anybody sees it.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw)
        self.new = Button(_("Add"), icon="plus", size=Size.COMPACT)
        self.new.setObjectName("log_measure")
        self.new.setAccessibleName(_("Log a measure"))
        self.print = IconButton("printer", _("Paper for the citizen"))
        self.print.setObjectName("prepare_progress_sheet")
        self.add_action(self.print)
        self.add_action(self.new)
        self._charts = QWidget()
        self._column = QVBoxLayout(self._charts)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.add(self._charts)

    def show_measures(self, followup_id: FollowupId, measures: MeasureView) -> None:
        """Show the measures of a follow-up."""
        if followup_id != self._followup_id:
            self._charts.setVisible(False)  # until those of this one are drawn
            self._wanted = None
        self._followup_id, self._measures = followup_id, measures
        # i18n: Danish: »Ingen målinger endnu. Spørg, hvor meget af arbejdet borgeren kan klare.«
        empty = _("No measures yet. Ask how much of the work the citizen can do.")
        self.set_empty(None if measures.rows else empty)
        self.print.setVisible(bool(measures.rows))
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

    def _room(self) -> int:
        return max(self.width() - 2 * SIDE - 2, NARROWEST)

    def _draw(self) -> None:
        """Draw the charts, unless they are drawn already, or about to be."""
        if self._measures is None or not self.isVisible():
            return
        wanted = _Drawing(self._measures, chart_look(), self._room())
        if wanted == self._wanted:
            return
        self._wanted = wanted
        charts = self._desk.services.measure.charts
        self._desk.tasks.run(
            lambda: charts(wanted.measures, wanted.look, float(wanted.width)),
            owner=self,
            done=lambda drawn: self._show_charts(wanted, drawn),
        )

    def _show_charts(self, drawing: _Drawing, drawn: Sequence[Chart]) -> None:
        if drawing is not self._wanted:
            return
        self._charts.setVisible(True)
        views = self.findChildren(ChartView)
        if len(views) == len(drawn) and all(
            view.accessibleName() == chart.title for view, chart in zip(views, drawn, strict=True)
        ):
            for view, chart in zip(views, drawn, strict=True):
                view.show_chart(chart)
            return
        clear(self._column)
        for chart in drawn:
            title = Text(chart.title, Role.LABEL, tone=Token.INK, wrap=True)
            title.setContentsMargins(0, 8 if self._column.count() else 0, 0, 0)
            view = ChartView()
            view.show_chart(chart)
            view.opened.connect(self.opened)
            self._column.addWidget(title)
            self._column.addWidget(view)
