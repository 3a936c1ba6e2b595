"""What can be done with consents: record, extend, withdraw, and see what soon ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from sqlmodel import Session

from app.changes import Topic
from app.data.audit import note_act
from app.data.consent import (
    CellRecord,
    CitizenRecord,
    ConsentRecord,
    PartyRecord,
    get_citizen,
)
from app.data.consent_fall import find_told, get_fall
from app.data.due import find_lapsed, find_relayed
from app.data.followup import find_followups, get_followup
from app.data.vault import Vault
from app.domain.audit import Action
from app.domain.consent import (
    WARN_DAYS,
    CellId,
    CitizenId,
    ConsentId,
    ConsentKind,
    ConsentStatus,
    Direction,
    ExpiringRow,
    Information,
    PartyId,
    RelayedDraft,
    settle_relayed,
)
from app.domain.consent_fall import Fall, FallId, FallKind, FallNoteDraft, settle_fall_note
from app.domain.consent_form import ConsentFormSheet, blank_form
from app.domain.erasure import ErasureReason
from app.domain.followup import FollowupId
from app.domain.followup_sheet import RelayedRow
from app.domain.grant import GrantDraft, GrantFacts, settle_grant
from app.domain.language import _, in_language, language
from app.domain.problem import NotFound, Problem, Refused, Rejected
from app.domain.renewal import RenewalDraft, settle_renewal
from app.domain.retention import Kept
from app.domain.sender import Sender
from app.domain.typed import write_day
from app.domain.wording import Wording
from app.services.audit_note import note_view
from app.services.citizen import (
    erase_citizen,
    new_consent,
    relay_from_flag,
)
from app.services.consent_fall import (
    cells_of_same_consent,
    expire,
    fall_of,
    fall_together,
    let_fall,
    live_cell,
    live_records,
)
from app.services.consent_record import (
    Refusal,
    close_emptied,
    granted_record,
    record_refusal,
    relayed_consent,
    relayed_records,
    replace_root,
    settle_original,
    stored_live,
)
from app.services.consent_view import (
    form_sheet_of,
    read_aloud_lines,
)
from app.services.consent_wording import wording_on
from app.services.expiring import expiring_rows
from app.services.retention import kept_for
from app.system.clock import Today

# What may rest on a consent, and stops when it falls.
RESTING = (Topic.ROUNDTABLE, Topic.FOLLOWUP, Topic.FLAG, Topic.TASK, Topic.DRAFT)


class ConsentService:
    """Record what citizens say yes to, and take it back at once when they say no."""

    def __init__(self, vault: Vault, today: Today, sender: Callable[[], Sender]) -> None:
        self._vault = vault
        self._today = today
        self._sender = sender

    def wording(self, day: date) -> Wording:
        """Return the text that is said to a citizen on `day`, in the language in force."""
        return wording_on(day)

    def record_relayed(self, draft: RelayedDraft) -> CitizenId:
        """Save a yes the doctor passes on; it allows one first contact within 21 days, or fewer."""
        with self._vault.write(Topic.CONSENT, Topic.FLAG) as session:
            days = kept_for(session).amount(Kept.RELAYED)
            facts = settle_relayed(draft, self._today(), days)
            consent, citizen = relayed_records(facts)
            new_consent(session, citizen, consent)
            relay_from_flag(session, consent.id, facts.flag_id)
            note_act(session, Action.CONSENT_GIVEN, ConsentKind.RELAYED, person=citizen.id)
            return CitizenId(citizen.id)

    def list_relayed(self) -> tuple[RelayedRow, ...]:
        """Return citizens known by a relayed yes only, the first to lapse first."""
        rows = [row for row in self._relayed_rows() if row.expires_on >= self._today()]
        return tuple(sorted(rows, key=lambda row: (row.expires_on, row.name)))

    def relayed_draft(self, citizen_id: CitizenId) -> RelayedDraft:
        """Return the relayed yes as a draft to correct."""
        with self._vault.read() as session:
            citizen = get_citizen(session, citizen_id)
            consent = relayed_consent(session, citizen.id, self._today())
            draft = RelayedDraft(
                name=citizen.name,
                reach_kind=citizen.reach_kind.value,
                reach=citizen.reach,
                safe_when=citizen.safe_when,
                relayed_by=consent.relayed_by,
                given_on=write_day(consent.given_on),
                form=consent.form.value,
            )
        note_view(self._vault, citizen_id)
        return draft

    def correct_relayed(self, citizen_id: CitizenId, draft: RelayedDraft) -> None:
        """Save who it is and how to reach them; what the doctor passed on is not changed."""
        with self._vault.write(Topic.CONSENT) as session:
            facts = settle_relayed(draft, self._today())
            citizen = get_citizen(session, citizen_id)
            relayed_consent(session, citizen.id, self._today())
            citizen.name, citizen.safe_when = facts.name, facts.safe_when
            citizen.reach_kind, citizen.reach = facts.reach_kind, facts.reach
            note_act(session, Action.CONSENT_CHANGED, ConsentKind.RELAYED, person=citizen.id)

    def lapse_due(self) -> int:
        """Let every relayed yes whose days are over fall, and the contact data with it."""
        late = [row for row in self._relayed_rows() if row.expires_on < self._today()]
        if late:
            with self._vault.write(Topic.CONSENT, Topic.FLAG) as session:
                for row in late:
                    erase_citizen(session, row.citizen_id, ErasureReason.LAPSED)
        return len(late)

    def stop_what_lapsed(self) -> int:
        """Let what ran out be over for good, with what rested on it: no roundtable is planned on
        it, and no flag says that it is given. Return how many flags did."""
        with self._vault.write(Topic.CONSENT, *RESTING) as session:
            return sum(
                expire(session, CitizenId(citizen.id), self._today())
                for citizen in find_lapsed(session, self._today())
            )

    def remove_relayed(self, citizen_id: CitizenId) -> None:
        """Erase a citizen who said no to the first contact, or was entered by mistake."""
        with self._vault.write(Topic.CONSENT, Topic.FLAG) as session:
            if find_followups(session, citizen_id=citizen_id):
                raise Refused(_("There is a follow-up. Erase the follow-up instead."))
            erase_citizen(session, citizen_id, ErasureReason.DECLINED)

    def renew(self, followup_id: FollowupId, draft: RenewalDraft) -> None:
        """Save that the citizen lets the work together go on; no party may hear more by this."""
        with self._vault.write(Topic.CONSENT, Topic.FOLLOWUP) as session:
            facts = settle_renewal(draft, self._today())
            citizen_id = CitizenId(get_followup(session, followup_id).citizen_id)
            citizen = get_citizen(session, citizen_id)
            replace_root(session, citizen, facts, self._today())
            note_act(session, Action.CONSENT_GIVEN, ConsentKind.CONFIRMED, person=citizen_id)

    def grant(self, followup_id: FollowupId, draft: GrantDraft) -> None:
        """Save a yes for one party and one direction; what was there for them is replaced."""
        with self._vault.write(Topic.CONSENT, Topic.FOLLOWUP) as session:
            facts = settle_grant(draft, self._today())
            citizen_id = get_followup(session, followup_id).citizen_id
            party = session.get(PartyRecord, facts.party_id)
            if party is None or party.citizen_id != citizen_id:
                raise Rejected([Problem("party_id", _("Choose who it is about."))])
            consent = granted_record(facts, CitizenId(citizen_id))
            session.add(consent)
            session.flush()
            self._replace_cells(session, facts, consent)
            about = (party.kind, facts.direction, *facts.information)
            note_act(session, Action.CONSENT_GIVEN, *about, person=citizen_id)

    def refuse(
        self,
        followup_id: FollowupId,
        party_id: PartyId,
        direction: Direction,
        information: Sequence[Information],
    ) -> None:
        """Save that the citizen said no; `Refused` for what holds, which is withdrawn instead."""
        with self._vault.write(Topic.CONSENT, Topic.FOLLOWUP) as session:
            citizen_id = CitizenId(get_followup(session, followup_id).citizen_id)
            live = live_records(session, citizen_id, self._today())
            if any(
                (cell.party_id, cell.direction) == (party_id, direction)
                and cell.information in information
                for cell in live
            ):
                raise Refused(_("This is given today. Withdraw it instead."))
            place = Refusal(party_id, direction, tuple(information))
            record_refusal(session, citizen_id, place, self._receiver(), self._today())
            kind = session.get_one(PartyRecord, party_id).kind
            about = (kind, direction, *information)
            note_act(session, Action.CONSENT_REFUSED, *about, person=citizen_id)

    def withdraw_cell(self, cell_id: CellId) -> Fall:
        """Take back one cell; acts at once."""
        with self._vault.write(Topic.CONSENT, *RESTING) as session:
            cell = live_cell(session, cell_id, self._today())
            return fall_together(session, [cell], FallKind.WITHDRAWN, self._today())

    def withdraw_party(
        self, followup_id: FollowupId, party_id: PartyId, direction: Direction
    ) -> Fall:
        """Take back everything said yes to for one party and direction; acts at once."""
        with self._vault.write(Topic.CONSENT, *RESTING) as session:
            citizen_id = get_followup(session, followup_id).citizen_id
            cells = [
                cell
                for cell in live_records(session, citizen_id, self._today())
                if (cell.party_id, cell.direction) == (party_id, direction)
            ]
            if not cells:
                raise Refused(_("This consent has already ended."))
            return fall_together(session, cells, FallKind.WITHDRAWN, self._today())

    def withdraw_all(self, followup_id: FollowupId) -> Fall:
        """Take back every consent of the person, in one transaction with all that rested on it."""
        with self._vault.write(Topic.CONSENT, *RESTING) as session:
            citizen_id = CitizenId(get_followup(session, followup_id).citizen_id)
            cells = live_records(session, citizen_id, self._today())
            fell = let_fall(
                session, citizen_id, cells, FallKind.WITHDRAWN, self._today(), everything=True
            )
            return fall_of(session, get_fall(session, fell))

    def fulfil(self, cell_id: CellId) -> Fall:
        """End the consent a cell belongs to: what it was for is reached."""
        with self._vault.write(Topic.CONSENT, *RESTING) as session:
            cells = cells_of_same_consent(session, cell_id, self._today())
            return fall_together(session, cells, FallKind.FULFILLED, self._today())

    def invalidate(self, cell_id: CellId) -> Fall:
        """Say that the consent a cell belongs to was never given like this, such as one recorded
        for the wrong party; return what was shared on it too."""
        with self._vault.write(Topic.CONSENT, *RESTING) as session:
            cells = cells_of_same_consent(session, cell_id, self._today())
            return fall_together(session, cells, FallKind.INVALID, self._today())

    def note_fall(self, fall_id: FallId, draft: FallNoteDraft) -> None:
        """Save by what route it fell, and who was told when."""
        with self._vault.write(Topic.CONSENT, Topic.FOLLOWUP) as session:
            record = get_fall(session, fall_id)
            note = settle_fall_note(draft, record.day, self._today())
            record.route = note.route or record.route
            for told, _name in find_told(session, record.id):
                if told.party_id in note.told:
                    told.told_on = note.told_on

    def correct_original(self, consent_id: ConsentId, typed: str) -> None:
        """Save where the signed original lies now; nothing else of a consent is changed."""
        with self._vault.write(Topic.CONSENT, Topic.FOLLOWUP) as session:
            consent = session.get(ConsentRecord, consent_id)
            if consent is None:
                raise NotFound(_("This consent is no longer there."))
            original_at = settle_original(consent.form, typed)
            if consent.original_at != original_at:
                consent.original_at = original_at
                note_act(session, Action.CONSENT_CHANGED, consent.kind, person=consent.citizen_id)

    def expiring(self, days: int = WARN_DAYS) -> tuple[ExpiringRow, ...]:
        """Return consents that end within `days`, the first to end first."""
        last = self._today() + timedelta(days=days)
        with self._vault.read() as session:
            return expiring_rows(session, self._today(), last)

    def read_aloud(self, followup_id: FollowupId, spoken: str = "") -> str:
        """Return what holds today as sentences to read aloud to the citizen, in the language
        `spoken`, or the one in force."""
        with in_language(spoken or language()), self._vault.read() as session:
            citizen_id = get_followup(session, followup_id).citizen_id
            return "\n".join(read_aloud_lines(session, citizen_id, self._today()))

    def form_sheet(self, followup_id: FollowupId | None) -> ConsentFormSheet:
        """Gather the consent form: blank, or filled with what the follow-up holds."""
        sender = self._sender()
        if followup_id is None:
            return blank_form(sender, self._today(), wording_on(self._today()))
        with self._vault.read() as session:
            followup = get_followup(session, followup_id)
            return form_sheet_of(session, followup, self._today(), sender)

    def _relayed_rows(self) -> list[RelayedRow]:
        with self._vault.read() as session:
            return [_relayed_row(citizen, consent) for citizen, consent in find_relayed(session)]

    def _replace_cells(self, session: Session, facts: GrantFacts, consent: ConsentRecord) -> None:
        for cell in stored_live(session, facts.party_id, facts.direction):
            if cell.information in facts.information:
                over = cell.until < self._today()
                cell.status = ConsentStatus.EXPIRED if over else ConsentStatus.FULFILLED
                cell.ended_on = min(cell.until, self._today())
        session.flush()
        close_emptied(session, consent.citizen_id, ConsentStatus.FULFILLED, self._today())
        for information in facts.information:
            session.add(
                CellRecord(
                    consent_id=consent.id,
                    party_id=facts.party_id,
                    direction=facts.direction,
                    information=information,
                    until=facts.until,
                    status=ConsentStatus.LIVE,
                )
            )

    def _receiver(self) -> str:
        try:
            return self._sender().name
        except Refused:
            return ""


def _relayed_row(citizen: CitizenRecord, consent: ConsentRecord) -> RelayedRow:
    return RelayedRow(
        citizen_id=CitizenId(citizen.id),
        name=citizen.name,
        reach_kind=citizen.reach_kind,
        reach=citizen.reach,
        safe_when=citizen.safe_when,
        relayed_by=consent.relayed_by,
        given_on=consent.given_on,
        expires_on=consent.expires_on,
    )
