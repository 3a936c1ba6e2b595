"""How a follow-up is shown: its line in the list, its page, its draft, its standing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.consent import CitizenRecord, ConsentRecord, PartyRecord, find_parties, get_citizen
from app.data.disclosure import find_disclosures
from app.data.followup import (
    ContactRecord,
    FollowupRecord,
    count_contacts,
    find_contacts,
    find_since_reached,
    first_talk,
)
from app.data.measure import count_measures
from app.data.roundtable import RoundtableRecord, find_roundtables
from app.data.task import find_tasks
from app.data.timeline import Whose, count_events
from app.data.transfer import find_transfers
from app.domain.consent import CellRow, CitizenId, Direction, Information
from app.domain.contact import NEWEST, ContactFacts, ContactId, ContactRow, attempts_of
from app.domain.followup import (
    FollowupDraft,
    FollowupFacts,
    FollowupId,
)
from app.domain.followup_advice import Hearer, Standing
from app.domain.followup_clock import FollowupClock, clock_of
from app.domain.followup_sheet import FollowupRow, FollowupSheet
from app.domain.ringing import Reach, Ringing, ringing_of
from app.domain.roundtable import RoundtableRow, RoundtableStatus
from app.domain.transfer import TransferKey, TransferKind
from app.domain.typed import write_day, write_hours
from app.domain.words import joined
from app.services.citizen import (
    cell_rows,
    consent_rows,
    employers_of,
    has_live_consent,
    live_cells,
    party_rows,
)
from app.services.clock_rule import clock_rules
from app.services.consent_fall import falls_of
from app.services.derived_task import derived_tasks
from app.services.disclosure_view import disclosure_line
from app.services.hold import held_row
from app.services.restriction import standing_restriction
from app.services.roundtable_view import newest_versions, roundtable_row
from app.services.task import task_row


def row_of(session: Session, record: FollowupRecord, today: date) -> FollowupRow:
    """Return one line of the list of follow-ups."""
    employers = employers_of(session, record.citizen_id)
    tasks = find_tasks(session, followup_id=record.id)
    return FollowupRow(
        id=FollowupId(record.id),
        number=record.number,
        citizen=get_citizen(session, CitizenId(record.citizen_id)).name,
        employer=joined([employer.name for employer in employers]),
        employment=record.employment,
        origin=record.origin,
        started_on=record.started_on,
        ended_on=record.ended_on,
        outcome=record.outcome,
        consent_live=has_live_consent(session, record.citizen_id, today),
        next_task=tasks[0].what if tasks else "",
        archived=record.archived_on is not None,
    )


def sheet_of(session: Session, record: FollowupRecord, today: date) -> FollowupSheet:
    """Return everything the page of one follow-up shows; never a flag's code."""
    citizen = get_citizen(session, CitizenId(record.citizen_id))
    root = session.get_one(ConsentRecord, citizen.root_consent_id)
    return FollowupSheet(
        row=row_of(session, record, today),
        citizen_id=CitizenId(citizen.id),
        facts=_facts(record, citizen, root),
        consents=consent_rows(session, citizen.id, today),
        cells=cell_rows(session, citizen.id, today),
        parties=party_rows(session, citizen.id),
        contacts=contact_rows(session, record, find_contacts(session, record.id, most=NEWEST)),
        contact_count=count_contacts(session, record.id),
        attempts=attempts_of(contact_rows(session, record, find_since_reached(session, record.id))),
        tasks=tuple(
            task_row(session, one) for one in find_tasks(session, followup_id=record.id, done=True)
        ),
        derived=derived_tasks(session, record, today),
        roundtables=_roundtables(session, record),
        disclosures=tuple(
            disclosure_line(session, one) for one in find_disclosures(session, citizen.id)
        ),
        falls=falls_of(session, citizen.id),
        from_flag=record.flag_id is not None,
        ringing=_ringing(session, record, citizen, today),
        measures=count_measures(session, record.id),
        uncopied=_uncopied(session, record, today),
        restriction=standing_restriction(session, citizen.id),
        held=held_row(session, citizen.id),
    )


def standing_of(session: Session, record: FollowupRecord, today: date) -> Standing:
    """Return what the status sentence is made from."""
    cells = live_cells(session, record.citizen_id, today)
    citizen = get_citizen(session, CitizenId(record.citizen_id))
    newest = newest_versions(find_roundtables(session, followup_id=record.id))
    return Standing(
        ended=record.ended_on is not None,
        consent_live=has_live_consent(session, record.citizen_id, today),
        employers=tuple(
            Hearer(name=employer.name, may_hear=_may_hear(employer, cells))
            for employer in employers_of(session, record.citizen_id)
        ),
        has_draft_roundtable=any(one.status is RoundtableStatus.DRAFT for one in newest),
        has_final_roundtable=any(one.status is RoundtableStatus.FINAL for one in newest),
        review_on=_review_day(newest),
        ringing=_ringing(session, record, citizen, today),
        today=today,
    )


def clock_for(session: Session, record: FollowupRecord, today: date) -> FollowupClock:
    """Return the clock; of a follow-up that has ended, as it stood then."""
    talk = first_talk(session, record.id)
    return clock_of(
        record.sick_since,
        record.started_on,
        min(record.started_on, talk or record.started_on),
        [row.rule for row in clock_rules(session)],
        record.ended_on or today,
    )


def draft_of(facts: FollowupFacts) -> FollowupDraft:
    """Return a follow-up as a draft to correct."""
    return FollowupDraft(
        name=facts.name,
        reach_kind=facts.reach_kind.value,
        reach=facts.reach,
        safe_when=facts.safe_when,
        no_ring=facts.no_ring,
        given_on=write_day(facts.given_on),
        form=facts.form.value,
        told_voluntary=True,
        original_at=facts.original_at,
        origin=facts.origin.value,
        employment=facts.employment.value,
        job_title=facts.job_title,
        weekly_hours=write_hours(facts.weekly_hours) if facts.weekly_hours else "",
        sick_since=write_day(facts.sick_since),
        functions=facts.functions,
        wishes=facts.wishes,
    )


def contact_key(contact_id: UUID) -> TransferKey:
    """Return what a contact is called among the entries copied to the case system."""
    return TransferKey(kind=TransferKind.CONTACT, entry=contact_id.hex)


def contact_rows(
    session: Session, record: FollowupRecord, contacts: Sequence[ContactRecord]
) -> tuple[ContactRow, ...]:
    """Return these contacts of a follow-up, with when each was copied."""
    copied = find_transfers(session, record.id, [one.id.hex for one in contacts])
    _held = find_parties(session, record.citizen_id)
    return tuple(contact_row(session, one, copied.get(contact_key(one.id))) for one in contacts)


def contact_row(session: Session, record: ContactRecord, transferred_on: date | None) -> ContactRow:
    """Return one contact; no party means with the citizen."""
    party = session.get(PartyRecord, record.party_id) if record.party_id else None
    return ContactRow(
        id=ContactId(record.id),
        facts=ContactFacts(
            day=record.day,
            at=record.at,
            channel=record.channel,
            way=record.way,
            outcome=record.outcome,
            party_id=record.party_id,
            note=record.note,
            transferred_on=transferred_on,
        ),
        party=party.name if party else "",
    )


def _uncopied(session: Session, record: FollowupRecord, today: date) -> int:
    whose = Whose(followup_id=record.id, citizen_id=record.citizen_id, today=today)
    return sum(uncopied for _count, uncopied in count_events(session, whose).values())


def _ringing(
    session: Session, record: FollowupRecord, citizen: CitizenRecord, today: date
) -> Ringing:
    reach = Reach(
        kind=citizen.reach_kind,
        where=citizen.reach,
        safe_when=citizen.safe_when,
        no_ring=bool(citizen.no_ring),
    )
    return ringing_of(
        reach,
        ended=record.ended_on is not None,
        consent_live=has_live_consent(session, citizen.id, today),
    )


def _facts(record: FollowupRecord, citizen: CitizenRecord, root: ConsentRecord) -> FollowupFacts:
    return FollowupFacts(
        name=citizen.name,
        reach_kind=citizen.reach_kind,
        reach=citizen.reach,
        safe_when=citizen.safe_when,
        no_ring=bool(citizen.no_ring),
        given_on=root.given_on,
        form=root.form,
        original_at=root.original_at,
        origin=record.origin,
        employment=record.employment,
        job_title=record.job_title,
        weekly_hours=record.weekly_hours,
        sick_since=record.sick_since,
        functions=record.functions,
        wishes=record.wishes,
        relayed_id=None,
        flag_id=None,
    )


def _roundtables(session: Session, record: FollowupRecord) -> tuple[RoundtableRow, ...]:
    newest = newest_versions(find_roundtables(session, followup_id=record.id))
    return tuple(roundtable_row(session, one) for one in newest)


def _review_day(newest: list[RoundtableRecord]) -> date | None:
    days = [one.review_on for one in newest if one.status is RoundtableStatus.FINAL]
    known = [day for day in days if day is not None]
    return max(known) if known else None


def _may_hear(employer: PartyRecord, cells: Sequence[CellRow]) -> frozenset[Information]:
    return frozenset(
        cell.information
        for cell in cells
        if cell.party_id == employer.id and cell.direction is Direction.PASS_ON
    )
