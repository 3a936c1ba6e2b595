"""What can be done with roundtables: plan, correct, lock as a version, correct as the next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Session

from app.changes import Topic
from app.data.followup import FollowupRecord, get_followup
from app.data.roundtable import (
    ActionRecord,
    AgreementRecord,
    Part,
    ParticipantRecord,
    PointRecord,
    RemarkRecord,
    RoundtableRecord,
    SchemeRecord,
    StepRecord,
    find_parts,
    find_roundtables,
    get_roundtable,
)
from app.data.roundtable_list import can_plan
from app.data.vault import Vault
from app.domain.agenda import settle_agenda
from app.domain.chart import Chart, ChartLook
from app.domain.citizen_sheet import CitizenSheet
from app.domain.doctor_sheet import DoctorSheet
from app.domain.employer_sheet import EmployerSheet
from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.own_sheet import OwnSheet
from app.domain.problem import Refused
from app.domain.roundtable import (
    RoundtableDraft,
    RoundtableFacts,
    RoundtableId,
    RoundtableRow,
    RoundtableSheet,
    RoundtableStatus,
    settle_roundtable,
)
from app.domain.sender import Sender
from app.domain.typed import write_day, write_time
from app.reports.hours_chart import hours_charts
from app.services.carried import close_agenda, set_agenda
from app.services.citizen import employers_of, has_live_consent
from app.services.citizen_view import citizen_sheet_of, own_sheet_of
from app.services.doctor_view import doctor_sheet_of
from app.services.employer_view import employer_sheet_of
from app.services.roundtable_list import listed_rows
from app.services.roundtable_task import make_tasks
from app.services.roundtable_view import roundtable_facts, roundtable_sheet
from app.services.seat import seat_first
from app.system.clock import Today

View = TypeVar("View")


class RoundtableService:
    """Plan, correct, finalise roundtables; gather a sheet for each reader."""

    def __init__(self, vault: Vault, today: Today, sender: Callable[[], Sender | None]) -> None:
        self._vault = vault
        self._today = today
        self._sender = sender

    def list_roundtables(self) -> tuple[RoundtableRow, ...]:
        """Return the newest version of every roundtable, newest day first."""
        with self._vault.read() as session:
            return listed_rows(session)

    def can_plan(self) -> bool:
        """Return whether a follow-up runs whose consent holds: a roundtable needs one."""
        with self._vault.read() as session:
            return can_plan(session, self._today())

    def roundtable(self, roundtable_id: RoundtableId) -> RoundtableSheet:
        """Return everything the page of one roundtable shows."""
        sender = self._sender()
        with self._vault.read() as session:
            record = get_roundtable(session, roundtable_id)
            return roundtable_sheet(session, record, self._today(), sender)

    def charts(self, sheet: RoundtableSheet, look: ChartLook, width: float) -> tuple[Chart, ...]:
        """Return the hours ladder as it is printed, as wide as asked for. The file is not asked:
        this may be done while others read or write in it."""
        return hours_charts(sheet.ladder, sheet.facts.review_on, sheet.worked, look, width)

    def draft(self, roundtable_id: RoundtableId) -> RoundtableDraft:
        """Return the roundtable's own fields as a draft to correct."""
        with self._vault.read() as session:
            facts = roundtable_facts(get_roundtable(session, roundtable_id))
        return RoundtableDraft(
            day=write_day(facts.day),
            at=write_time(facts.at),
            place=facts.place,
            review_on=write_day(facts.review_on),
            review_at=write_time(facts.review_at),
            duration=facts.duration,
            colleagues_told=facts.colleagues_told,
            disagreements=facts.disagreements,
        )

    def plan_roundtable(self, followup_id: FollowupId, draft: RoundtableDraft) -> RoundtableId:
        """Save a new roundtable with its agenda, and seat those whom the consent lets take part."""
        today = self._today()
        with self._vault.write(Topic.ROUNDTABLE, Topic.FOLLOWUP) as session:
            template = settle_agenda(draft.agenda)
            followup = get_followup(session, followup_id)
            employers = [party.id.hex for party in employers_of(session, followup.citizen_id)]
            facts = settle_roundtable(draft, today, employers, began=followup.started_on)
            _refuse_unconsented(session, followup, today)
            record = RoundtableRecord(
                followup_id=followup_id,
                version=1,
                status=RoundtableStatus.DRAFT,
                **_columns(facts),
            )
            session.add(record)
            session.flush()
            seat_first(session, record, followup.citizen_id, draft.employer, today)
            set_agenda(session, record, template)
            return RoundtableId(record.id)

    def correct_roundtable(self, roundtable_id: RoundtableId, draft: RoundtableDraft) -> None:
        """Save mended fields; `Refused` when it is final or stopped."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            record = editable(session, roundtable_id)
            began = get_followup(session, FollowupId(record.followup_id)).started_on
            facts = settle_roundtable(draft, self._today(), began=began)
            record.sqlmodel_update(_columns(facts))

    def remove_roundtable(self, roundtable_id: RoundtableId) -> None:
        """Remove a draft or a stopped one; `Refused` when it is final."""
        with self._vault.write(Topic.ROUNDTABLE, Topic.FOLLOWUP) as session:
            record = get_roundtable(session, roundtable_id)
            if record.status is RoundtableStatus.FINAL:
                raise Refused(_("A final version stays. Make a new version instead."))
            session.delete(record)

    def finalise(self, roundtable_id: RoundtableId) -> None:
        """Lock the roundtable as its version; actions and reviews become tasks, and what was not
        reached goes to the next roundtable."""
        with self._vault.write(Topic.ROUNDTABLE, Topic.TASK, Topic.FOLLOWUP) as session:
            record = editable(session, roundtable_id)
            if record.day > self._today():
                raise Refused(_("The roundtable has not been held yet. Finalise it afterwards."))
            if not _has_contents(session, record.id):
                raise Refused(_("Write at least one line or one step before finalising."))
            close_agenda(session, record)
            make_tasks(session, record, self._today())
            record.status, record.finalised_on = RoundtableStatus.FINAL, self._today()

    def new_version(self, roundtable_id: RoundtableId) -> RoundtableId:
        """Return a draft of the next version, with everything copied, to be corrected."""
        with self._vault.write(Topic.ROUNDTABLE, Topic.FOLLOWUP) as session:
            old = get_roundtable(session, roundtable_id)
            _refuse_new_version(session, old, self._today())
            new = RoundtableRecord(
                followup_id=old.followup_id,
                previous_id=old.id,
                version=old.version + 1,
                status=RoundtableStatus.DRAFT,
                **_columns(roundtable_facts(old)),
            )
            session.add(new)
            session.flush()
            _copy_parts(session, old.id, new.id)
            return RoundtableId(new.id)

    def employer_sheet(self, roundtable_id: RoundtableId) -> EmployerSheet:
        """Gather the employer's plan; `Refused` unless live cells cover passing it on."""
        return self._gathered(roundtable_id, employer_sheet_of)

    def doctor_sheet(self, roundtable_id: RoundtableId) -> DoctorSheet:
        """Gather what the doctor is told; `Refused` unless live cells cover that."""
        return self._gathered(roundtable_id, doctor_sheet_of)

    def citizen_sheet(self, roundtable_id: RoundtableId) -> CitizenSheet:
        """Gather the citizen's own plan."""
        return self._gathered(roundtable_id, citizen_sheet_of)

    def own_sheet(self, roundtable_id: RoundtableId) -> OwnSheet:
        """Gather everything, for one's own eyes."""
        return self._gathered(roundtable_id, own_sheet_of)

    def _gathered(
        self,
        roundtable_id: RoundtableId,
        gather: Callable[[Session, RoundtableRecord, date, Sender], View],
    ) -> View:
        sender = self._sender()
        if sender is None:
            raise Refused(_("Write your own details under Settings first."))
        with self._vault.read() as session:
            record = get_roundtable(session, roundtable_id)
            return gather(session, record, self._today(), sender)


def editable(session: Session, roundtable_id: RoundtableId) -> RoundtableRecord:
    """Return the roundtable if it can be changed; raise `Refused` with the way out."""
    record = get_roundtable(session, roundtable_id)
    if record.status is RoundtableStatus.FINAL:
        raise Refused(_("This version is final. Make a new version to correct it."))
    if record.status is RoundtableStatus.STOPPED:
        raise Refused(_("This roundtable stopped when its consent fell."))
    return record


def _columns(facts: RoundtableFacts) -> dict[str, Any]:
    return {
        "day": facts.day,
        "at": facts.at,
        "place": facts.place,
        "review_on": facts.review_on,
        "review_at": facts.review_at,
        "duration": facts.duration,
        "colleagues_told": facts.colleagues_told,
        "disagreements": facts.disagreements,
    }


def _has_contents(session: Session, roundtable_id: UUID) -> bool:
    return bool(
        find_parts(session, AgreementRecord, roundtable_id)
        or find_parts(session, RemarkRecord, roundtable_id)
        or find_parts(session, StepRecord, roundtable_id)
    )


def _refuse_unconsented(session: Session, followup: FollowupRecord, today: date) -> None:
    if not has_live_consent(session, followup.citizen_id, today):
        raise Refused(_("No consent holds. Ask the citizen before planning a roundtable."))


def _refuse_new_version(session: Session, old: RoundtableRecord, today: date) -> None:
    if old.status is not RoundtableStatus.FINAL:
        raise Refused(_("This version is not final. Correct it as it is."))
    versions = find_roundtables(session, followup_id=old.followup_id)
    if any(one.previous_id == old.id for one in versions):
        raise Refused(_("There is a newer version already. Open that one."))
    _refuse_unconsented(session, get_followup(session, FollowupId(old.followup_id)), today)


def _copy_parts(session: Session, old: UUID, new: UUID) -> None:
    _copy(session, ParticipantRecord, old, new)
    _copy(session, PointRecord, old, new)
    _copy(session, RemarkRecord, old, new)
    _copy(session, AgreementRecord, old, new)
    _copy(session, StepRecord, old, new)
    _copy(session, ActionRecord, old, new)
    _copy(session, SchemeRecord, old, new)


def _copy(session: Session, kind: type[Part], old: UUID, new: UUID) -> None:
    for part in find_parts(session, kind, old):
        told = part.model_dump(exclude={"id", "roundtable_id"})
        session.add(kind(roundtable_id=new, **told))
