"""The card of the plan's own words: duration, what colleagues are told, what is not agreed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.domain.consent import Information
from app.domain.language import _
from app.domain.roundtable import RoundtableFacts, RoundtableSheet
from app.domain.words import clock_time, long_day
from ui.common.badge import Badge
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.discard import clear
from ui.common.fonts import Role
from ui.common.text import Text
from ui.common.tokens import Tone
from ui.consent.matrix_rows import MatrixRow
from ui.roundtable.blocked import why_blocked
from ui.roundtable.blocked_strip import BlockedStrip


class WordsCard(Card):
    """Shows the words; `correct` opens them."""

    def __init__(self) -> None:
        super().__init__(_("Duration, colleagues and follow-up"))
        self.correct = Button(_("Correct"), Kind.QUIET, icon="pencil", size=Size.COMPACT)
        self.correct.setObjectName("correct_roundtable")
        self.add_action(self.correct)
        self._grid = QGridLayout()
        self.strip = BlockedStrip()
        self.add(self._words())
        self.add(self.strip, flush=True)

    def show_sheet(
        self,
        sheet: RoundtableSheet,
        blocked: Sequence[Information],
        row: MatrixRow | None,
        *,
        editable: bool,
        explain: bool,
    ) -> None:
        """Show the words of `sheet`, and which of them the employer may not read."""
        self.correct.setVisible(editable)
        clear(self._grid)
        for line, (label, words, kind) in enumerate(_lines(sheet.facts)):
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(Text(label, Role.LABEL, wrap=True), line, 0, top)
            self._grid.addWidget(_value(words, closed=kind in blocked), line, 1)
        duration = Information.DURATION in blocked and explain
        self.set_tone(Tone.DANGER if duration else None)
        self.strip.set_why(why_blocked(Information.DURATION, row) if duration else "")

    def _words(self) -> QWidget:
        words = QWidget()
        words.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnMinimumWidth(0, 132)
        self._grid.setColumnStretch(1, 1)
        return words


def _lines(facts: RoundtableFacts) -> tuple[tuple[str, str, Information | None], ...]:
    review = long_day(facts.review_on) if facts.review_on else ""
    if review and facts.review_at is not None:
        review = _("{day} at {time}").format(day=review, time=clock_time(facts.review_at))
    return (
        (_("Expected duration"), facts.duration, _closed(facts.duration, Information.DURATION)),
        (
            _("What colleagues are told"),
            facts.colleagues_told,
            _closed(facts.colleagues_told, Information.CONSIDERATIONS),
        ),
        (_("What you do not agree on"), facts.disagreements, None),
        (_("Followed up on"), review, None),
    )


def _closed(words: str, kind: Information) -> Information | None:
    return kind if words else None


def _value(words: str, *, closed: bool) -> QWidget:
    text = Text(words or "–", Role.BODY, wrap=True)
    if not closed:
        return text
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(text, 1)
    row.addWidget(Badge(_("Closed for the employer"), Tone.DANGER, "ban"))
    return box
