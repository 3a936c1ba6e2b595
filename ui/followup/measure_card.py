"""The card of how it goes: the charts of the measures, as they are printed."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.measure_chart import MeasureView
from ui.common.button import Button, IconButton, Size
from ui.common.card import Card
from ui.common.chart_column import ChartColumn
from ui.common.desk import Desk


class MeasureCard(Card):
    """Draws the charts away from the window's thread; `opened` asks to correct a measure."""

    opened = Signal(object)  # the UUID of a measure

    def __init__(self, desk: Desk) -> None:
        # i18n: Danish: »Fremgang« and »Borgerens egne tal«
        super().__init__(_("Progress"), detail=_("The citizen's own numbers"))
        self._followup_id: FollowupId | None = None
        self.new = Button(_("Add"), icon="plus", size=Size.COMPACT)
        self.new.setObjectName("log_measure")
        self.new.setAccessibleName(_("Log a measure"))
        self.print = IconButton("printer", _("Paper for the citizen"))
        self.print.setObjectName("prepare_progress_sheet")
        self.add_action(self.print)
        self.add_action(self.new)
        self._charts = ChartColumn(desk.tasks, desk.services.measure.charts)
        self._charts.opened.connect(self.opened)
        self.add(self._charts)

    def show_measures(self, followup_id: FollowupId, measures: MeasureView) -> None:
        """Show the measures of a follow-up."""
        fresh, self._followup_id = followup_id != self._followup_id, followup_id
        # i18n: Danish: »Ingen målinger endnu. Spørg, hvor meget af arbejdet borgeren kan klare.«
        empty = _("No measures yet. Ask how much of the work the citizen can do.")
        self.set_empty(None if measures.rows else empty)
        self.print.setVisible(bool(measures.rows))
        self._charts.show_charts_of(measures, fresh=fresh)
