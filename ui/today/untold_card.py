"""The flags the doctors have had no feedback on: a list that always stands, by practice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.language import _, ngettext
from app.domain.today import UntoldRow
from app.domain.words import short_day
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.fonts import Role
from ui.common.lines import FIRST
from ui.common.rows import Row, RowList
from ui.common.text import Text


class UntoldCard(Card):
    """One row per practice, the one visited first at the top. Nothing is counted per doctor."""

    opened = Signal(object)  # PracticeId
    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Flag uden tilbagemelding«
        super().__init__(_("Flags without feedback"), parent=parent)
        self._see_all = Button(
            _("See them all"), Kind.QUIET, size=Size.COMPACT, trailing="chevron-right"
        )
        self._see_all.setObjectName("see_untold")
        self._see_all.clicked.connect(self.all_requested)
        self.add_action(self._see_all)
        self._list = RowList(at_once=FIRST)
        self._list.setObjectName("untold")
        self._list.opened.connect(self.opened)
        self.add(self._list, flush=True)

    def show_rows(self, rows: Sequence[UntoldRow]) -> None:
        """Show these practices."""
        self._list.show_first(rows, _row)
        self.set_count(sum(row.flags for row in rows) or None)
        self._see_all.setVisible(bool(rows))
        self.set_empty(None if rows else _("None."))


def untold_words(row: UntoldRow) -> str:
    """Return how many flags wait for feedback, and about how many there is something to tell."""
    flags = ngettext("{n} flag", "{n} flags", row.flags).format(n=row.flags)
    if not row.to_tell:
        # i18n: Danish: »3 flag, intet at melde tilbage«
        return _("{flags}, nothing to report").format(flags=flags)
    # i18n: Danish: »3 flag, noget at fortælle om 1«
    return _("{flags}, something to tell about {n}").format(flags=flags, n=row.to_tell)


def _row(row: UntoldRow) -> Row:
    # i18n: Danish: »Besøg 24. sep.«
    words = _("Visit {day}").format(day=short_day(row.next_on)) if row.next_on else _("No date")
    end = Text(words, Role.CAPTION)
    return Row(row.practice, untold_words(row), key=row.practice_id, trailing=(end,))
