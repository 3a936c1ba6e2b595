"""The adjustments one has added to the catalogue."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.adjustment import AdjustmentRow
from app.domain.flag_choice import FUNCTION_LABELS
from app.domain.language import _, language
from ui.common.button import Button, Size
from ui.common.card import Card
from ui.common.desk import Desk
from ui.common.rows import Row, RowList
from ui.roundtable.adjustment_acts import AdjustmentActs
from ui.roundtable.adjustment_picker import AdjustmentPicker


class AdjustmentCard(Card):
    """Lists them; the whole catalogue is one press away."""

    def __init__(self, desk: Desk, acts: AdjustmentActs, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Egne tilpasninger«
        super().__init__(_("My own adjustments"), icon="hand-helping", parent=parent)
        self._desk, self._adjustments = desk, desk.services.adjustment
        # i18n: Danish: »Hele kataloget«
        whole = Button(_("The whole catalogue"), size=Size.COMPACT, pressed=self._show_whole)
        whole.setObjectName("show_catalogue")
        add = Button(_("Add"), size=Size.COMPACT, icon="plus", pressed=acts.add_adjustment)
        add.setObjectName("add_adjustment")
        add.setAccessibleName(_("Add an adjustment of your own"))
        self._acts = acts
        self.add_action(whole)
        self.add_action(add)
        self._list = RowList()
        self._list.setObjectName("own_adjustments")
        self._list.opened.connect(self._open)
        self.add(self._list, flush=True)

    def show_state(self) -> None:
        """Show the lines as they are saved."""
        own = self._adjustments.own_adjustments()
        hidden = self._adjustments.hidden_adjustments("da" if language() == "da" else "en")
        rows = (*own, *hidden)
        self._list.set_rows([_row(row) for row in rows])
        self.set_count(len(own) or None)
        # i18n: Danish: »Ingen. Det, du føjer til, står øverst, når du vælger en tilpasning til en
        # aftale.«
        empty = _("None. What you add stands first when you choose an adjustment.")
        self.set_empty(None if rows else empty)

    def _show_whole(self) -> None:
        picker = AdjustmentPicker(self._adjustments, "", self._use, self)
        picker.offer_own(lambda like, over: AdjustmentActs(self._desk, over).add_adjustment(like))
        picker.open()

    def _open(self, one: AdjustmentRow) -> None:
        """Correct a line of one's own; one that is hidden is shown again."""
        if one.id is not None:
            self._acts.correct_adjustment(one.id)
        else:
            self._acts.show_again(one)

    def _use(self, one: AdjustmentRow, _spoken: str) -> None:
        """Open a line of one's own; one that came with Fasthold begins a new one like it."""
        if one.id is not None:
            self._acts.correct_adjustment(one.id)
        else:
            self._acts.change_shipped(one)


def _row(row: AdjustmentRow) -> Row:
    function = _(FUNCTION_LABELS[row.facts.function])
    if row.id is None:
        # i18n: Danish: »{function} · skjult. Tryk for at vise den igen.«
        function = _("{function} · hidden. Press to show it again.").format(function=function)
    return Row(row.facts.text, function, key=row, wrap=True)
