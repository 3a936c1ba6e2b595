"""What was promised at the visits to a practice, and what has been done of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.language import _, ngettext
from app.domain.visit_note import Promiser, PromiseRow
from app.domain.words import long_day
from ui.common.card import Card
from ui.common.rows import Row, RowList, tick_row

_DONE_SHOWN = 6


class PromiseCard(Card):
    """Promises of both sides, those not done first; Space ticks one off."""

    ticked = Signal(object, bool)  # PromiseId, and whether it is done

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Promised and done"), parent=parent)
        self._list = RowList()
        self._list.setObjectName("promises")
        self._list.ticked.connect(self.ticked)
        self.add(self._list, flush=True)

    def show_promises(self, promises: Sequence[PromiseRow]) -> None:
        """Show these promises, which come newest first."""
        owed = [row for row in promises if not row.kept]
        done = [row for row in promises if row.kept]
        self._list.set_rows([_row(row) for row in (*owed, *done[:_DONE_SHOWN])])
        left = ngettext("{n} not done yet", "{n} not done yet", len(owed))
        self.set_detail(left.format(n=len(owed)) if owed else _("all done"))
        self.set_empty(None if promises else _("Nothing has been promised yet."))


def _row(row: PromiseRow) -> Row:
    who = _("The practice") if row.facts.who is Promiser.DOCTOR else _("Me")
    parts = [who, _("promised {day}").format(day=long_day(row.made_on))]
    if row.facts.due_on is not None:
        parts.append(_("by {day}").format(day=long_day(row.facts.due_on)))
    return tick_row(row.facts.what, " · ".join(parts), done=row.kept, key=row.id, opens=False)
