"""How a follow-up is shown: its line in the list, its page, its draft, its standing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.data.consent import CitizenRecord, ConsentRecord, PartyRecord
from app.data.disclosure import find_disclosures
from app.data.followup import (
    ContactRecord,
    FollowupRecord,
    find_contacts,
    find_since_reached,
    first_talk,
)
from app.data.roundtable import RoundtableRecord
from app.data.timeline import Whose, count_events
from app.data.transfer import find_transfers
from app.domain.consent import CellRow, CitizenId, Direction, Information
from app.domain.contact import (
    NEWEST,
    Attempts,
    ContactFacts,
    ContactId,
    ContactRow,
    attempts_of,
)
from app.domain.followup import FollowupDraft, FollowupFacts, FollowupId
from app.domain.followup_advice import Hearer, Standing, advise
from app.domain.followup_clock import FollowupClock, clock_of
from app.domain.followup_sheet import FollowupRow, FollowupSheet
from app.domain.ringing import Reach, Ringing, ringing_of
from app.domain.roundtable import RoundtableRow, RoundtableStatus
from app.domain.timeline import EventKind
from app.domain.transfer import TransferKey, TransferKind
from app.domain.typed import write_day, write_hours
from app.domain.words import joined
from app.services.agreed import steps_of
from app.services.clock_rule import clock_rules
from app.services.consent_fall import falls_of
from app.services.derived_task import derived_tasks
from app.services.disclosure_view import disclosure_line
from app.services.goal import complexity_of, goal_of
from app.services.hold import held_row
from app.services.measure import measure_view
from app.services.party_map_view import party_map
from app.services.person import Person, person_of
from app.services.restriction import standing_restriction
from app.services.retention import going_row, kept_for
from app.services.roundtable_view import row_with
from app.services.seat import employer_among
from app.services.task import task_row


def sheet_of(session: Session, record: FollowupRecord, today: date) -> FollowupSheet:
    """Return everything the page of one follow-up shows; never a flag's code."""
    person = person_of(session, record, today)
    citizen, ringing = person.citizen, _ringing(person)
    steps = steps_of(session, person.final)
    contacts = contact_rows(session, record, find_contacts(session, record.id, most=NEWEST))
    counted = count_events(
        session, Whose(followup_id=record.id, citizen_id=citizen.id, today=today)
    )
    return FollowupSheet(
        row=_row_of(person),
        citizen_id=CitizenId(citizen.id),
        facts=facts_of(session, record, citizen),
        advice=advise(_standing_of(person, ringing)),
        clock=_clock_of(session, person),
        goal=goal_of(record),
        complexity=complexity_of(session, record),
        map=party_map(person, steps),
        going=going_row(session, citizen, kept_for(session)),
        consents=person.consents,
        cells=person.cells,
        parties=person.party_rows,
        contacts=contacts,
        contact_count=counted[EventKind.CONTACT][0],
        attempts=_attempts(session, record, contacts),
        tasks=tuple(task_row(session, one) for one in person.tasks),
        derived=derived_tasks(session, person),
        roundtables=_roundtables(session, person),
        disclosures=tuple(
            disclosure_line(session, one) for one in find_disclosures(session, citizen.id)
        ),
        falls=falls_of(session, citizen.id),
        from_flag=record.flag_id is not None,
        ringing=ringing,
        measures=measure_view(session, record, steps, today),
        uncopied=sum(uncopied for _count, uncopied in counted.values()),
        restriction=standing_restriction(session, citizen.id),
        held=held_row(session, citizen.id),
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


def facts_of(session: Session, record: FollowupRecord, citizen: CitizenRecord) -> FollowupFacts:
    """Return what was told in the first talk, as it stands."""
    root = session.get_one(ConsentRecord, citizen.root_consent_id)
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


def _row_of(person: Person) -> FollowupRow:
    record, tasks = person.followup, person.open_tasks
    return FollowupRow(
        id=FollowupId(record.id),
        number=record.number,
        citizen=person.citizen.name,
        employer=joined([employer.name for employer in person.employers]),
        employment=record.employment,
        origin=record.origin,
        started_on=record.started_on,
        ended_on=record.ended_on,
        outcome=record.outcome,
        consent_live=person.consent_live,
        next_task=tasks[0].what if tasks else "",
        archived=record.archived_on is not None,
    )


def _standing_of(person: Person, ringing: Ringing) -> Standing:
    """Return what the status sentence is made from."""
    cells, newest = person.live_cells, person.roundtables
    return Standing(
        ended=person.followup.ended_on is not None,
        consent_live=person.consent_live,
        employers=tuple(
            Hearer(name=employer.name, may_hear=_may_hear(employer, cells))
            for employer in person.employers
        ),
        has_draft_roundtable=any(one.status is RoundtableStatus.DRAFT for one in newest),
        has_final_roundtable=person.final is not None,
        review_on=_review_day(newest),
        ringing=ringing,
        today=person.today,
    )


def _clock_of(session: Session, person: Person) -> FollowupClock:
    """Return the clock; of a follow-up that has ended, as it stood then."""
    record = person.followup
    talk = first_talk(session, record.id)
    return clock_of(
        record.sick_since,
        record.started_on,
        min(record.started_on, talk or record.started_on),
        [row.rule for row in clock_rules(session)],
        record.ended_on or person.today,
    )


def _attempts(session: Session, record: FollowupRecord, newest: Sequence[ContactRow]) -> Attempts:
    """Return the attempts since the citizen was last reached: mostly the `newest` tell."""
    attempts = attempts_of(newest)
    if attempts.reached_on is not None or len(newest) < NEWEST:
        return attempts
    since = find_since_reached(session, record.id)
    return attempts_of(contact_row(session, one, None) for one in since)


def _roundtables(session: Session, person: Person) -> tuple[RoundtableRow, ...]:
    return tuple(
        row_with(one, person.citizen.name, employer_among(session, one, person.employers))
        for one in person.roundtables
    )


def _ringing(person: Person) -> Ringing:
    citizen = person.citizen
    reach = Reach(
        kind=citizen.reach_kind,
        where=citizen.reach,
        safe_when=citizen.safe_when,
        no_ring=bool(citizen.no_ring),
    )
    ended = person.followup.ended_on is not None
    return ringing_of(reach, ended=ended, consent_live=person.consent_live)


def _review_day(newest: Sequence[RoundtableRecord]) -> date | None:
    days = [one.review_on for one in newest if one.status is RoundtableStatus.FINAL]
    return max((day for day in days if day is not None), default=None)


def _may_hear(employer: PartyRecord, cells: Sequence[CellRow]) -> frozenset[Information]:
    return frozenset(
        cell.information
        for cell in cells
        if cell.party_id == employer.id and cell.direction is Direction.PASS_ON
    )
