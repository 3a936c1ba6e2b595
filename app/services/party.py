"""What can be done with the parties and contacts of a follow-up."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session

from app.changes import Topic
from app.data.audit import note_act
from app.data.consent import PartyRecord, cells_about, find_parties
from app.data.disclosure import was_told
from app.data.followup import (
    ContactRecord,
    FollowupRecord,
    find_followups,
    get_followup,
    was_talked_to,
)
from app.data.roundtable import took_part_in_final
from app.data.transfer import find_transfer, put_transfer
from app.data.vault import Vault
from app.domain.audit import Action, Word
from app.domain.consent import PartyId
from app.domain.contact import (
    Channel,
    ContactDraft,
    ContactFacts,
    ContactId,
    ContactOutcome,
    Way,
    settle_contact,
)
from app.domain.followup import FollowupId
from app.domain.language import _, ngettext
from app.domain.look_alike import look_alike
from app.domain.party import PartyDraft, PartyFacts, settle_party
from app.domain.problem import NotFound, Problem, Refused, Rejected
from app.domain.typed import write_day, write_time
from app.services.citizen import party_facts
from app.services.followup_view import contact_key, contact_row
from app.system.clock import Now, Today, local, now_utc


class PartyService:
    """Add, correct and remove parties; log, correct and remove contacts."""

    def __init__(self, vault: Vault, today: Today, now: Now = now_utc) -> None:
        self._vault = vault
        self._today = today
        self._now = now

    def add_party(self, followup_id: FollowupId, draft: PartyDraft) -> PartyId:
        """Save a new party; no consent comes with it."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            facts = settle_party(draft, self._today())
            citizen_id = get_followup(session, followup_id).citizen_id
            record = PartyRecord(citizen_id=citizen_id, **_party_columns(facts))
            session.add(record)
            session.flush()
            _leave_one_driver(session, record)
            return PartyId(record.id)

    def find_alike(self, followup_id: FollowupId, name: str, besides: PartyId | None = None) -> str:
        """Return the name of another party of the follow-up that looks like `name`, if any."""
        with self._vault.read() as session:
            parties = find_parties(session, get_followup(session, followup_id).citizen_id)
            return look_alike(name, [one.name for one in parties if one.id != besides])

    def party_draft(self, party_id: PartyId) -> PartyDraft:
        """Return the party as a draft to correct."""
        with self._vault.read() as session:
            record = session.get(PartyRecord, party_id)
            if record is None:
                raise NotFound(_("This party is no longer there."))
            facts = party_facts(record)
        return PartyDraft(
            kind=facts.kind.value,
            name=facts.name,
            person=facts.person,
            phone=facts.phone,
            email=facts.email,
            aim=facts.aim,
            next_step=facts.next_step,
            next_on=write_day(facts.next_on),
            drives=facts.drives,
            aim_rung=facts.aim_rung.value if facts.aim_rung else "",
        )

    def correct_party(self, party_id: PartyId, draft: PartyDraft) -> None:
        """Save mended fields of a party."""
        with self._vault.write(Topic.FOLLOWUP, Topic.ROUNDTABLE) as session:
            facts = settle_party(draft, self._today())
            record = session.get(PartyRecord, party_id)
            if record is None:
                raise NotFound(_("This party is no longer there."))
            record.sqlmodel_update(_party_columns(facts))
            _leave_one_driver(session, record)

    def drive_myself(self, followup_id: FollowupId) -> None:
        """Say that the consultant drives what happens next; whoever did before does no more."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            record = get_followup(session, followup_id)
            record.drives = int(True)
            for party in find_parties(session, record.citizen_id):
                party.drives = int(False)

    def removal_consequence(self, party_id: PartyId) -> str:
        """Return one sentence on what removing the party removes with it."""
        with self._vault.read() as session:
            cells = len(cells_about(session, party_id))
        if not cells:
            return _("The party is removed. No consent is about it.")
        return ngettext(
            "The party is removed, with {n} consent that is about it.",
            "The party is removed, with {n} consents that are about it.",
            cells,
        ).format(n=cells)

    def remove_party(self, party_id: PartyId) -> None:
        """Remove a party, with the consents that were about it; `Refused` once something rests
        on it that must stay true: a final roundtable, a paper handed over, a contact."""
        topics = (Topic.CONSENT, Topic.ROUNDTABLE)
        with self._vault.write(Topic.FOLLOWUP, *topics) as session:
            if took_part_in_final(session, party_id):
                raise Refused(_("This party took part in a final roundtable, so it stays."))
            if was_told(session, party_id):
                raise Refused(_("This party was handed a paper, so it stays."))
            if was_talked_to(session, party_id):
                raise Refused(_("Contacts are logged with this party, so it stays."))
            record = session.get(PartyRecord, party_id)
            if record is not None:
                if cells_about(session, party_id):
                    gone = (Word.REMOVED, record.kind)
                    note_act(session, Action.CONSENT_ENDED, *gone, person=record.citizen_id)
                session.delete(record)

    def log_contact(self, followup_id: FollowupId, draft: ContactDraft) -> ContactId:
        """Save a contact that happened or was tried."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            facts = settle_contact(draft, self._today())
            _refuse_stranger(session, get_followup(session, followup_id), facts)
            return ContactId(_save_contact(session, followup_id, facts).id)

    def log_attempt(self, followup_id: FollowupId) -> ContactId:
        """Save that the citizen was rung just now and not reached."""
        facts = ContactFacts(
            day=self._today(),
            at=local(self._now()).time().replace(second=0, microsecond=0, tzinfo=None),
            channel=Channel.PHONE,
            way=Way.OUT,
            outcome=ContactOutcome.NOT_REACHED,
            party_id=None,
            note="",
            transferred_on=None,
        )
        with self._vault.write(Topic.FOLLOWUP) as session:
            get_followup(session, followup_id)
            return ContactId(_save_contact(session, followup_id, facts).id)

    def contact_draft(self, contact_id: ContactId) -> ContactDraft:
        """Return the contact as a draft to correct."""
        with self._vault.read() as session:
            record = session.get(ContactRecord, contact_id)
            if record is None:
                raise NotFound(_("This contact is no longer there."))
            copied = find_transfer(session, contact_key(record.id))
            facts = contact_row(session, record, copied).facts
        return ContactDraft(
            day=write_day(facts.day),
            at=write_time(facts.at),
            channel=facts.channel.value,
            way=facts.way.value,
            outcome=facts.outcome.value,
            party_id=facts.party_id.hex if facts.party_id else "",
            note=facts.note,
            transferred_on=write_day(facts.transferred_on),
        )

    def correct_contact(self, contact_id: ContactId, draft: ContactDraft) -> None:
        """Save mended fields of a contact."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            facts = settle_contact(draft, self._today())
            record = session.get(ContactRecord, contact_id)
            if record is None:
                raise NotFound(_("This contact is no longer there."))
            followup = get_followup(session, FollowupId(record.followup_id))
            _refuse_stranger(session, followup, facts)
            record.sqlmodel_update(_contact_columns(facts))
            put_transfer(session, followup.id, contact_key(record.id), facts.transferred_on)

    def remove_contact(self, contact_id: ContactId) -> None:
        """Remove a contact."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            record = session.get(ContactRecord, contact_id)
            if record is not None:
                session.delete(record)


def _leave_one_driver(session: Session, driver: PartyRecord) -> None:
    """If this party drives, nobody else does: one person holds the strings."""
    if not driver.drives:
        return
    for party in find_parties(session, driver.citizen_id):
        party.drives = int(party.id == driver.id)
    for followup in find_followups(session, citizen_id=driver.citizen_id):
        followup.drives = int(False)


def _save_contact(session: Session, followup_id: FollowupId, facts: ContactFacts) -> ContactRecord:
    record = ContactRecord(followup_id=followup_id, **_contact_columns(facts))
    session.add(record)
    session.flush()
    put_transfer(session, followup_id, contact_key(record.id), facts.transferred_on)
    return record


def _refuse_stranger(session: Session, followup: FollowupRecord, facts: ContactFacts) -> None:
    if facts.party_id is None:
        return
    party = session.get(PartyRecord, facts.party_id)
    if party is None or party.citizen_id != followup.citizen_id:
        raise Rejected([Problem("party_id", _("Choose who you were in contact with."))])


def _party_columns(facts: PartyFacts) -> dict[str, Any]:
    return {
        "kind": facts.kind,
        "name": facts.name,
        "person": facts.person,
        "phone": facts.phone,
        "email": facts.email,
        "aim": facts.aim,
        "next_step": facts.next_step,
        "next_on": facts.next_on,
        "drives": int(facts.drives),
        "aim_rung": facts.aim_rung,
    }


def _contact_columns(facts: ContactFacts) -> dict[str, Any]:
    return {
        "party_id": facts.party_id,
        "day": facts.day,
        "at": facts.at,
        "channel": facts.channel,
        "way": facts.way,
        "outcome": facts.outcome,
        "note": facts.note,
    }
