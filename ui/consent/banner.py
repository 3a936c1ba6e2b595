"""The banner over a follow-up: whether anything holds today, and one press to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.consent import WARN_DAYS, ConsentKind, ConsentStatus
from app.domain.followup_sheet import FollowupSheet
from app.domain.language import _, ngettext
from app.domain.restriction import closed_by_restriction
from ui.common.button import Button
from ui.common.news import News
from ui.common.notice import Notice
from ui.common.shown import as_tip
from ui.common.tokens import Tone
from ui.consent.matrix_rows import CellState, MatrixCell, MatrixRow
from ui.consent.withdraw_button import withdraw_button

LAST_DAYS = 7


class ConsentBanner(QWidget):
    """Green while something holds, warm in the last week, red when nothing does."""

    renew_requested = Signal()
    withdraw_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._news = News()
        self._restricted = False
        self.notice = Notice(Tone.OK, "", beside=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)

    def show_sheet(self, sheet: FollowupSheet, rows: Sequence[MatrixRow], today: date) -> None:
        """Say what holds of `sheet` today."""
        self._restricted = sheet.restriction is not None
        if not sheet.row.consent_live:
            # i18n: Danish: »Intet samtykke gælder. Du kan læse, men ikke dele.«
            what, tone = _("No consent holds. You can read, but not share."), Tone.DANGER
            self._say(tone, what, _why_not(sheet), live=False)
            return
        cells = [cell for row in rows for cell in row.cells]
        ends = [cell.cell.until for cell in cells if cell.holds and cell.cell is not None]
        last = max(ends, default=together_until(sheet))
        left = (last - today).days
        if left <= LAST_DAYS:
            words = ngettext("All consent ends in {n} day.", "All consent ends in {n} days.", left)
            self._say(Tone.WARN, words.format(n=left), _counts(cells), live=True)
        else:
            # i18n: Danish: »Samtykket gælder i dag.«
            self._say(Tone.OK, _("The consent holds today."), _counts(cells), live=True)

    def _say(self, tone: Tone, what: str, why: str, *, live: bool) -> None:
        if not self._news.are(tone, what, why, live, self._restricted):
            return
        self.notice.set_tone(tone, "shield-check" if live else "ban")
        self.notice.set_words(what, why)
        renew = Button(
            _("Renew") if live else _("Record a new consent"),
            icon="refresh-cw",
            pressed=self.renew_requested.emit,
        )
        renew.setObjectName("renew")
        if self._restricted:
            renew.setEnabled(False)
            renew.setToolTip(as_tip(closed_by_restriction()))
            renew.setAccessibleDescription(closed_by_restriction())
        acts = [renew]
        if live:
            back = withdraw_button(_("Withdraw"))
            back.clicked.connect(self.withdraw_requested)
            acts.append(back)
        self.notice.set_acts(acts)


def together_until(sheet: FollowupSheet) -> date:
    """Return the last day of the yes to working together; the day it was given if it fell."""
    live = [
        consent.expires_on
        for consent in sheet.consents
        if consent.kind is ConsentKind.CONFIRMED and consent.status is ConsentStatus.LIVE
    ]
    return max(live, default=sheet.facts.given_on)


def _counts(cells: Sequence[MatrixCell]) -> str:
    """Return how much is given, soon ends and was withdrawn."""
    given = sum(cell.holds for cell in cells)
    soon = sum(cell.state is CellState.SOON for cell in cells)
    back = sum(cell.state is CellState.WITHDRAWN for cell in cells)
    if not given and not back:
        return _("You may talk with the citizen alone. Everything to others is closed.")
    parts = [ngettext("{n} field is given", "{n} fields are given", given).format(n=given)]
    if soon:
        words = ngettext("{n} ends within {days} days", "{n} end within {days} days", soon)
        parts.append(words.format(n=soon, days=WARN_DAYS))
    if back:
        parts.append(ngettext("{n} is withdrawn", "{n} are withdrawn", back).format(n=back))
    # i18n: Danish: »Alt andet er spærret i dokumenter.«
    return f"{', '.join(parts)}. " + _("Everything else is closed in papers.")


def _why_not(sheet: FollowupSheet) -> str:
    withdrawn = any(consent.status is ConsentStatus.WITHDRAWN for consent in sheet.consents)
    if withdrawn:
        return _("The citizen took it back. What was lawfully shared before stays listed.")
    return _("It has run out. Ask the citizen before you do more.")
