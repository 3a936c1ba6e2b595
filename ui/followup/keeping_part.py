"""How long the person on the page is kept: the band of a restriction, the card, what is closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.followup import FollowupId
from app.domain.followup_sheet import FollowupSheet
from app.domain.restriction import closed_by_restriction
from ui.common.desk import Desk
from ui.common.tokens import Tone
from ui.keeping.closed import Closed
from ui.keeping.keeping_acts import KeepingActs
from ui.keeping.keeping_card import KeepingCard
from ui.keeping.restriction_band import RestrictionBand


class KeepingPart:
    """Holds `band` and `card`, and closes `controls` while the person is restricted."""

    def __init__(self, desk: Desk, page: QWidget, controls: Sequence[QWidget]) -> None:
        self._desk = desk
        self.band, self.card = RestrictionBand(), KeepingCard()
        self.acts = KeepingActs(desk, page)
        self._closed = Closed(controls)
        self._sheet: FollowupSheet | None = None
        self._connect()

    def open(self) -> None:
        """Let the controls be as they are without a restriction."""
        self._closed.open()

    def show_sheet(self, sheet: FollowupSheet, today: date) -> None:
        """Say how long the person of `sheet` is kept; close what a restriction closes."""
        self._sheet = sheet
        self.card.show_sheet(sheet, today)
        self.band.show_restriction(sheet.restriction)
        if sheet.restriction is not None:
            self._closed.close(closed_by_restriction())

    def if_open(self, act: Callable[[], object]) -> None:
        """Do `act`, unless the person is restricted: then say why not."""
        if self._closed.is_closed:
            self._desk.message.say(closed_by_restriction(), tone=Tone.WARN)
        else:
            act()

    def _connect(self) -> None:
        card, acts = self.card, self.acts
        self.band.lift_requested.connect(lambda: acts.lift_restriction(self._id()))
        card.hold.clicked.connect(lambda: acts.hold(self._id()))
        card.change.clicked.connect(self._change_hold)
        card.let_go.clicked.connect(lambda: acts.lift_hold(self._id()))
        card.restrict.clicked.connect(lambda: acts.restrict(self._id()))

    def _change_hold(self) -> None:
        if self._sheet is not None and self._sheet.held is not None:
            self.acts.hold_on(self._sheet.held)

    def _id(self) -> FollowupId:
        if self._sheet is None:
            raise RuntimeError("nothing is shown yet")
        return self._sheet.row.id
