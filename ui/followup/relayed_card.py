"""The card of those whose doctor passed on a yes: one first contact is allowed, for a while."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from app.domain.consent import REACH_LABELS, CitizenId
from app.domain.followup_sheet import RelayedRow
from app.domain.language import _, ngettext
from ui.common.badge import Badge
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.icons import IconLabel
from ui.common.rows import Row, RowList
from ui.common.tokens import Token, Tone

LAST_DAYS = 7
_AT_ONCE = 5  # the first to lapse; below stands the list of follow-ups


class RelayedCard(Card):
    """Lists them; hidden while there are none."""

    begin_requested = Signal(object)  # CitizenId
    correct_requested = Signal(object)  # CitizenId
    erase_requested = Signal(object)  # RelayedRow

    def __init__(self) -> None:
        super().__init__(_("Relayed, waiting for the first contact"), tone=Tone.ACCENT)
        self._shown: Sequence[RelayedRow] = ()
        self.list = RowList(at_once=_AT_ONCE)
        self.add(self.list, flush=True)
        self.list.opened.connect(self.correct_requested)

    def show_rows(self, rows: Sequence[RelayedRow], today: date) -> None:
        """Show these."""
        self._shown = rows
        self.setVisible(bool(rows))
        self.set_count(len(rows))
        self.list.show_first(rows, lambda row: self._row(row, today), beside=today)

    def go_to(self, citizen_id: CitizenId) -> None:
        """Put the keyboard on this citizen, if they are here."""
        ids = [row.citizen_id for row in self._shown]
        if citizen_id in ids:
            self.list.show_at_least(ids.index(citizen_id) + 1)
        for row in self.list.rows():
            if row.key == citizen_id:
                row.setFocus()

    def _row(self, row: RelayedRow, today: date) -> Row:
        yes = Button(_("I have the yes: start"), icon="check", size=Size.COMPACT)
        yes.setObjectName("begin_from_relayed")
        yes.clicked.connect(lambda: self.begin_requested.emit(row.citizen_id))
        no = Button(_("They said no: erase"), Kind.DESTRUCTIVE, size=Size.COMPACT)
        no.setObjectName("remove_relayed")
        no.clicked.connect(lambda: self.erase_requested.emit(row))
        return Row(
            row.name,
            _detail(row),
            key=row.citizen_id,
            leading=IconLabel("phone", Token.INK2, 18),
            trailing=(_left(row, today), yes, no),
            wrap=True,
        )


def _detail(row: RelayedRow) -> str:
    kind = _(REACH_LABELS[row.reach_kind])
    reach = f"{kind}: {row.reach}" if row.reach else kind
    by = _("passed on by {doctor}").format(doctor=row.relayed_by)
    return " · ".join(part for part in (reach, row.safe_when, by) if part)


def _left(row: RelayedRow, today: date) -> Badge:
    days = (row.expires_on - today).days
    if days == 0:
        return Badge(_("Last day"), Tone.DANGER, "hourglass")
    words = ngettext("{n} day left", "{n} days left", days).format(n=days)
    return Badge(words, Tone.WARN if days <= LAST_DAYS else Tone.NEUTRAL, "hourglass")
