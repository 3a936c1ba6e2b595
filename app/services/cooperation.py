"""What can be done with the cooperation agreement of a practice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date

from sqlmodel import Session

from app.changes import Topic
from app.data.consent import known_names
from app.data.cooperation import (
    CooperationRecord,
    DutyRecord,
    find_cooperations,
    find_duties,
    get_cooperation,
    get_duty,
    live_cooperation,
)
from app.data.practice import get_practice
from app.data.vault import Vault
from app.domain.cooperation import (
    CooperationDraft,
    CooperationFacts,
    CooperationId,
    CooperationPaper,
    CooperationSheet,
    DutyDraft,
    DutyFacts,
    DutyId,
    DutyRow,
    settle_cooperation,
    settle_duty,
    usual_duties,
)
from app.domain.days import a_year_after
from app.domain.language import _
from app.domain.practice import PracticeId
from app.domain.problem import Refused
from app.domain.retention import Kept
from app.domain.sender import Sender
from app.domain.typed import write_day
from app.services.practice_view import practice_facts, staff_names
from app.services.retention import kept_for
from app.system.clock import Today


class CooperationService:
    """Make, review, put away and remove agreements, and their lines of who does what when."""

    def __init__(
        self,
        vault: Vault,
        today: Today,
        sender: Callable[[], Sender | None],
        needed_sender: Callable[[], Sender],
    ) -> None:
        self._vault = vault
        self._today = today
        self._sender = sender
        self._needed_sender = needed_sender

    def list_cooperations(self, practice_id: PracticeId) -> tuple[CooperationSheet, ...]:
        """Return the agreements with a practice: the one in force first, then those put away."""
        with self._vault.read() as session:
            return tuple(
                _sheet(session, record) for record in find_cooperations(session, practice_id)
            )

    def new_draft(self) -> CooperationDraft:
        """Return a new agreement as far as it is known: the day, and my own details."""
        sender = self._sender()
        draft = CooperationDraft(agreed_on=write_day(self._today()))
        if sender is None:
            return draft
        return replace(
            draft, own_contact=sender.name, own_phone=sender.phone, own_email=sender.email
        )

    def add_cooperation(self, practice_id: PracticeId, draft: CooperationDraft) -> CooperationId:
        """Save a new agreement with the usual lines; `Refused` while another one is in force."""
        with self._vault.write(Topic.PRACTICE) as session:
            facts = settle_cooperation(draft, self._today())
            practice = get_practice(session, practice_id)
            _refuse_second(session, practice_id)
            record = CooperationRecord(practice_id=practice_id, **asdict(facts))
            session.add(record)
            session.flush()
            for line in usual_duties(practice.rhythm_weeks):
                self._add_duty(session, CooperationId(record.id), line)
            return CooperationId(record.id)

    def draft(self, cooperation_id: CooperationId) -> CooperationDraft:
        """Return the agreement as a draft to correct."""
        with self._vault.read() as session:
            facts = _facts(get_cooperation(session, cooperation_id))
        days = {"agreed_on": write_day(facts.agreed_on), "review_on": write_day(facts.review_on)}
        return CooperationDraft(**(asdict(facts) | days))

    def correct_cooperation(self, cooperation_id: CooperationId, draft: CooperationDraft) -> None:
        """Save mended fields of an agreement."""
        with self._vault.write(Topic.PRACTICE) as session:
            facts = settle_cooperation(draft, self._today())
            get_cooperation(session, cooperation_id).sqlmodel_update(asdict(facts))

    def review_cooperation(self, cooperation_id: CooperationId) -> date:
        """Say that the agreement was gone through today; return the day of the next review."""
        with self._vault.write(Topic.PRACTICE) as session:
            record = get_cooperation(session, cooperation_id)
            record.review_on = a_year_after(max(self._today(), record.agreed_on))
            return record.review_on

    def set_review(self, cooperation_id: CooperationId, review_on: date) -> None:
        """Give the agreement this day of review: what taking back a review needs."""
        with self._vault.write(Topic.PRACTICE) as session:
            get_cooperation(session, cooperation_id).review_on = review_on

    def archive_cooperation(self, cooperation_id: CooperationId) -> None:
        """Put an agreement away: it is kept, and no longer reviewed."""
        with self._vault.write(Topic.PRACTICE) as session:
            record = get_cooperation(session, cooperation_id)
            record.archived_on = record.archived_on or self._today()

    def restore_cooperation(self, cooperation_id: CooperationId) -> None:
        """Take an agreement out of the archive; `Refused` while another one is in force."""
        with self._vault.write(Topic.PRACTICE) as session:
            record = get_cooperation(session, cooperation_id)
            if record.archived_on is not None:
                _refuse_second(session, PracticeId(record.practice_id))
                record.archived_on = None

    def remove_cooperation(self, cooperation_id: CooperationId) -> None:
        """Remove an agreement with its lines."""
        with self._vault.write(Topic.PRACTICE) as session:
            session.delete(get_cooperation(session, cooperation_id))

    def add_duty(self, cooperation_id: CooperationId, draft: DutyDraft) -> DutyId:
        """Save a new line of who does what when."""
        with self._vault.write(Topic.PRACTICE) as session:
            get_cooperation(session, cooperation_id)
            return self._add_duty(session, cooperation_id, draft)

    def duty_draft(self, duty_id: DutyId) -> DutyDraft:
        """Return the line as a draft to correct."""
        with self._vault.read() as session:
            record = get_duty(session, duty_id)
            return DutyDraft(who=record.who.value, what=record.what, timing=record.timing)

    def correct_duty(self, duty_id: DutyId, draft: DutyDraft) -> None:
        """Save a mended line."""
        with self._vault.write(Topic.PRACTICE) as session:
            facts = settle_duty(draft, known_names(session))
            get_duty(session, duty_id).sqlmodel_update(asdict(facts))

    def remove_duty(self, duty_id: DutyId) -> None:
        """Remove a line."""
        with self._vault.write(Topic.PRACTICE) as session:
            session.delete(get_duty(session, duty_id))

    def paper(self, cooperation_id: CooperationId) -> CooperationPaper:
        """Gather what the printed agreement says; `Refused` without a sender."""
        with self._vault.read() as session:
            record = get_cooperation(session, cooperation_id)
            practice = get_practice(session, PracticeId(record.practice_id))
            sheet = _sheet(session, record)
            return CooperationPaper(
                practice=practice.name,
                habits=practice_facts(practice),
                facts=sheet.facts,
                duties=tuple(row.facts for row in sheet.duties),
                professionals=staff_names(session, practice.id),
                sender=self._needed_sender(),
                kept_days=kept_for(session).amount(Kept.FLAG),
            )

    def _add_duty(
        self, session: Session, cooperation_id: CooperationId, draft: DutyDraft
    ) -> DutyId:
        facts = settle_duty(draft, known_names(session))
        record = DutyRecord(cooperation_id=cooperation_id, **asdict(facts))
        session.add(record)
        session.flush()
        return DutyId(record.id)


def _refuse_second(session: Session, practice_id: PracticeId) -> None:
    if live_cooperation(session, practice_id) is not None:
        raise Refused(_("An agreement is in force already. Archive it first, or correct it."))


def _sheet(session: Session, record: CooperationRecord) -> CooperationSheet:
    return CooperationSheet(
        id=CooperationId(record.id),
        facts=_facts(record),
        duties=tuple(
            DutyRow(
                id=DutyId(duty.id),
                facts=DutyFacts(who=duty.who, what=duty.what, timing=duty.timing),
            )
            for duty in find_duties(session, record.id)
        ),
        archived_on=record.archived_on,
    )


def _facts(record: CooperationRecord) -> CooperationFacts:
    return CooperationFacts(
        agreed_on=record.agreed_on,
        review_on=record.review_on,
        practice_contact=record.practice_contact,
        practice_phone=record.practice_phone,
        practice_email=record.practice_email,
        own_contact=record.own_contact,
        own_phone=record.own_phone,
        own_email=record.own_email,
    )
