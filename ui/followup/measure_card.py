"""The card of how it goes: the charts of the measures, as they are printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.chart import Chart
from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.problem import NotFound
from ui.common.button import Button, IconButton, Size
from ui.common.card import Card
from ui.common.card_head import SIDE
from ui.common.chart_view import ChartView, chart_look
from ui.common.desk import Desk
from ui.common.discard import clear
from ui.common.errors import show_error
from ui.common.fonts import Role
from ui.common.text import Text
from ui.common.tokens import Token

NARROWEST = 240


class MeasureCard(Card):
    """Draws the charts away from the window's thread; `opened` asks to correct a measure."""

    opened = Signal(object)  # the UUID of a measure

    def __init__(self, desk: Desk) -> None:
        # i18n: Danish: »Fremgang« and »Borgerens egne tal«
        super().__init__(_("Progress"), detail=_("The citizen's own numbers"))
        self._desk = desk
        self._followup_id: FollowupId | None = None
        self._asked = 0  # which drawing is wanted: one that comes late is not shown
        self._width = 0
        self.new = Button(_("Add"), icon="plus", size=Size.COMPACT)
        self.new.setObjectName("log_measure")
        self.new.setAccessibleName(_("Log a measure"))
        self.print = IconButton("printer", _("Paper for the citizen"))
        self.print.setObjectName("prepare_progress_sheet")
        self.add_action(self.print)
        self.add_action(self.new)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.add(content)

    def show_followup(self, followup_id: FollowupId, count: int) -> None:
        """Show the measures of a follow-up, of which there are `count`."""
        if followup_id != self._followup_id:
            clear(self._column)
        self._followup_id = followup_id
        # i18n: Danish: »Ingen målinger endnu. Spørg, hvor meget af arbejdet borgeren kan klare.«
        empty = _("No measures yet. Ask how much of the work the citizen can do.")
        self.set_empty(None if count else empty)
        self.print.setVisible(bool(count))
        self._draw()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._room() != self._width:
            self._draw()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _room(self) -> int:
        return max(self.width() - 2 * SIDE - 2, NARROWEST)

    def _draw(self) -> None:
        followup_id = self._followup_id
        if followup_id is None:
            return
        self._asked += 1
        self._width = self._room()
        number, look, width = self._asked, chart_look(), float(self._width)
        measures = self._desk.services.measure
        self._desk.tasks.run(
            lambda: measures.charts(followup_id, look, width),
            owner=self,
            done=lambda drawn: self._show_charts(number, drawn),
            failed=self._on_failed,
        )

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, NotFound):  # erased meanwhile: the page goes back by itself
            show_error(self, error)

    def _show_charts(self, number: int, drawn: Sequence[Chart]) -> None:
        if number != self._asked:
            return
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
