"""What can be done with follow-ups: begin, correct, end, let go."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from sqlmodel import Session

from app.changes import Topic
from app.data.audit import note_act
from app.data.consent import (
    CitizenRecord,
    ConsentRecord,
    get_citizen,
)
from app.data.flag import get_flag
from app.data.followup import FollowupRecord, find_followups, get_followup
from app.data.vault import Vault
from app.domain.audit import Action
from app.domain.consent import CitizenId, ConsentKind, ConsentStatus
from app.domain.flag import FlagId
from app.domain.followup import (
    EndingDraft,
    FollowupDraft,
    FollowupFacts,
    FollowupId,
    Origin,
    settle_ending,
    settle_followup,
)
from app.domain.followup_sheet import FollowupRow, FollowupSheet
from app.domain.language import _
from app.domain.problem import Refused
from app.domain.renewal import RenewalFacts, settle_renewal
from app.services.audit_note import note_view
from app.services.citizen import (
    erase_citizen,
    link_flag,
    new_consent,
    open_followup,
)
from app.services.consent_record import relayed_consent, together_record
from app.services.followup_list import listed_rows
from app.services.followup_view import draft_of, facts_of, sheet_of
from app.services.retention import find_going
from app.system.clock import Today


class FollowupService:
    """Begin, correct and end follow-ups, and let go of them when their time is over."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def list_followups(self, *, archived: bool = False) -> tuple[FollowupRow, ...]:
        """Return the follow-ups, newest number first; archived ones only when asked for."""
        with self._vault.read() as session:
            return listed_rows(session, self._today(), archived=archived)

    def followup(self, followup_id: FollowupId) -> FollowupSheet:
        """Return everything the page of one follow-up shows."""
        with self._vault.read() as session:
            sheet = sheet_of(session, get_followup(session, followup_id), self._today())
        note_view(self._vault, sheet.citizen_id)
        return sheet

    def draft(self, followup_id: FollowupId) -> FollowupDraft:
        """Return the follow-up as a draft to correct."""
        with self._vault.read() as session:
            record = get_followup(session, followup_id)
            citizen = get_citizen(session, CitizenId(record.citizen_id))
            return draft_of(facts_of(session, record, citizen))

    def draft_from_relayed(self, citizen_id: CitizenId) -> FollowupDraft:
        """Return a draft for the first talk with someone whose doctor passed on a yes."""
        with self._vault.read() as session:
            citizen = get_citizen(session, citizen_id)
            relayed_consent(session, citizen.id, self._today())
            draft = FollowupDraft(
                name=citizen.name,
                reach_kind=citizen.reach_kind.value,
                reach=citizen.reach,
                safe_when=citizen.safe_when,
                origin=Origin.FLAG.value,
                relayed_id=citizen.id.hex,
            )
        note_view(self._vault, citizen_id)
        return draft

    def draft_from_flag(self, flag_id: FlagId) -> FollowupDraft:
        """Return a draft for a citizen who says the code; nothing else is taken from the flag."""
        with self._vault.read() as session:
            flag = get_flag(session, flag_id)
            return FollowupDraft(origin=Origin.FLAG.value, flag_id=flag.id.hex)

    def begin(self, draft: FollowupDraft) -> FollowupId:
        """Start a follow-up on the citizen's own yes; raise `Rejected` without one."""
        with self._vault.write(Topic.FOLLOWUP, Topic.CONSENT, Topic.FLAG) as session:
            facts = settle_followup(draft, self._today())
            yes = settle_renewal(draft, self._today())
            citizen = _confirmed_citizen(session, facts, yes, self._today())
            if open_followup(session, citizen.id) is not None:
                raise Refused(_("This citizen already has a follow-up. Open that one."))
            record = FollowupRecord(
                citizen_id=citizen.id,
                flag_id=link_flag(session, citizen.id, facts.flag_id),
                number=_next_number(session, self._today()),
                origin=facts.origin,
                started_on=facts.given_on,
                **_columns(facts),
            )
            session.add(record)
            session.flush()
            note_act(session, Action.CONSENT_GIVEN, ConsentKind.CONFIRMED, person=citizen.id)
            return FollowupId(record.id)

    def correct_followup(self, followup_id: FollowupId, draft: FollowupDraft) -> None:
        """Save mended fields; what was consented to is not changed by this."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            facts = settle_followup(draft, self._today())
            record = get_followup(session, followup_id)
            record.sqlmodel_update(_columns(facts))
            record.origin = facts.origin
            citizen = get_citizen(session, CitizenId(record.citizen_id))
            _mend_citizen(citizen, facts)
            root = session.get_one(ConsentRecord, citizen.root_consent_id)
            if root.original_at != facts.original_at:
                root.original_at = facts.original_at
                note_act(session, Action.CONSENT_CHANGED, root.kind, person=citizen.id)

    def end_followup(self, followup_id: FollowupId, draft: EndingDraft) -> None:
        """End the follow-up with an outcome; the rules say when it is erased."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            record = get_followup(session, followup_id)
            record.ended_on, record.outcome = settle_ending(draft, record.started_on, self._today())

    def reopen_followup(self, followup_id: FollowupId) -> None:
        """Take back the end of a follow-up."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            record = get_followup(session, followup_id)
            record.ended_on, record.outcome, record.archived_on = None, None, None

    def archive_followup(self, followup_id: FollowupId) -> None:
        """Put an ended follow-up away; `Refused` while it runs."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            record = get_followup(session, followup_id)
            if record.ended_on is None:
                raise Refused(_("End the follow-up with an outcome first."))
            record.archived_on = self._today()

    def restore_followup(self, followup_id: FollowupId) -> None:
        """Take a follow-up out of the archive."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            get_followup(session, followup_id).archived_on = None

    def erase_due(self) -> int:
        """Erase the people whose time is up by the rules; return how many."""
        with self._vault.write(Topic.FOLLOWUP, Topic.CONSENT, Topic.FLAG) as session:
            going = find_going(session, self._today())
            for citizen, _day, reason in going:
                erase_citizen(session, CitizenId(citizen.id), reason)
            return len(going)


def _columns(facts: FollowupFacts) -> dict[str, Any]:
    return {
        "employment": facts.employment,
        "job_title": facts.job_title,
        "weekly_hours": facts.weekly_hours,
        "sick_since": facts.sick_since,
        "functions": facts.functions,
        "wishes": facts.wishes,
    }


def _confirmed_citizen(
    session: Session, facts: FollowupFacts, yes: RenewalFacts, today: date
) -> CitizenRecord:
    consent = together_record(yes, facts.relayed_id or uuid4())
    if facts.relayed_id is None:
        citizen = CitizenRecord(
            id=consent.citizen_id,
            name=facts.name,
            reach_kind=facts.reach_kind,
            reach=facts.reach,
            safe_when=facts.safe_when,
            no_ring=int(facts.no_ring),
            root_consent_id=consent.id,
        )
    else:
        citizen = get_citizen(session, CitizenId(facts.relayed_id))
        relayed = relayed_consent(session, citizen.id, today)
        relayed.status, relayed.ended_on = ConsentStatus.FULFILLED, yes.giving.given_on
        _mend_citizen(citizen, facts)
        citizen.root_consent_id = consent.id
    new_consent(session, citizen, consent)
    return citizen


def _mend_citizen(citizen: CitizenRecord, facts: FollowupFacts) -> None:
    citizen.name = facts.name
    citizen.reach_kind = facts.reach_kind
    citizen.reach = facts.reach
    citizen.safe_when = facts.safe_when
    citizen.no_ring = int(facts.no_ring)


def _next_number(session: Session, today: date) -> str:
    year = f"{today:%y}-"
    used = [
        int(record.number[3:])
        for record in find_followups(session)
        if record.number.startswith(year)
    ]
    return f"{year}{max(used, default=0) + 1:03}"
