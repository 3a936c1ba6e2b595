"""Which follow-up a new roundtable belongs to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.followup import FollowupId
from app.domain.followup_sheet import FollowupRow
from app.domain.language import _
from app.domain.search import finder
from ui.common.button import Button
from ui.common.card import Card
from ui.common.dialog import Dialog
from ui.common.rows import AT_ONCE, Row, RowList
from ui.common.text_field import TextField


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
    rows = RowList()
    rows.setObjectName("followups")
    rows.show_first(running, _row)
    card = Card()
    card.add(rows, flush=True)
    if len(running) > AT_ONCE:
        dialog.body.addWidget(_search(running, rows, card))
    dialog.body.addWidget(card)
    dialog.body.addStretch(1)
    cancel = dialog.add_button(Button(_("Cancel"), keys="Esc", pressed=dialog.reject))
    cancel.setObjectName("cancel")
    rows.opened.connect(lambda _key: dialog.accept())
    rows.opened.connect(then)
    if len(running) <= AT_ONCE:
        rows.setFocus()
    dialog.open()
    return dialog


def _search(running: Sequence[FollowupRow], rows: RowList, card: Card) -> TextField:
    """Return what finds one among many: only those are shown whose name or number holds it."""
    search = TextField(placeholder=_("Find a citizen"), icon="search")
    search.set_name("find_citizen", _("Find a citizen"))

    def show() -> None:
        holds = finder(search.value())
        found = [row for row in running if holds(f"{row.citizen} {row.number}")]
        rows.show_first(found, _row)
        card.set_empty(None if found else _("Nobody here is called that."))

    search.changed.connect(show)
    search.submitted.connect(rows.setFocus)
    return search


def _row(one: FollowupRow) -> Row:
    return Row(one.citizen, f"{one.number} · {one.employer}", key=one.id)
