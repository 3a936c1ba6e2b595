"""The card of the hours ladder: its steps, what it leaves open, and the chart as it is printed."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal

from app.domain.consent import Information
from app.domain.hours_ladder import open_ends
from app.domain.language import _
from app.domain.roundtable import RoundtableId, RoundtableSheet
from app.domain.words import hours
from ui.common.chart_column import ChartColumn
from ui.common.desk import Desk
from ui.common.fonts import Role
from ui.common.text import Text
from ui.common.tokens import Token
from ui.roundtable.line_table import DELETE, LineTable, Share
from ui.roundtable.plan_card import PlanCard, inset, new_button
from ui.roundtable.plan_lines import step_lines


class HoursCard(PlanCard):
    """Steps of hours a week; Delete on one asks whether it goes."""

    removed = Signal(object)  # the step's UUID

    def __init__(self, desk: Desk) -> None:
        shares = (Share("", 6), Share("", 14), Share("", 8), Share("", 26))
        table = LineTable(_("Hours a week"), shares, headed=False, keys=(DELETE,))
        # i18n: Danish: »Timer pr. uge« and »Nyt trin«
        new = new_button(_("New step"), "add_step")
        super().__init__(_("Hours a week"), table, new, (Information.HOURS,))
        self._editable = False
        self._shown: RoundtableId | None = None
        self._open_ends = Text("", Role.SECONDARY, tone=Token.INK2, wrap=True)
        self._open = inset(self._open_ends, below=0)
        self._chart: ChartColumn[RoundtableSheet] = ChartColumn(
            desk.tasks, desk.services.roundtable.charts, titled=False
        )
        self.add(self._open, flush=True)
        self.add(inset(self._chart), flush=True)
        table.keyed.connect(self._on_keyed)

    def show_sheet(self, sheet: RoundtableSheet, *, editable: bool) -> None:
        """Show the ladder of `sheet`."""
        fresh, self._shown = sheet.row.id != self._shown, sheet.row.id
        self._editable = editable
        agreed = hours(sheet.weekly_hours) if sheet.weekly_hours else ""
        self.set_detail(_("of {hours}").format(hours=agreed) if agreed else "")
        self.show_lines(step_lines(sheet, opens=editable), _("No steps yet."), editable=editable)
        said = " ".join(open_ends(sheet.ladder, sheet.facts.review_on))
        self._open_ends.setText(said)
        self._open.setVisible(bool(said))
        self._chart.show_charts_of(sheet, fresh=fresh)

    def _on_keyed(self, key: UUID, _name: str) -> None:
        if self._editable:
            self.removed.emit(key)
