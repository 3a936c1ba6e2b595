"""The register: every practice in a table, found by what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.language import N_, _, ngettext
from app.domain.practice import FORMAT_LABELS, PracticeRow
from app.domain.search import has_words
from app.domain.words import short_day
from ui.common.badge import BadgeLook
from ui.common.bars import EmptyState
from ui.common.button import Button, Kind
from ui.common.card import Card
from ui.common.check import CheckBox
from ui.common.row_model import Column
from ui.common.row_table import RowTable
from ui.common.text_field import TextField
from ui.common.tokens import Tone


def _people(row: PracticeRow) -> str:
    words = [ngettext("{n} doctor", "{n} doctors", row.doctors).format(n=row.doctors)]
    if row.trainees:
        trainees = ngettext("{n} trainee", "{n} trainees", row.trainees)
        words.append(trainees.format(n=row.trainees))
    return " · ".join(words)


def _every(row: PracticeRow) -> str:
    text = ngettext("every week", "every {n} weeks", row.rhythm_weeks)
    return text.format(n=row.rhythm_weeks)


def _day(day: date | None) -> str:
    return short_day(day) if day else _("none")


def _archived(row: PracticeRow) -> BadgeLook | None:
    return BadgeLook(_("Archived"), Tone.NEUTRAL, "archive") if row.archived else None


COLUMNS: tuple[Column[PracticeRow], ...] = (
    Column(N_("Practice"), lambda row: row.name, strong=True, width=180, stretch=2),
    Column(N_("Format"), lambda row: _(FORMAT_LABELS[row.format]), width=100, stretch=1),
    Column(N_("Doctors"), _people, width=200, stretch=1),
    Column(N_("Rhythm"), _every, width=110),
    Column(N_("Last visit"), lambda row: row.last_held_on, _day, width=100),
    Column(N_("Next visit"), lambda row: row.next_on, _day, width=100),
    Column("", lambda row: row.archived, lambda _archived: "", badge=_archived, width=110),
)
_MARK = len(COLUMNS) - 1  # of what is archived


class Register(QWidget):
    """Search field, switch for the archive, table. It tells which practice is wanted."""

    opened = Signal(object)  # PracticeRow
    new_requested = Signal()
    archive_toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[PracticeRow] = ()
        self.search = TextField(placeholder=_("Find a practice"), icon="search")
        self.search.set_name("find_practice", _("Find a practice"))
        self._archived = CheckBox(_("Show the archive too"))
        self._archived.setObjectName("show_archived")
        self.table: RowTable[PracticeRow] = RowTable(COLUMNS, name=_("Practices"), fit=True)
        self.table.keep_place_by(lambda row: row.id)
        self._card = Card()
        self._empty = self._nothing_yet()
        self._build()
        self.search.changed.connect(self._show)
        self.search.submitted.connect(self._on_submitted)
        self._archived.toggled.connect(lambda _on: self.archive_toggled.emit())
        self.table.opened.connect(self.opened)
        self.table.clicked.connect(lambda _index: self.opened.emit(self.table.current_row()))

    def with_archived(self) -> bool:
        """Whether the archive is to be shown too."""
        return self._archived.isChecked()

    def begins(self) -> bool:
        """Whether there is nothing yet, and the register itself offers to begin."""
        return not self._rows

    def set_rows(self, rows: Sequence[PracticeRow]) -> None:
        """Show these practices, or those of them that are searched for."""
        self._rows = rows
        self._show()

    def _show(self) -> None:
        words = self.search.value()
        shown = [row for row in self._rows if not words or has_words(row.name, words)]
        self.table.set_rows(shown)
        self.table.show_column(_MARK, shown=any(row.archived for row in shown))
        self._empty.setVisible(not self._rows)
        self._tools.setVisible(bool(self._rows) or self.with_archived())
        self._card.setVisible(bool(self._rows))
        self.table.setVisible(bool(shown))
        self._card.set_empty(None if shown else _("No practice is called that."))

    def _on_submitted(self) -> None:
        rows = self.table.rows()
        if rows:
            self.opened.emit(rows[0])

    def _build(self) -> None:
        self._tools = QWidget()
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.search.setMaximumWidth(420)
        row.addWidget(self.search, 1)
        row.addWidget(self._archived)
        row.addStretch(1)
        above = QWidget()  # the square table must not paint over the card's round corners
        above.setFixedHeight(4)
        self._card.add(above, flush=True)
        self._card.add(self.table, flush=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for widget in (self._tools, self._card, self._empty):
            column.addWidget(widget)
        column.addStretch(1)

    def _nothing_yet(self) -> EmptyState:
        begin = Button(_("Register a practice"), Kind.PRIMARY, icon="plus", keys="Ctrl+N")
        begin.setObjectName("first_practice")
        begin.clicked.connect(self.new_requested)
        text = _("No practices yet. Register the first one, and Fasthold proposes when to visit.")
        return EmptyState(text, "hospital", begin)
