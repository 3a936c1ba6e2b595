"""What can be done with consents: record, extend, withdraw, and see what soon ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from sqlmodel import Session

from app.changes import Topic
from app.data.consent import (
    CellRecord,
    CitizenRecord,
    ConsentRecord,
    PartyRecord,
    find_citizens,
    find_consents,
    get_citizen,
)
from app.data.followup import find_followups, get_followup
from app.data.roundtable import find_roundtables
from app.data.vault import Vault
from app.domain.consent import (
    WARN_DAYS,
    CellId,
    CitizenId,
    ConsentKind,
    ConsentStatus,
    Direction,
    ExpiringRow,
    PartyId,
    RelayedDraft,
    Stopped,
    settle_relayed,
)
from app.domain.consent_form import ConsentFormSheet, blank_form
from app.domain.followup import FollowupId
from app.domain.followup_sheet import RelayedRow
from app.domain.grant import GrantDraft, GrantFacts, settle_grant
from app.domain.language import _
from app.domain.problem import NotFound, Problem, Refused, Rejected
from app.domain.renewal import RenewalDraft, settle_renewal
from app.domain.roundtable import RoundtableStatus
from app.domain.sender import Sender
from app.domain.typed import write_day
from app.domain.wording import Wording
from app.domain.words import long_day
from app.services.citizen import (
    erase_citizen,
    has_any_consent,
    has_live_consent,
    let_go_of_flags,
    live_cells,
    new_consent,
    party_rows,
    relay_from_flag,
)
from app.services.consent_record import (
    close_emptied,
    granted_record,
    relayed_consent,
    relayed_records,
    replace_root,
    stored_live,
)
from app.services.consent_view import (
    expiring_rows,
    form_sheet_of,
    read_aloud_lines,
)
from app.services.consent_wording import wording_on
from app.system.clock import Today


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
        """Save a yes the doctor passes on; it allows one first contact within 21 days."""
        facts = settle_relayed(draft, self._today())
        with self._vault.write(Topic.CONSENT, Topic.FLAG) as session:
            consent, citizen = relayed_records(facts)
            new_consent(session, citizen, consent)
            relay_from_flag(session, consent.id, facts.flag_id)
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
            return RelayedDraft(
                name=citizen.name,
                reach_kind=citizen.reach_kind.value,
                reach=citizen.reach,
                safe_when=citizen.safe_when,
                relayed_by=consent.relayed_by,
                given_on=write_day(consent.given_on),
                form=consent.form.value,
            )

    def correct_relayed(self, citizen_id: CitizenId, draft: RelayedDraft) -> None:
        """Save who it is and how to reach them; what the doctor passed on is not changed."""
        facts = settle_relayed(draft, self._today())
        with self._vault.write(Topic.CONSENT) as session:
            citizen = get_citizen(session, citizen_id)
            relayed_consent(session, citizen.id, self._today())
            citizen.name, citizen.safe_when = facts.name, facts.safe_when
            citizen.reach_kind, citizen.reach = facts.reach_kind, facts.reach

    def lapse_due(self) -> int:
        """Let every relayed yes whose 21 days are over fall, and the contact data with it."""
        late = [row for row in self._relayed_rows() if row.expires_on < self._today()]
        if late:
            with self._vault.write(Topic.CONSENT, Topic.FLAG) as session:
                for row in late:
                    erase_citizen(session, row.citizen_id)
        return len(late)

    def stop_what_lapsed(self) -> int:
        """Stop what rested on a consent whose last day is over: no roundtable is planned on it,
        and no flag says that it is given. Return how many flags did."""
        with self._vault.write(Topic.FOLLOWUP, Topic.ROUNDTABLE, Topic.FLAG) as session:
            lapsed = [
                citizen.id
                for citizen in find_citizens(session)
                if not has_any_consent(session, citizen.id, self._today())
            ]
            for citizen_id in lapsed:
                self._stop_roundtables(session, CitizenId(citizen_id))
            return sum(let_go_of_flags(session, citizen_id) for citizen_id in lapsed)

    def remove_relayed(self, citizen_id: CitizenId) -> None:
        """Erase a citizen who said no to the first contact, or was entered by mistake."""
        with self._vault.write(Topic.CONSENT, Topic.FLAG) as session:
            if find_followups(session, citizen_id=citizen_id):
                raise Refused(_("There is a follow-up. Erase the follow-up instead."))
            erase_citizen(session, citizen_id)

    def renew(self, followup_id: FollowupId, draft: RenewalDraft) -> None:
        """Save that the citizen lets the work together go on; no party may hear more by this."""
        facts = settle_renewal(draft, self._today())
        with self._vault.write(Topic.CONSENT, Topic.FOLLOWUP) as session:
            citizen_id = CitizenId(get_followup(session, followup_id).citizen_id)
            citizen = get_citizen(session, citizen_id)
            replace_root(session, citizen, facts, self._today())

    def grant(self, followup_id: FollowupId, draft: GrantDraft) -> None:
        """Save a yes for one party and one direction; what was there for them is replaced."""
        facts = settle_grant(draft, self._today())
        with self._vault.write(Topic.CONSENT, Topic.FOLLOWUP) as session:
            citizen_id = get_followup(session, followup_id).citizen_id
            party = session.get(PartyRecord, facts.party_id)
            if party is None or party.citizen_id != citizen_id:
                raise Rejected([Problem("party_id", _("Choose who it is about."))])
            consent = granted_record(facts, CitizenId(citizen_id))
            session.add(consent)
            session.flush()
            self._replace_cells(session, facts, consent)

    def withdraw_cell(self, cell_id: CellId) -> Stopped:
        """Take back one cell; acts at once."""
        with self._vault.write(Topic.CONSENT, Topic.ROUNDTABLE, Topic.FOLLOWUP) as session:
            cell = session.get(CellRecord, cell_id)
            if cell is None:
                raise NotFound(_("This consent is no longer there."))
            if cell.status is not ConsentStatus.LIVE:
                raise Refused(_("This consent has already ended."))
            citizen_id = session.get_one(ConsentRecord, cell.consent_id).citizen_id
            return self._withdraw(session, CitizenId(citizen_id), [cell])

    def withdraw_party(
        self, followup_id: FollowupId, party_id: PartyId, direction: Direction
    ) -> Stopped:
        """Take back everything said yes to for one party and direction; acts at once."""
        with self._vault.write(Topic.CONSENT, Topic.ROUNDTABLE, Topic.FOLLOWUP) as session:
            citizen_id = get_followup(session, followup_id).citizen_id
            cells = stored_live(session, party_id, direction)
            return self._withdraw(session, CitizenId(citizen_id), cells)

    def withdraw_all(self, followup_id: FollowupId) -> Stopped:
        """Take back every consent of the person, in one transaction with all that rested on it."""
        topics = (Topic.ROUNDTABLE, Topic.FOLLOWUP, Topic.FLAG)
        with self._vault.write(Topic.CONSENT, *topics) as session:
            citizen_id = CitizenId(get_followup(session, followup_id).citizen_id)
            cells = [
                cell
                for party in party_rows(session, citizen_id)
                for direction in Direction
                for cell in stored_live(session, party.id, direction)
            ]
            stopped = self._withdraw(session, citizen_id, cells, everything=True)
            for consent in find_consents(session, citizen_id):
                if consent.status is ConsentStatus.LIVE:
                    consent.status, consent.ended_on = ConsentStatus.WITHDRAWN, self._today()
            return Stopped(
                cells=stopped.cells,
                roundtables=stopped.roundtables,
                links_cleared=let_go_of_flags(session, citizen_id),
                tell=stopped.tell,
                everything=True,
            )

    def expiring(self, days: int = WARN_DAYS) -> tuple[ExpiringRow, ...]:
        """Return consents that end within `days`, the first to end first."""
        last = self._today() + timedelta(days=days)
        with self._vault.read() as session:
            rows = [
                row
                for citizen in find_citizens(session)
                for row in expiring_rows(session, citizen, self._today(), last)
            ]
        return tuple(sorted(rows, key=lambda row: (row.until, row.citizen, row.party)))

    def read_aloud(self, followup_id: FollowupId) -> str:
        """Return what holds today as sentences to read aloud to the citizen."""
        with self._vault.read() as session:
            citizen_id = get_followup(session, followup_id).citizen_id
            lines = read_aloud_lines(session, citizen_id, self._today())
            if not lines and has_live_consent(session, citizen_id, self._today()):
                lines = [_("I may talk with you, and with nobody else.")]
        if not lines:
            return _("You have not said yes to anything that holds today.")
        closing = _("Everything else is closed. You can take back any of it, whenever you like.")
        return "\n".join([*lines, closing])

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
            return [
                _relayed_row(citizen, consent)
                for citizen in find_citizens(session)
                for consent in find_consents(session, citizen.id)
                if consent.kind is ConsentKind.RELAYED and consent.status is ConsentStatus.LIVE
            ]

    def _replace_cells(self, session: Session, facts: GrantFacts, consent: ConsentRecord) -> None:
        for cell in stored_live(session, facts.party_id, facts.direction):
            if cell.information in facts.information:
                cell.status, cell.ended_on = ConsentStatus.FULFILLED, self._today()
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

    def _withdraw(
        self,
        session: Session,
        citizen_id: CitizenId,
        cells: Sequence[CellRecord],
        *,
        everything: bool = False,
    ) -> Stopped:
        names = {party.id: party.facts.name for party in party_rows(session, citizen_id)}
        told = sorted({names[PartyId(cell.party_id)] for cell in cells})
        for cell in cells:
            cell.status, cell.ended_on = ConsentStatus.WITHDRAWN, self._today()
        session.flush()
        close_emptied(session, citizen_id, ConsentStatus.WITHDRAWN, self._today())
        stops = everything or any(cell.direction is Direction.TAKE_PART for cell in cells)
        return Stopped(
            cells=len(cells),
            roundtables=self._stop_roundtables(session, citizen_id) if stops else (),
            links_cleared=0,
            tell=tuple(told),
        )

    def _stop_roundtables(self, session: Session, citizen_id: CitizenId) -> tuple[str, ...]:
        if any(
            cell.direction is Direction.TAKE_PART
            for cell in live_cells(session, citizen_id, self._today())
        ):
            return ()
        stopped = [
            roundtable
            for followup in find_followups(session, citizen_id=citizen_id)
            for roundtable in find_roundtables(session, followup_id=followup.id)
            if roundtable.status is RoundtableStatus.DRAFT
        ]
        for roundtable in stopped:
            roundtable.status = RoundtableStatus.STOPPED
        return tuple(long_day(roundtable.day) for roundtable in stopped)


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
