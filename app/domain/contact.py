"""A contact: a talk that happened or was tried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import NewType
from uuid import UUID

from app.domain.clean import clean
from app.domain.guard import About
from app.domain.language import N_, _
from app.domain.settling import Settling
from app.domain.typed import (
    read_day,
    read_note,
    read_optional_time,
)

ContactId = NewType("ContactId", UUID)


class Channel(StrEnum):
    """How contact was made."""

    PHONE = "phone"
    MEETING = "meeting"
    LETTER = "letter"
    MESSAGE = "message"


CHANNEL_LABELS: dict[Channel, str] = {
    Channel.PHONE: N_("Phone"),
    Channel.MEETING: N_("Meeting"),
    Channel.LETTER: N_("Letter"),
    Channel.MESSAGE: N_("Secure message"),
}


class Way(StrEnum):
    """Who turned to whom."""

    OUT = "out"
    IN = "in"


WAY_LABELS: dict[Way, str] = {Way.OUT: N_("I did"), Way.IN: N_("The other side did")}


class ContactOutcome(StrEnum):
    """What came of it."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    AGREED = "agreed"


CONTACT_LABELS: dict[ContactOutcome, str] = {
    ContactOutcome.REACHED: N_("Talked"),
    ContactOutcome.NOT_REACHED: N_("Not reached"),
    ContactOutcome.AGREED: N_("Something was agreed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDraft:
    """A contact as typed. `party_id` is empty when it was with the citizen."""

    day: str = ""
    at: str = ""
    channel: str = Channel.PHONE.value
    way: str = Way.OUT.value
    outcome: str = ContactOutcome.REACHED.value
    party_id: str = ""
    note: str = ""
    transferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactFacts:
    """A contact that passed every rule."""

    day: date
    at: time | None
    channel: Channel
    way: Way
    outcome: ContactOutcome
    party_id: UUID | None
    note: str
    transferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """One contact; `party` is empty when it was with the citizen."""

    id: ContactId
    facts: ContactFacts
    party: str


def settle_contact(draft: ContactDraft, today: date) -> ContactFacts:
    """Return the contact as facts, or raise `Rejected`."""
    form = Settling()
    facts = ContactFacts(
        day=form.read("day", lambda: read_day(draft.day, today), today),
        at=form.read("at", lambda: read_optional_time(draft.at), None),
        channel=form.choose("channel", draft.channel, Channel, Channel.PHONE),
        way=form.choose("way", draft.way, Way, Way.OUT),
        outcome=form.choose("outcome", draft.outcome, ContactOutcome, ContactOutcome.REACHED),
        party_id=UUID(draft.party_id) if draft.party_id else None,
        note=form.read("note", lambda: read_note(draft.note), ""),
        transferred=draft.transferred,
    )
    if facts.day > today:
        form.refuse("day", _("Choose today or an earlier day. Plan what lies ahead as a task."))
    if facts.outcome is not ContactOutcome.NOT_REACHED and not clean(draft.note):
        # i18n: Danish: »Skriv kort, hvad der blev sagt eller aftalt, eller vælg »Ikke truffet«.«
        words = _("Write in a few words what was said or agreed, or choose “Not reached”.")
        form.refuse("note", words)
    form.guard("note", draft.note, about=About.CITIZEN)
    form.finish()
    return facts
