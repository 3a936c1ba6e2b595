"""The card of the contacts, newest first."""

from __future__ import annotations

from app.domain.contact import CHANNEL_LABELS, CONTACT_LABELS, Channel, ContactOutcome, ContactRow
from app.domain.followup_sheet import FollowupSheet
from app.domain.language import _
from app.domain.words import clock_time, short_day
from ui.common.button import Button, Kind, Size
from ui.common.card import Card
from ui.common.fonts import Role
from ui.common.icons import IconLabel
from ui.common.rows import Row, RowList
from ui.common.text import Text
from ui.common.tokens import Token

LONGEST = 180
ICONS: dict[Channel, str] = {
    Channel.PHONE: "phone",
    Channel.MEETING: "users",
    Channel.LETTER: "mail",
    Channel.MESSAGE: "message-square",
}


class ContactCard(Card):
    """Lists the contacts; `list.opened` asks to correct one, `new` for another."""

    def __init__(self) -> None:
        super().__init__(_("Contacts"))
        self.list = RowList()
        self.new = Button(_("Log"), Kind.QUIET, icon="plus", size=Size.COMPACT)
        self.new.setObjectName("log_contact_here")
        self.new.setAccessibleName(_("Log a contact"))
        self.add_action(self.new)
        self.add(self.list, flush=True)

    def show_sheet(self, sheet: FollowupSheet) -> None:
        """Show the contacts of `sheet`."""
        self.set_count(len(sheet.contacts))
        self.list.set_rows([_row(contact) for contact in sheet.contacts])
        # i18n: Danish: »Ingen kontakter endnu. Ctrl+N logger den første.«
        empty = _("No contacts yet. Ctrl+N logs the first.")
        self.set_empty(None if sheet.contacts else empty)


def _row(contact: ContactRow) -> Row:
    facts = contact.facts
    when = short_day(facts.day)
    if facts.at is not None:
        when = f"{when} {clock_time(facts.at)}"
    return Row(
        _title(contact),
        _detail(contact),
        key=contact.id,
        leading=IconLabel(ICONS[facts.channel], Token.INK2, 18),
        trailing=[Text(when, Role.CAPTION)],
        wrap=True,
    )


def _title(contact: ContactRow) -> str:
    channel = _(CHANNEL_LABELS[contact.facts.channel])
    return f"{channel} · {contact.party}" if contact.party else channel


def _detail(contact: ContactRow) -> str:
    facts = contact.facts
    note = " ".join(facts.note.split())
    lines = [note if len(note) <= LONGEST else f"{note[:LONGEST]} …"]
    if facts.outcome is not ContactOutcome.REACHED:
        lines.insert(0, f"{_(CONTACT_LABELS[facts.outcome])}.")
    shown = " ".join(line for line in lines if line)
    if not facts.transferred:
        return shown
    return "\n".join(part for part in (shown, _("Copied to the case system")) if part)
