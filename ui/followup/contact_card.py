"""The card of the contacts: whether the citizen may be rung, and what was said, newest first."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.contact import (
    Channel,
    ContactRow,
    attempts_line,
    contact_detail,
    contact_title,
)
from app.domain.followup_sheet import FollowupSheet
from app.domain.language import _, ngettext
from app.domain.words import clock_time, short_day
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.card_head import SIDE
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.news import News
from ui.common.rows import Row, RowList
from ui.common.shown import as_tip
from ui.common.text import Text
from ui.common.tokens import Token, Tone

LONGEST = 180
MOST = 6
ICONS: dict[Channel, str] = {
    Channel.PHONE: "phone",
    Channel.MEETING: "users",
    Channel.LETTER: "mail",
    Channel.MESSAGE: "message-square",
}


class ContactCard(Card):
    """Lists the contacts. `list.opened` asks to correct one, `new` for another, `ring` for the
    number, `copy` for what is not in the case system yet."""

    def __init__(self) -> None:
        super().__init__(_("Contacts"))
        self._news = News()
        self.list = RowList()
        self.ring = Button(_("Ring"), icon="phone", size=Size.COMPACT)
        self.ring.setObjectName("ring")
        self.ring.setAccessibleName(_("Ring the citizen"))
        self.new = Button(_("Log"), Kind.QUIET, icon="plus", size=Size.COMPACT)
        self.new.setObjectName("log_contact_here")
        self.new.setAccessibleName(_("Log a contact"))
        self.copy = Button("", Kind.QUIET, icon="upload", size=Size.COMPACT)
        self.copy.setObjectName("transfer")
        self.all = Button("", Kind.QUIET, icon="list", size=Size.COMPACT)
        self.all.setObjectName("all_contacts")
        self._stopped, self._attempts = _Remark("ban", Tone.DANGER), _Remark("phone-missed")
        self.add_action(self.ring)
        self.add_action(self.new)
        self._remarks = QWidget()
        self._lay_out()

    def show_sheet(self, sheet: FollowupSheet) -> None:
        """Show the contacts of `sheet`."""
        count, uncopied = sheet.contact_count, sheet.uncopied
        if not self._news.are(sheet.ringing, sheet.attempts, sheet.contacts, count, uncopied):
            return
        stopped = sheet.ringing.stopped
        self.ring.setEnabled(not stopped)
        self.ring.setToolTip(as_tip(stopped))
        self.ring.setAccessibleDescription(stopped)
        self._stopped.show_words(_("Not rung: {why}").format(why=stopped) if stopped else "")
        self._attempts.show_words(attempts_line(sheet.attempts))
        self._show_uncopied(sheet)
        self.set_count(count)
        self.list.show_things([("", sheet.contacts[:MOST])], _row)
        self.all.setText(_("All {n} in the timeline").format(n=count))
        self.all.setVisible(count > MOST)
        # i18n: Danish: »Ingen kontakter endnu. Ctrl+N logger den første.«
        empty = _("No contacts yet. Ctrl+N logs the first.")
        self.set_empty(None if sheet.contacts else f"{empty} {stopped}".strip())

    def _show_uncopied(self, sheet: FollowupSheet) -> None:
        count = sheet.uncopied
        text = ngettext("{n} is not in the case system", "{n} are not in the case system", count)
        self.copy.setText(text.format(n=count))
        self.copy.setVisible(bool(count))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._remarks)
        column.setContentsMargins(SIDE, 0, SIDE, 8)
        column.setSpacing(4)
        column.addWidget(self._stopped)
        column.addWidget(self._attempts)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.copy)
        row.addStretch(1)
        column.addLayout(row)
        self.add(self._remarks, flush=True)
        self.add(self.list, flush=True)
        foot = QWidget()
        below = QHBoxLayout(foot)
        below.setContentsMargins(SIDE - 8, 4, SIDE, 4)
        below.addWidget(self.all)
        below.addStretch(1)
        self.add(foot, flush=True)


class _Remark(QWidget):
    """An icon and a sentence; hidden while there is none."""

    def __init__(self, icon: str, tone: Tone | None = None) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, Token.DANGER if tone else Token.INK2, 16))
        self._words = Text("", Role.SECONDARY, tone=Token.INK, wrap=True)
        row.addWidget(self._words, 1)

    def show_words(self, words: str) -> None:
        """Say `words`."""
        self._words.setText(words)
        self.setVisible(bool(words))


def _row(contact: ContactRow) -> Row:
    facts = contact.facts
    when = short_day(facts.day)
    if facts.at is not None:
        when = f"{when} {clock_time(facts.at)}"
    return Row(
        contact_title(contact),
        _detail(contact),
        key=contact.id,
        leading=IconLabel(ICONS[facts.channel], Token.INK2, 18),
        trailing=[Text(when, Role.CAPTION)],
        wrap=True,
    )


def _detail(contact: ContactRow) -> str:
    said = contact_detail(contact)
    lines = [said if len(said) <= LONGEST else f"{said[:LONGEST]} …"]
    if contact.facts.transferred_on is not None:
        # i18n: Danish: »Overført til fagsystem 3. sep.«
        text = _("Copied to the case system {day}")
        lines.append(text.format(day=short_day(contact.facts.transferred_on)))
    return "\n".join(line for line in lines if line)
