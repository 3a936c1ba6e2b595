"""The card with the consent matrix, what its marks mean, and the words to read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.consent_fall import FALL_LABELS, Fall
from app.domain.followup_sheet import FollowupSheet
from app.domain.language import _
from app.domain.words import long_day
from ui.common.button import Button, IconButton, Kind, Size
from ui.common.card import Card
from ui.common.discard import clear
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.news import News
from ui.common.notice import Notice
from ui.common.text import Text
from ui.common.tokens import Token, Tone
from ui.consent.history import fall_words
from ui.consent.matrix import LOOKS, ConsentMatrix
from ui.consent.matrix_rows import CellState, MatrixRow


class ConsentCard(Card):
    """Who may hear what, and how long; above it what fell and somebody is still to be told of."""

    fall_requested = Signal(object)  # the Fall

    def __init__(self, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Samtykke« and »Hvem må få hvad, og hvor længe«
        super().__init__(_("Consent"), detail=_("Who may hear what, and for how long"))
        self._news = News()
        self.matrix = ConsentMatrix()
        # i18n: Danish: »Læs op for borgeren«
        self.aloud = _quiet(_("Read aloud"), "volume-2", "read_aloud")
        self.history = IconButton("history", _("Every consent"))
        self.history.setObjectName("show_history")
        self.grant = _quiet(_("Record a consent"), "plus", "grant")
        for act in (self.aloud, self.history, self.grant):
            self.add_action(act)
        self._falls = QVBoxLayout()
        self._falls.setContentsMargins(0, 0, 0, 0)
        self._falls.setSpacing(8)
        self._open_falls = QWidget()
        self._open_falls.setLayout(self._falls)
        self.add(self._open_falls)
        self.add(self.matrix)
        self.add_rule()
        self.add(_Legend(), flush=True)
        if parent is not None:
            self.setParent(parent)

    def show_sheet(self, sheet: FollowupSheet, rows: Sequence[MatrixRow]) -> None:
        """Show these rows; without any party there is nothing to consent to."""
        if not self._news.are(sheet.falls, rows):
            return
        clear(self._falls)
        to_note = [fall for fall in sheet.falls if fall.open]
        for fall in to_note:
            self._falls.addWidget(self._notice(fall))
        self._open_falls.setVisible(bool(to_note))
        self.matrix.set_rows(rows)
        self.grant.setEnabled(bool(rows))
        self.set_empty(
            None
            if rows
            else _("Nobody else takes part yet. Add a party, then ask what they may hear.")
        )

    def _notice(self, fall: Fall) -> Notice:
        what = _("{what}, {day}").format(what=_(FALL_LABELS[fall.kind]), day=long_day(fall.day))
        why = fall_words(fall) or _("How it came about is not noted.")
        note = Button(_("Note it"), icon="pencil", size=Size.COMPACT)
        note.setObjectName("note_fall")
        note.clicked.connect(lambda: self.fall_requested.emit(fall))
        return Notice(Tone.WARN, what, why[:1].upper() + why[1:], acts=(note,), beside=True)


class _Legend(QWidget):
    """What the marks in the cells mean."""

    def __init__(self) -> None:
        super().__init__()
        flow = FlowLayout(self, gap=16, line_gap=4)
        flow.setContentsMargins(16, 8, 16, 6)
        for state, words in (
            (CellState.GIVEN, _("Given")),
            (CellState.SOON, _("Ends soon")),
            (CellState.REFUSED, _("Said no")),
            (CellState.WITHDRAWN, _("Withdrawn")),
            (CellState.EXPIRED, _("Run out")),
        ):
            flow.addWidget(_Mark(state, words))
        # i18n: Danish: »Ingen: spærret«
        flow.addWidget(Text(_("None: closed"), Role.CAPTION))
        # i18n: Danish: »Diagnose, behandling og medicin findes ikke som felter.«
        flow.addWidget(
            Text(_("There are no fields for diagnosis, treatment or medicine."), Role.CAPTION)
        )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class _Mark(QWidget):
    """An icon and its word."""

    def __init__(self, state: CellState, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        _fill, _edge, ink, icon = LOOKS[state]
        row.addWidget(IconLabel(icon, ink, 14))
        row.addWidget(Text(words, Role.CAPTION, tone=Token.INK2))


def _quiet(words: str, icon: str, name: str) -> Button:
    button = Button(words, Kind.QUIET, icon=icon, size=Size.COMPACT)
    button.setObjectName(name)
    return button
