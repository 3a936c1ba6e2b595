"""The list of roundtables."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.language import N_, _
from app.domain.roundtable import RoundtableRow
from app.domain.words import long_day, short_day
from ui.common.bars import EmptyState
from ui.common.button import Button, Kind
from ui.common.card import Card
from ui.common.page_header import PageHeader
from ui.common.row_model import Column
from ui.common.row_table import RowTable
from ui.common.stopped import Stopped
from ui.roundtable.state import state_look

COLUMNS: tuple[Column[RoundtableRow], ...] = (
    Column(N_("Day"), lambda row: row.day, long_day, width=148, strong=True),
    Column(N_("Citizen"), lambda row: row.citizen, width=150, stretch=1),
    Column(N_("Employer"), lambda row: row.employer, width=170, stretch=2),
    Column(N_("State"), lambda row: row.status.value, badge=lambda row: state_look(row.status)),
    Column(N_("Version"), lambda row: row.version, str, width=80),
    Column(
        N_("Followed up"),
        lambda row: row.review_on,
        lambda day: short_day(day) if day else "",
        width=110,
    ),
)


class RoundtableList(QWidget):
    """Newest first; `opened` asks for one, `new_requested` for another."""

    opened = Signal(object)  # RoundtableId
    new_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table: RowTable[RoundtableRow] = RowTable(COLUMNS, name=_("Roundtables"), fit=True)
        self.table.keep_place_by(lambda row: row.id)
        new = Button(_("Plan a roundtable"), Kind.PRIMARY, icon="plus", keys="Ctrl+N")
        new.setObjectName("plan_roundtable")
        self._new = Stopped(new)
        self._card = Card()
        self._empty = EmptyState("", "users")
        self._build()
        new.clicked.connect(self.new_requested)
        self.table.opened.connect(lambda row: self.opened.emit(row.id))

    def show_rows(self, rows: Sequence[RoundtableRow], *, may: bool) -> None:
        """Show these roundtables; a new one `may` come if there is a follow-up whose consent
        holds."""
        self.table.set_rows(rows)
        self._card.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._new.set_stopped(
            None if may else _("First begin a follow-up: a roundtable needs a consent that holds.")
        )
        self._empty.set_text(
            _("No roundtables yet. Plan the first when the citizen and the employer are ready.")
            if may
            else _("No roundtables yet. They belong to a follow-up.")
        )

    def _build(self) -> None:
        header = PageHeader(_("Roundtables"))
        header.add_action(self._new)
        self._card.add(self.table, flush=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(header)
        column.addWidget(self._card)
        column.addWidget(self._empty, 1)
        column.addStretch(1)
