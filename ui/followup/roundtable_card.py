"""The card of the roundtables of one follow-up."""

from __future__ import annotations

from app.domain.followup_sheet import FollowupSheet
from app.domain.language import _
from app.domain.roundtable import RoundtableRow
from app.domain.words import long_day
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.news import News
from ui.common.rows import Row, RowList
from ui.common.shown import as_tip
from ui.roundtable.state import state_badge


class RoundtableCard(Card):
    """Lists the roundtables; `list.opened` asks for one, `plan` for another."""

    def __init__(self) -> None:
        super().__init__(_("Roundtables"))
        self._news = News()
        self.list = RowList()
        self.plan = Button(_("Plan"), Kind.QUIET, icon="plus", size=Size.COMPACT)
        self.plan.setObjectName("plan_roundtable")
        self.plan.setAccessibleName(_("Plan a roundtable"))
        self.add_action(self.plan)
        self.add(self.list, flush=True)

    def show_sheet(self, sheet: FollowupSheet) -> None:
        """Show the roundtables of `sheet`; none is planned without a consent that holds."""
        live = sheet.row.consent_live
        if not self._news.are(live, sheet.roundtables):
            return
        self.plan.setEnabled(live)
        self.plan.setToolTip(as_tip("" if live else _("Record a new consent first.")))
        self.set_detail("" if live else _("No consent holds."))
        self.list.show_things([("", sheet.roundtables)], _row)
        self.set_empty(None if sheet.roundtables else _("No roundtable yet."))


def _row(roundtable: RoundtableRow) -> Row:
    version = _("Version {number}").format(number=roundtable.version)
    detail = " · ".join(part for part in (version, roundtable.place) if part)
    badge = state_badge(roundtable.status)
    return Row(long_day(roundtable.day), detail, key=roundtable.id, trailing=[badge])
