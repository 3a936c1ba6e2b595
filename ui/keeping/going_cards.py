"""Who is soon erased by the rules, and who is kept for now and to be asked about: two cards that
name people, so they never show a code."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.followup import FollowupId
from app.domain.hold import HoldRow
from app.domain.language import _
from app.domain.retention import GoingRow, goes_words
from app.domain.words import long_day
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.lines import Lines
from ui.common.text import Text
from ui.common.tokens import Tone


class _PeopleCard(Card):
    """One person beneath the other, each with what can be done; hidden while there is nobody."""

    opened = Signal(object)  # FollowupId

    def __init__(self, title: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(title, tone=Tone.WARN, icon=icon, parent=parent)
        self._lines = Lines(gap=14)
        self.add(self._lines, flush=True)
        self.setVisible(False)

    def _announce(self, count: int) -> None:
        self.set_empty(None)
        self.set_count(count)
        self.setVisible(bool(count))

    def _line(self, title: str, detail: str, acts: Sequence[Button]) -> QWidget:
        line, below = QWidget(), QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text(title, Role.ROW_TITLE, wrap=True))
        column.addWidget(Text(detail, Role.SECONDARY, wrap=True))
        flow = FlowLayout(below, gap=8, line_gap=8)
        flow.setContentsMargins(0, 6, 0, 0)
        for act in acts:
            flow.addWidget(act)
        column.addWidget(below)
        return line

    def _open_button(self, followup_id: FollowupId, citizen: str) -> Button:
        button = _button(_("Open"), "open", citizen, Kind.QUIET)
        button.clicked.connect(lambda: self.opened.emit(followup_id))
        return button


class GoingCard(_PeopleCard):
    """Who is erased within 14 days."""

    hold_requested = Signal(object)  # FollowupId
    erase_requested = Signal(object)  # FollowupId

    def __init__(self, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Slettes snart«
        super().__init__(_("Going soon"), "hourglass", parent)

    def show_rows(self, rows: Sequence[GoingRow], today: date) -> None:
        """Show these people, the first to go first."""
        self._announce(len(rows))
        self._lines.show_first(rows, lambda row: self._going(row, today), today)

    def _going(self, row: GoingRow, today: date) -> QWidget:
        keep = _button(_("Keep, because …"), "keep", row.citizen)
        keep.clicked.connect(lambda: self.hold_requested.emit(row.followup_id))
        erase = _button(_("Erase now …"), "erase_now", row.citizen, Kind.DESTRUCTIVE)
        erase.clicked.connect(lambda: self.erase_requested.emit(row.followup_id))
        detail = goes_words(row, today, live=False)
        acts = (keep, erase, self._open_button(row.followup_id, row.citizen))
        return self._line(_named(row.citizen, row.number), detail, acts)


class HoldCard(_PeopleCard):
    """Who is kept for now, of whom the day has come to ask whether that is still needed."""

    hold_on_requested = Signal(object)  # HoldRow
    lift_requested = Signal(object)  # FollowupId

    def __init__(self, parent: QWidget | None = None) -> None:
        # i18n: Danish: »Skal de stadig bevares?«
        super().__init__(_("Still to be kept?"), "archive", parent)

    def show_rows(self, rows: Sequence[HoldRow]) -> None:
        """Show these people, the one asked about longest first."""
        self._announce(len(rows))
        self._lines.show_first(rows, self._held)

    def _held(self, row: HoldRow) -> QWidget:
        on = _button(_("Keep on …"), "hold_on", row.citizen)
        on.clicked.connect(lambda: self.hold_on_requested.emit(row))
        off = _button(_("Need not be kept"), "lift_hold", row.citizen)
        off.clicked.connect(lambda: self.lift_requested.emit(row.followup_id))
        detail = _("Kept since {day}: {reason}").format(
            day=long_day(row.held_on), reason=row.reason
        )
        acts = (on, off, self._open_button(row.followup_id, row.citizen))
        return self._line(_named(row.citizen, row.number), detail, acts)


def _named(citizen: str, number: str) -> str:
    return f"{citizen} · {number}"


def _button(words: str, name: str, citizen: str, kind: Kind = Kind.SECONDARY) -> Button:
    button = Button(words, kind, size=Size.COMPACT)
    button.setObjectName(name)
    button.setAccessibleName(f"{words} {citizen}")
    return button
