"""A contact: a talk that happened or was tried."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import NewType
from uuid import UUID

from app.domain.clean import clean
from app.domain.guard import About
from app.domain.language import N_, _, ngettext
from app.domain.settling import Settling
from app.domain.typed import (
    read_day,
    read_note,
    read_optional_day,
    read_optional_time,
)
from app.domain.words import short_day

ContactId = NewType("ContactId", UUID)


NEWEST = 12  # so many contacts the page of a follow-up holds; the timeline has them all


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
    """A contact as typed. `party_id` is empty when it was with the citizen, `transferred_on` as
    long as it is not in the case system."""

    day: str = ""
    at: str = ""
    channel: str = Channel.PHONE.value
    way: str = Way.OUT.value
    outcome: str = ContactOutcome.REACHED.value
    party_id: str = ""
    note: str = ""
    transferred_on: str = ""


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
    transferred_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """One contact; `party` is empty when it was with the citizen."""

    id: ContactId
    facts: ContactFacts
    party: str


def contact_title(contact: ContactRow) -> str:
    """Return how contact was made, and with whom if it was not the citizen."""
    channel = _(CHANNEL_LABELS[contact.facts.channel])
    return f"{channel} · {contact.party}" if contact.party else channel


def contact_detail(contact: ContactRow) -> str:
    """Return what came of it and what was said, on one line."""
    facts = contact.facts
    said = " ".join(facts.note.split())
    if facts.outcome is ContactOutcome.REACHED:
        return said
    return f"{_(CONTACT_LABELS[facts.outcome])}. {said}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempts:
    """How often the citizen was tried in vain, and when they were last reached, if ever."""

    in_vain: int
    reached_on: date | None


def attempts_of(contacts: Iterable[ContactRow]) -> Attempts:
    """Return the attempts since the citizen was last reached; `contacts` are newest first."""
    in_vain = 0
    for contact in contacts:
        facts = contact.facts
        if facts.party_id is not None:
            continue
        if facts.outcome is not ContactOutcome.NOT_REACHED:
            return Attempts(in_vain=in_vain, reached_on=facts.day)
        in_vain += facts.way is Way.OUT
    return Attempts(in_vain=in_vain, reached_on=None)


def attempts_line(attempts: Attempts) -> str:
    """Return the attempts in vain in words; nothing if there are none."""
    if not attempts.in_vain:
        return ""
    if attempts.reached_on is None:
        text = ngettext("{n} attempt in vain.", "{n} attempts in vain.", attempts.in_vain)
        return text.format(n=attempts.in_vain)
    text = ngettext(
        "{n} attempt in vain since {day}.", "{n} attempts in vain since {day}.", attempts.in_vain
    )
    return text.format(n=attempts.in_vain, day=short_day(attempts.reached_on))


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
        transferred_on=form.read(
            "transferred_on", lambda: read_optional_day(draft.transferred_on, today), None
        ),
    )
    if facts.day > today:
        form.refuse("day", _("Choose today or an earlier day. Plan what lies ahead as a task."))
    if facts.outcome is not ContactOutcome.NOT_REACHED and not clean(draft.note):
        # i18n: Danish: »Skriv kort, hvad der blev sagt eller aftalt, eller vælg »Ikke truffet«.«
        words = _("Write in a few words what was said or agreed, or choose “Not reached”.")
        form.refuse("note", words)
    if facts.transferred_on is not None and not facts.day <= facts.transferred_on <= today:
        form.refuse("transferred_on", _("Choose a day from the contact's own day until today."))
    form.guard("note", draft.note, about=About.CITIZEN)
    form.finish()
    return facts
