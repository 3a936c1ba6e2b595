"""The left of the visit room: the agenda, the term of the day, the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.language import _
from app.domain.visit import AGENDA_LABELS, AgendaCode, AgendaItem, minutes_over
from app.domain.visit_summary import Term
from ui.common.card import Card
from ui.common.discard import discard
from ui.common.fonts import Role
from ui.common.keys import KeyHint
from ui.common.roving import Roving
from ui.common.scroll_area import ScrollArea
from ui.common.text import Text
from ui.common.tokens import Token, Tone, colour
from ui.visit.room.agenda_item import AgendaItemButton
from ui.visit.room.progress import State
from ui.visit.room.visit_clock import over_words

WIDTH = 272
_PEOPLE = "people"
_TERM_ROLES = (Role.SECONDARY_STRONG, Role.SECONDARY) * 2


class AgendaPanel(QWidget):
    """Four points in a fixed order; a visit people drop in to has no minutes."""

    chosen = Signal(object)  # AgendaCode
    people_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roving = Roving(self)
        self._items: list[AgendaItemButton] = []
        self._of_flags: list[QWidget] = []  # the keys of the second point
        self._people: list[AgendaItemButton] = []
        self._agenda: tuple[AgendaItem, ...] = ()
        self._total = 0
        self._minutes = Text("", Role.SECONDARY)
        self._points = QVBoxLayout()
        self._term = Card(_("Term of the day"), icon="book-open")
        self._words = [Text("", role, tone=Token.INK, wrap=True) for role in _TERM_ROLES]
        self._build()

    def set_agenda(self, agenda: Sequence[AgendaItem], people: str) -> None:
        """Show these points, and above them who is there, under the name `people`."""
        self._agenda = tuple(agenda)
        self._total = sum(item.minutes for item in agenda)
        self._show_total(0)
        for old in (*self._items, *self._people):
            discard(old)
        self._people = [AgendaItemButton(_PEOPLE, 0, people, 0)]
        self._people[0].clicked.connect(self.people_chosen)
        self._points.addWidget(self._people[0])
        self._items = [
            AgendaItemButton(item.code, place, _(AGENDA_LABELS[item.code]), item.minutes)
            for place, item in enumerate(agenda, start=1)
        ]
        for item in self._items:
            item.clicked.connect(lambda _on=False, code=item.code: self._choose(code))
            self._points.addWidget(item)
        self._roving.set_items([*self._people, *self._items])

    def set_current(self, code: AgendaCode | None) -> None:
        """Mark the point the room is at; None means who is there."""
        for place, item in enumerate((*self._people, *self._items)):
            item.set_current(item.code == (code or _PEOPLE))
            if item.isChecked():
                self._roving.set_current(place)
        for words in self._of_flags:
            words.setVisible(code == AgendaCode.NEW_FLAGS)

    def show_people(self, words: str) -> None:
        """Say who is there."""
        for item in self._people:
            item.show_state(words, done=False)

    def show_time(self, at: AgendaCode, elapsed: int) -> None:
        """Say in words if the point at hand, or the visit, has had its minutes."""
        over = minutes_over(self._agenda, at, elapsed)
        for item in self._items:
            item.show_over(over if item.code == at else 0)
        self._show_total(max(0, elapsed // 60 - self._total) if self._total else 0)

    def _show_total(self, over: int) -> None:
        words = _("{n} min").format(n=self._total) if self._total else _("No fixed minutes")
        self._minutes.setText(over_words(over) if over else words)
        self._minutes.set_tone(Tone.DANGER if over else None)

    def show_progress(self, states: Mapping[AgendaCode, State]) -> None:
        """Say how far each point is."""
        for item in self._items:
            state = states[AgendaCode(item.code)]
            item.show_state(state.detail, done=state.done)

    def show_term(self, term: Term | None) -> None:
        """Show the two words, or nothing."""
        self._term.setVisible(term is not None)
        if term is not None:
            texts = (term.left, term.left_text, term.right, term.right_text)
            for words, text in zip(self._words, texts, strict=True):
                words.setText(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            current = self._roving.current()
            if isinstance(current, AgendaItemButton):
                current.click()
        elif not self._roving.step(event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(Token.RAIL))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), colour(Token.LINE))
        painter.end()

    def _choose(self, code: str) -> None:
        self.chosen.emit(AgendaCode(code))

    def _build(self) -> None:
        self.setFixedWidth(WIDTH)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 4)
        # i18n: Danish: »Dagsorden«
        head.addWidget(Text(_("Agenda"), Role.SECONDARY), 1)
        head.addWidget(self._minutes)
        self._points.setSpacing(4)
        pair = QWidget()
        lines = QVBoxLayout(pair)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        for words in self._words:
            lines.addWidget(words)
        self._term.add(pair)
        self._term.setVisible(False)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 14, 12, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._points)
        column.addSpacing(8)
        column.addWidget(self._term)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        outer.setSpacing(0)
        outer.addWidget(ScrollArea(inner), 1)
        outer.addLayout(self._key_list())  # below what scrolls: a long term takes none of it

    def _key_list(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(24, 8, 24, 14)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        # i18n: Danish: »Skift punkt«, »Næste felt«, »Vælg i feltet«, »Ryd flaget«
        for keys, words in (
            ("Alt+0–4", _("Go to a point")),
            ("Alt+5", _("What is noted so far")),
            ("Tab", _("Next field")),
            *_flag_keys(),
        ):
            row = grid.rowCount()
            pair = (KeyHint(keys), Text(words, Role.CAPTION))
            for place, shown in enumerate(pair):
                grid.addWidget(shown, row, place)
            if (keys, words) in _flag_keys():
                self._of_flags.extend(pair)
        return grid


def _flag_keys() -> tuple[tuple[str, str], ...]:
    """Return the keys that do something only while one types a flag."""
    return (
        ("1–8", _("Choose in the field")),
        ("Alt+S", _("Agreed next step")),
        ("Alt+N", _("Short note")),
        ("Esc", _("Clear the flag")),
    )
