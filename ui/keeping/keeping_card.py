"""The card that says how long a person is kept, and keeps or restricts them."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.followup_sheet import FollowupSheet
from app.domain.language import _
from app.domain.retention import goes_words
from app.domain.words import long_day
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.flow_layout import FlowLayout
from ui.common.fonts import Role
from ui.common.news import News
from ui.common.text import Text
from ui.common.tokens import Token


class KeepingCard(Card):
    """`hold`, `change`, `let_go` and `restrict` ask for what their words say."""

    def __init__(self) -> None:
        # i18n: Danish: »Opbevaring«
        super().__init__(_("How long it is kept"))
        self._news = News()
        self._until = Text("", Role.SECONDARY, tone=Token.INK, wrap=True)
        self._until.setObjectName("kept_until")
        self.hold = _button(_("Keep for now …"), "archive", "hold")
        self.change = _button(_("Change the reason …"), "pencil", "change_hold")
        self.let_go = _button(_("Need not be kept"), "undo-2", "lift_hold")
        self.restrict = _button(_("Restrict …"), "lock", "restrict")
        acts, content = QWidget(), QWidget()
        flow = FlowLayout(acts, gap=8, line_gap=8)
        for button in (self.hold, self.change, self.let_go, self.restrict):
            flow.addWidget(button)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._until)
        column.addWidget(acts)
        self.add(content)

    def show_sheet(self, sheet: FollowupSheet, today: date) -> None:
        """Say when the rules erase the person of `sheet`, or why they do not."""
        until = _until(sheet, today)
        held, restricted = sheet.held is not None, sheet.restriction is not None
        if not self._news.are(until, held, restricted):
            return
        self._until.setText(until)
        self.hold.setVisible(not held)
        self.change.setVisible(held)
        self.let_go.setVisible(held)
        self.restrict.setVisible(not restricted)


def _until(sheet: FollowupSheet, today: date) -> str:
    if sheet.held is not None:
        words = _("Kept for now: {reason} It is asked about again on {day}.")
        dot = "" if sheet.held.reason.endswith((".", "!", "?")) else "."
        return words.format(reason=f"{sheet.held.reason}{dot}", day=long_day(sheet.held.review_on))
    if sheet.restriction is not None:
        return _("Restricted: nothing is erased meanwhile.")
    live, going = sheet.row.consent_live, sheet.going
    return "" if going is None else goes_words(going, today, live=live)


def _button(words: str, icon: str, name: str) -> Button:
    button = Button(words, Kind.SECONDARY, icon=icon, size=Size.COMPACT)
    button.setObjectName(name)
    return button
