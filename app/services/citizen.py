"""What is known of a citizen, put together for the services that show or hand it out.

The nameless world (flags) and the named one meet in one place only: `followup.flag_id`, and before
there is a follow-up, the link of a relayed yes. Until a first talk that began with a flag is saved,
its unfinished form is kept under the flag's id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.audit import note_act
from app.data.consent import (
    CellRecord,
    CitizenRecord,
    ConsentRecord,
    PartyRecord,
    find_cells,
    find_consents,
    find_parties,
    get_citizen,
)
from app.data.flag import FlagRecord, get_flag
from app.data.flag_link import (
    RelayedFlagRecord,
    find_relayed_flag,
    find_relayed_flags,
    has_followup,
    is_rested_on,
)
from app.data.followup import FollowupRecord, find_followups
from app.data.restriction import end_restriction
from app.data.visit import VisitRecord
from app.domain.audit import Action, Word
from app.domain.consent import (
    CellId,
    CellRow,
    CitizenId,
    ConsentKind,
    ConsentStatus,
    PartyId,
    cell_status,
)
from app.domain.erasure import ErasedKind, ErasureReason
from app.domain.flag import FlagId, after_consent_fell
from app.domain.flag_choice import FlagStatus
from app.domain.followup_sheet import ConsentRow
from app.domain.language import _
from app.domain.party import PartyFacts, PartyKind, PartyRow
from app.domain.problem import Refused
from app.domain.purpose import purpose_words
from app.domain.restriction import restricted
from app.domain.visit import VisitStatus
from app.services.ledger import enter_erased

_WHY: dict[ErasureReason, Word] = {
    ErasureReason.ASKED: Word.HAND,
    ErasureReason.DECLINED: Word.HAND,
    ErasureReason.LAPSED: Word.DUE,
    ErasureReason.ENDED: Word.DUE,
    ErasureReason.CONSENT_FELL: Word.DUE,
}
_WORDS: dict[ErasedKind, Word] = {
    ErasedKind.CONSENTS: Word.CONSENTS,
    ErasedKind.CONTACTS: Word.CONTACTS,
    ErasedKind.ROUNDTABLES: Word.ROUNDTABLES,
    ErasedKind.TASKS: Word.TASKS,
    ErasedKind.DISCLOSURES: Word.DISCLOSURES,
}


def consent_rows(session: Session, citizen_id: UUID, today: date) -> tuple[ConsentRow, ...]:
    """Return a citizen's acts of consenting, oldest first, with their status as of `today`."""
    return consents_as_of(find_consents(session, citizen_id), today)


def consents_as_of(records: Sequence[ConsentRecord], today: date) -> tuple[ConsentRow, ...]:
    """Return a citizen's acts of consenting as rows, with their status as of `today`."""
    return tuple(
        ConsentRow(
            id=record.id,
            kind=record.kind,
            given_on=record.given_on,
            expires_on=record.expires_on,
            form=record.form,
            status=cell_status(record.status, record.expires_on, today),
            purpose=purpose_words(record.purpose_code, record.purpose),
            ended_on=record.ended_on,
            received_by=record.received_by,
            received_place=record.received_place,
            original_at=record.original_at,
            told=record.told,
            wording_version=record.wording_version,
            worded=bool(record.wording_hash),
            hold_back=record.hold_back,
            hold_back_why=record.hold_back_why,
        )
        for record in records
    )


def has_any_consent(session: Session, citizen_id: UUID, today: date) -> bool:
    """Return whether any consent of the citizen holds today, be it one that a doctor relayed."""
    rows = consent_rows(session, citizen_id, today)
    return any(row.status is ConsentStatus.LIVE for row in rows)


def has_live_consent(session: Session, citizen_id: UUID, today: date) -> bool:
    """Return whether the citizen has a confirmed consent that holds today."""
    return any(
        row.kind is ConsentKind.CONFIRMED and row.status is ConsentStatus.LIVE
        for row in consent_rows(session, citizen_id, today)
    )


def cell_rows(session: Session, citizen_id: UUID, today: date) -> tuple[CellRow, ...]:
    """Return every cell ever filled, with its status as of `today`; the last of a place counts."""
    return cells_as_of(
        find_cells(session, citizen_id), consent_rows(session, citizen_id, today), today
    )


def cells_as_of(
    cells: Sequence[CellRecord], consents: Sequence[ConsentRow], today: date
) -> tuple[CellRow, ...]:
    """Return a citizen's cells as rows; none holds longer than the yes it belongs to."""
    yeses = {consent.id: consent.status for consent in consents}
    return tuple(_cell_row(record, yeses[record.consent_id], today) for record in cells)


def live_cells(session: Session, citizen_id: UUID, today: date) -> tuple[CellRow, ...]:
    """Return the cells that hold today."""
    rows = cell_rows(session, citizen_id, today)
    return tuple(row for row in rows if row.status is ConsentStatus.LIVE)


def party_rows(session: Session, citizen_id: UUID) -> tuple[PartyRow, ...]:
    """Return the parties of a citizen's follow-up."""
    return tuple(party_row(record) for record in find_parties(session, citizen_id))


def party_row(record: PartyRecord) -> PartyRow:
    """Return a party in a list."""
    return PartyRow(id=PartyId(record.id), facts=party_facts(record))


def party_facts(record: PartyRecord) -> PartyFacts:
    """Return a party as facts."""
    return PartyFacts(
        kind=record.kind,
        name=record.name,
        person=record.person,
        phone=record.phone,
        email=record.email,
        aim=record.aim,
        next_step=record.next_step,
        next_on=record.next_on,
        drives=bool(record.drives),
        aim_rung=record.aim_rung,
    )


def employers_of(session: Session, citizen_id: UUID) -> tuple[PartyRecord, ...]:
    """Return the citizen's employers among the parties: one who has two jobs has two."""
    parties = find_parties(session, citizen_id)
    return tuple(party for party in parties if party.kind is PartyKind.EMPLOYER)


def relay_from_flag(session: Session, consent_id: UUID, flag_id: UUID | None) -> None:
    """Let a relayed yes rest on the flag it came from."""
    if flag_id is None:
        return
    if is_rested_on(session, flag_id):
        raise Refused(_("A consent is already recorded for this flag."))
    _say_consented(session, flag_id)
    session.add(RelayedFlagRecord(consent_id=consent_id, flag_id=flag_id))


def link_flag(session: Session, citizen_id: UUID, flag_id: UUID | None) -> UUID | None:
    """Return the flag a follow-up is to rest on: the one whose code was said, or else the one the
    relayed yes came from. The flag never points back to a person."""
    relayed = list(find_relayed_flags(session, citizen_id))
    flag_id = flag_id or next((link.flag_id for link in relayed), None)
    if flag_id is None:
        return None
    if has_followup(session, flag_id):
        raise Refused(_("A consent is already recorded for this flag."))
    other = find_relayed_flag(session, flag_id)
    if other is not None and other not in relayed:
        relayed.append(other)  # the citizen said the code: the doctor's word is not needed
    for link in relayed:
        session.delete(link)
    session.flush()
    _say_consented(session, flag_id)
    return flag_id


def let_go_of_flags(session: Session, citizen_id: UUID) -> int:
    """Let no flag rest on the citizen's consent any more: each goes back to where it waits, and
    the link to it is cut. Return how many there were."""
    linked = []
    for followup in find_followups(session, citizen_id=citizen_id):
        if followup.flag_id is not None:
            linked.append(followup.flag_id)
            followup.flag_id = None
    for relayed in find_relayed_flags(session, citizen_id):
        linked.append(relayed.flag_id)
        session.delete(relayed)
    for flag_id in linked:
        flag = session.get_one(FlagRecord, flag_id)
        flag.status = after_consent_fell(flag.status, told=_is_told(session, flag))
    return len(linked)


def erase_citizen(
    session: Session, citizen_id: CitizenId, reason: ErasureReason, tasks: int = 0, drafts: int = 0
) -> None:
    """Delete the citizen, and enter them in the ledger of erasures. How much went is noted, with
    `tasks` and `drafts` that named them elsewhere."""
    citizen = get_citizen(session, citizen_id)
    if citizen.restricted_at is not None:
        raise restricted()
    counts = enter_erased(session, citizen_id, reason, tasks, drafts)
    note_act(session, Action.CITIZEN_ERASED, _WHY[reason], *_told(counts), person=citizen_id)
    let_go_of_flags(session, citizen_id)
    session.delete(citizen)


def erase_citizen_again(session: Session, citizen_id: CitizenId) -> None:
    """Delete a citizen who stands in the ledger and came back with a copy."""
    citizen = get_citizen(session, citizen_id)
    note_act(session, Action.CITIZEN_ERASED, Word.AGAIN, person=citizen_id)
    end_restriction(session, citizen_id)  # it was lifted here, or nobody could have been erased
    let_go_of_flags(session, citizen_id)
    session.delete(citizen)


def open_followup(session: Session, citizen_id: UUID) -> FollowupRecord | None:
    """Return the citizen's follow-up that has not ended, if any."""
    for followup in find_followups(session, citizen_id=citizen_id):
        if followup.ended_on is None:
            return followup
    return None


def new_consent(session: Session, citizen: CitizenRecord, consent: ConsentRecord) -> None:
    """Add a consent, and the citizen too when this is their first one."""
    session.add(consent)
    session.add(citizen)
    session.flush()


def _told(counts: Mapping[ErasedKind, int]) -> Iterator[Word | int]:
    """Yield what goes with a citizen, each with how many, as far as the trail has a word for it."""
    for kind, word in _WORDS.items():
        if counts.get(kind):
            yield word
            yield counts[kind]


def _say_consented(session: Session, flag_id: UUID) -> None:
    flag = get_flag(session, FlagId(flag_id))
    flag.status, flag.close_reason = FlagStatus.CONSENTED, None


def _is_told(session: Session, flag: FlagRecord) -> bool:
    """Return whether the doctor heard back about the flag. A tick of a visit that still runs is
    not yet told: what the paper says is settled when it ends."""
    if flag.feedback_visit_id is None:
        return False
    return session.get_one(VisitRecord, flag.feedback_visit_id).status is VisitStatus.HELD


def _cell_row(record: CellRecord, yes: ConsentStatus, today: date) -> CellRow:
    status = cell_status(record.status, record.until, today)
    return CellRow(
        id=CellId(record.id),
        consent_id=record.consent_id,
        party_id=PartyId(record.party_id),
        direction=record.direction,
        information=record.information,
        until=record.until,
        status=yes if status is ConsentStatus.LIVE else status,
        ended_on=record.ended_on,
    )
