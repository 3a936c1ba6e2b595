"""Which follow-up a new roundtable belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.followup import FollowupId
from app.domain.followup_sheet import FollowupRow
from app.domain.language import _
from ui.common.button import Button
from ui.common.card import Card
from ui.common.dialog import Dialog
from ui.common.rows import Row, RowList


def choose_followup(
    parent: QWidget, followups: Sequence[FollowupRow], then: Callable[[FollowupId], object]
) -> Dialog | None:
    """Ask for one of the running follow-ups whose consent holds; with one alone, take that."""
    running = [row for row in followups if row.consent_live and row.ended_on is None]
    if len(running) <= 1:
        for row in running:
            then(row.id)
        return None
    dialog = Dialog(_("Whose roundtable is it?"), parent, width=520)
    rows = RowList(
        [Row(row.citizen, f"{row.number} · {row.employer}", key=row.id) for row in running]
    )
    rows.setObjectName("followups")
    card = Card()
    card.add(rows, flush=True)
    dialog.body.addWidget(card)
    dialog.body.addStretch(1)
    cancel = dialog.add_button(Button(_("Cancel"), keys="Esc", pressed=dialog.reject))
    cancel.setObjectName("cancel")
    rows.opened.connect(lambda _key: dialog.accept())
    rows.opened.connect(then)
    rows.setFocus()
    dialog.open()
    return dialog
