"""One cell of the matrix, opened: what it says, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.domain.consent import DIRECTION_SENTENCES, INFORMATION_LABELS
from app.domain.language import _
from ui.common.button import Button, Kind
from ui.common.dialog import Dialog
from ui.common.fonts import Role
from ui.common.text import Text
from ui.consent.matrix_rows import MatrixCell, MatrixRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CellActs:
    """What the window of a cell can ask for."""

    give: Callable[[MatrixRow, MatrixCell], object]
    withdraw: Callable[[MatrixCell], object]


def open_cell(parent: QWidget, row: MatrixRow, cell: MatrixCell, acts: CellActs) -> Dialog:
    """Show one cell."""
    dialog = Dialog(_("Consent"), parent, width=480)
    words = _("To {direction} {party} about {information}.").format(
        direction=_(DIRECTION_SENTENCES[row.direction]),
        party=row.party.facts.name,
        information=_(INFORMATION_LABELS[cell.information]).lower(),
    )
    dialog.body.addWidget(Text(words, Role.BODY, wrap=True))
    state = Text(cell.sentence(), Role.ROW_TITLE, wrap=True)
    state.setObjectName("state")
    dialog.body.addWidget(state)
    dialog.body.addStretch(1)
    _add_buttons(dialog, row, cell, acts)
    dialog.open()
    return dialog


def _add_buttons(dialog: Dialog, row: MatrixRow, cell: MatrixCell, acts: CellActs) -> None:
    close = dialog.add_button(Button(_("Close"), keys="Esc", pressed=dialog.reject))
    close.setObjectName("close")
    if cell.holds:
        back = Button(_("Withdraw now"), Kind.DESTRUCTIVE, icon="circle-x")
        back.clicked.connect(dialog.accept)
        back.clicked.connect(lambda: acts.withdraw(cell))
        dialog.add_button(back).setObjectName("withdraw_cell")
    give = Button(_("Renew") if cell.holds else _("Record a yes"), Kind.PRIMARY, icon="check")
    give.clicked.connect(dialog.accept)
    give.clicked.connect(lambda: acts.give(row, cell))
    dialog.add_button(give).setObjectName("grant")
    give.setFocus()
