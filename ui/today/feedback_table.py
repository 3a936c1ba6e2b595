"""What may be said to the doctors about earlier flags, one row per code under its doctor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.flag_choice import STATUS_LABELS, FlagStatus
from app.domain.flag_doctor import by_doctor
from app.domain.language import _, ngettext
from app.domain.visit import FeedbackLine
from ui.common.badge import Badge, BadgeLook, CodeTag
from ui.common.card import Rule
from ui.common.card_head import SIDE
from ui.common.discard import clear
from ui.common.fonts import Role
from ui.common.text import ShortText, Text
from ui.common.tokens import Token, Tone

_TONES: dict[FlagStatus, tuple[Tone, str]] = {
    FlagStatus.RAISED: (Tone.WARN, "hourglass"),
    FlagStatus.DOCTOR_ASKS: (Tone.WARN, "hourglass"),
    FlagStatus.AWAITING: (Tone.NEUTRAL, "hourglass"),
    FlagStatus.CONSENTED: (Tone.OK, "circle-check"),
    FlagStatus.CLOSED: (Tone.NEUTRAL, "check"),
}
# The rules reach from edge to edge of the card; what stands between them does not.
_CODE, _STATUS, _WORDS = _COLUMNS = (1, 3, 5)
_GAPS = {0: SIDE, 2: 24, 4: 24, 6: SIDE}
_ACROSS = 7


def status_look(status: FlagStatus) -> BadgeLook:
    """Return the badge of a flag's status as the doctors may see it."""
    tone, icon = _TONES[status]
    return BadgeLook(_(STATUS_LABELS[status]), tone, icon)


class FeedbackTable(QWidget):
    """Code, status, and the sentence that may be said; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = Text("", Role.SECONDARY)
        self._grid = QGridLayout()
        self._next = 1  # the row of the grid that is filled next
        self._shown: Sequence[FeedbackLine] | None = None
        self._build()

    def set_lines(self, lines: Sequence[FeedbackLine]) -> None:
        """Show these lines; nothing is made anew while they are the same."""
        if lines == self._shown:
            return
        self._shown = lines
        self._begin_anew()
        self.setVisible(bool(lines))
        self._count.setText(
            # i18n: Danish: »4 koder · kun det, samtykket tillader«
            ngettext(
                "{n} code · only what consent allows",
                "{n} codes · only what consent allows",
                len(lines),
            ).format(n=len(lines))
        )
        # i18n: Danish: »Kode«, »Status«, »Det kan du sige«
        heads = (_("Code"), _("Status"), _("You may say"))
        for column, words in zip(_COLUMNS, heads, strict=True):
            self._grid.addWidget(Text(words, Role.CAPTION, tone=Token.INK2), 0, column)
        for owed in by_doctor(lines):
            if owed.heading:
                self._add_heading(owed.heading)
            for line in owed.lines:
                self._add_line(line)

    def _begin_anew(self) -> None:
        """Take everything off the grid; its rows stay, so they must take no room either."""
        clear(self._grid)
        for row in range(1, self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)
        self._next = 1  # below the heads

    def _two_rows(self) -> int:
        """Return the first of two rows nothing stands in yet: a rule, and what is below it."""
        self._next += 2
        return self._next - 2

    def _add_heading(self, heading: str) -> None:
        """Name the doctor, or the practice, that the lines below are owed to."""
        row = self._two_rows()
        self._grid.addWidget(Rule(), row, 0, 1, _ACROSS)
        name = ShortText(heading, Role.SECONDARY_STRONG)
        name.setContentsMargins(0, 8, 0, 4)
        self._grid.addWidget(name, row + 1, _CODE, 1, _WORDS)

    def _add_line(self, line: FeedbackLine) -> None:
        row = self._two_rows()
        self._grid.addWidget(Rule(), row, 0, 1, _ACROSS)
        look = status_look(line.status)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(CodeTag(line.code), row + 1, _CODE, middle)
        self._grid.addWidget(Badge(look.text, look.tone, look.icon), row + 1, _STATUS, middle)
        words = Text(line.text, Role.SECONDARY, tone=Token.INK, wrap=True)
        words.setContentsMargins(0, 6, 0, 6)
        self._grid.addWidget(words, row + 1, _WORDS)
        self._grid.setRowMinimumHeight(row + 1, 42)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        # i18n: Danish: »Tilbagemelding til lægerne«
        head.addWidget(Text(_("Feedback to the doctors"), Role.ROW_TITLE))
        head.addWidget(self._count, 1)
        self._grid.setSpacing(0)
        self._grid.setRowMinimumHeight(0, 26)
        self._grid.setColumnStretch(_WORDS, 1)
        for gap, width in _GAPS.items():
            self._grid.setColumnMinimumWidth(gap, width)
        head.setContentsMargins(SIDE, 0, SIDE, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 4)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self._grid)
