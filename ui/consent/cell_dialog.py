"""One cell of the matrix, opened: what it says, how it came about, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.consent import DIRECTION_SENTENCES, INFORMATION_LABELS, ConsentStatus
from app.domain.followup_sheet import ConsentRow
from app.domain.language import _
from ui.common.button import Button, Kind, Size
from ui.common.dialog import Dialog
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.text import Text
from ui.consent.matrix_rows import CellState, MatrixCell, MatrixRow
from ui.consent.record_lines import record_grid


@dataclass(frozen=True, slots=True, kw_only=True)
class CellActs:
    """What the window of a cell can ask for."""

    give: Callable[[MatrixRow, MatrixCell], object]
    refuse: Callable[[MatrixRow, MatrixCell], object]
    withdraw: Callable[[MatrixCell], object]
    fulfil: Callable[[MatrixCell], object]
    invalidate: Callable[[MatrixCell], object]
    correct_original: Callable[[ConsentRow], object]


def open_cell(
    parent: QWidget, row: MatrixRow, cell: MatrixCell, consent: ConsentRow | None, acts: CellActs
) -> Dialog:
    """Show one cell; `consent` is the yes or no behind it, if there was one."""
    dialog = Dialog(_("Consent"), parent, width=560)
    words = _("To {direction} {party} about {information}.").format(
        direction=_(DIRECTION_SENTENCES[row.direction]),
        party=row.party.facts.name,
        information=_(INFORMATION_LABELS[cell.information]).lower(),
    )
    dialog.body.addWidget(Text(words, Role.BODY, wrap=True))
    state = Text(cell.sentence(), Role.ROW_TITLE, wrap=True)
    state.setObjectName("state")
    dialog.body.addWidget(state)
    effect = Text(cell.effect(), Role.SECONDARY, wrap=True)
    effect.setObjectName("effect")
    dialog.body.addWidget(effect)
    if consent is not None and consent.status is not ConsentStatus.REFUSED:
        dialog.body.addWidget(record_grid(consent))
    dialog.body.addWidget(_seldom(dialog, row, cell, consent, acts))
    dialog.body.addStretch(1)
    _add_buttons(dialog, row, cell, acts)
    dialog.open()
    return dialog


def _seldom(
    dialog: Dialog,
    row: MatrixRow,
    cell: MatrixCell,
    consent: ConsentRow | None,
    acts: CellActs,
) -> QWidget:
    """Return what is asked for seldom: small, so that no hand takes it for another."""
    held = QWidget()
    flow = FlowLayout(held, gap=4, line_gap=4)
    offered: list[tuple[str, str, str, Callable[[], object]]] = []
    if cell.holds:
        offered += [
            (_("The purpose is reached"), "check-check", "fulfil", lambda: acts.fulfil(cell)),
            (
                _("Recorded for the wrong party"),
                "triangle-alert",
                "invalidate",
                lambda: acts.invalidate(cell),
            ),
        ]
    elif cell.state is not CellState.REFUSED:
        offered.append((_("They said no"), "hand", "refuse", lambda: acts.refuse(row, cell)))
    if consent is not None and consent.original_wanted:
        correct = partial(acts.correct_original, consent)
        offered.append((_("The original …"), "pencil", "correct_original", correct))
    for label, icon, name, act in offered:
        button = Button(label, Kind.QUIET, icon=icon, size=Size.COMPACT)
        button.setObjectName(name)
        button.clicked.connect(dialog.accept)
        button.clicked.connect(act)
        flow.addWidget(button)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    held.setSizePolicy(policy)
    held.setVisible(bool(offered))
    return held


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
