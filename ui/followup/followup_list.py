"""The list of follow-ups, and above it those whose doctor passed on a yes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.followup import OUTCOME_LABELS
from app.domain.followup_sheet import FollowupRow, RelayedRow
from app.domain.language import N_, _
from ui.common.badge import BadgeLook
from ui.common.bars import EmptyState
from ui.common.button import Button, Kind
from ui.common.card import Card
from ui.common.page_header import PageHeader
from ui.common.row_model import Column
from ui.common.row_table import RowTable
from ui.common.segments import Segments, name_parts
from ui.common.tokens import Tone
from ui.followup.relayed_card import RelayedCard

RUNNING, ARCHIVED = "running", "archived"


def _state(row: FollowupRow) -> BadgeLook:
    if row.outcome is not None:
        return BadgeLook(_(OUTCOME_LABELS[row.outcome]), Tone.NEUTRAL, "circle-check")
    if row.consent_live:
        return BadgeLook(_("Consent holds"), Tone.OK, "shield-check")
    return BadgeLook(_("No consent"), Tone.DANGER, "ban")


COLUMNS: tuple[Column[FollowupRow], ...] = (
    Column(N_("Number"), lambda row: row.number, width=80),
    Column(N_("Citizen"), lambda row: row.citizen, strong=True, width=160, stretch=1),
    Column(N_("Employer"), lambda row: row.employer, width=170, stretch=2),
    Column(N_("State"), lambda row: _state(row).text, badge=_state, width=170, stretch=1),
    Column(N_("Next task"), lambda row: row.next_task, width=150, stretch=3),
)


class FollowupList(QWidget):
    """Newest number first; `opened` asks for one."""

    opened = Signal(object)  # FollowupId
    shown_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.relayed = RelayedCard()
        self.table: RowTable[FollowupRow] = RowTable(COLUMNS, name=_("Follow-ups"), fit=True)
        self.table.keep_place_by(lambda row: row.id)
        self._which = Segments(
            ((RUNNING, _("Running")), (ARCHIVED, _("Archived"))), name=_("Which follow-ups")
        )
        name_parts("which", _("Which follow-ups"), self._which.parts())
        self._which.set_value(RUNNING)
        self.form = _button(_("Blank consent form"), "file-text", "prepare_blank_form")
        self.new = _button(_("New follow-up"), "plus", "begin", Kind.PRIMARY, "Ctrl+N")
        self.relay = _button(_("Record a relayed yes"), "stethoscope", "record_relayed")
        self.code = _button(_("The citizen says a code"), "phone-incoming", "ask_code")
        self._card = Card()
        self._empty = EmptyState("", "route")
        self._build()
        self.table.opened.connect(lambda row: self.opened.emit(row.id))
        self._which.chosen.connect(lambda _code: self.shown_changed.emit())

    def archived(self) -> bool:
        """Return whether the archive is asked for."""
        return self._which.value() == ARCHIVED

    def show_rows(
        self, rows: Sequence[FollowupRow], relayed: Sequence[RelayedRow], today: date
    ) -> None:
        """Show these."""
        self.relayed.show_rows(relayed, today)
        self.table.set_rows(rows)
        self._card.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._empty.set_text(
            _("Nothing is in the archive.")
            if self.archived()
            else _("No follow-ups yet. They begin with a yes from the citizen.")
        )

    def _build(self) -> None:
        header = PageHeader(_("Follow-ups"))
        header.add_beside(self._which)
        for button in (self.form, self.code, self.relay, self.new):
            header.add_action(button)
        self._card.add(self.table, flush=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(header)
        column.addWidget(self.relayed)
        column.addWidget(self._card)
        column.addWidget(self._empty, 1)
        column.addStretch(1)


def _button(
    words: str, icon: str, name: str, kind: Kind = Kind.SECONDARY, keys: str = ""
) -> Button:
    button = Button(words, kind, icon=icon, keys=keys)
    button.setObjectName(name)
    return button
