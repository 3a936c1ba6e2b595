"""What can be done with roundtables: plan, correct, lock as a version, correct as the next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from app.changes import Topic
from app.data.followup import FollowupRecord, get_followup
from app.data.roundtable import (
    ActionRecord,
    AgreementRecord,
    ParticipantRecord,
    RoundtableRecord,
    StepRecord,
    find_parts,
    find_roundtables,
    get_roundtable,
)
from app.data.roundtable_list import can_plan
from app.data.task import TaskRecord, find_tasks
from app.data.vault import Vault
from app.domain.employer_sheet import EmployerSheet
from app.domain.followup import FollowupId
from app.domain.language import _
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
from app.services.citizen import employers_of, has_live_consent
from app.services.employer_view import employer_sheet_of
from app.services.roundtable_list import listed_rows
from app.services.roundtable_view import (
    action_rows,
    roundtable_facts,
    roundtable_sheet,
)
from app.services.seat import seat_first
from app.system.clock import Today


class RoundtableService:
    """Plan, correct, finalise roundtables; gather the employer's sheet."""

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
        """Save a new roundtable, and seat those whom the consent lets take part."""
        today = self._today()
        with self._vault.write(Topic.ROUNDTABLE, Topic.FOLLOWUP) as session:
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
        """Lock the roundtable as its version; actions and the review become tasks."""
        with self._vault.write(Topic.ROUNDTABLE, Topic.TASK, Topic.FOLLOWUP) as session:
            record = editable(session, roundtable_id)
            if record.day > self._today():
                raise Refused(_("The roundtable has not been held yet. Finalise it afterwards."))
            if not _has_contents(session, record.id):
                raise Refused(_("Write at least one agreement or one step before finalising."))
            _make_tasks(session, record)
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
        sender = self._sender()
        if sender is None:
            raise Refused(_("Write your own details under Settings first."))
        with self._vault.read() as session:
            record = get_roundtable(session, roundtable_id)
            return employer_sheet_of(session, record, self._today(), sender)


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


def _make_tasks(session: Session, record: RoundtableRecord) -> None:
    for action in action_rows(session, record.id):
        if action.facts.due_on is not None:
            _set_task(session, record, action.facts.what, action.facts.who, action.facts.due_on)
    if record.review_on is not None:
        _set_task(session, record, _("Follow up on the plan"), "", record.review_on)


def _set_task(
    session: Session, record: RoundtableRecord, what: str, who: str, due_on: date
) -> None:
    """Make a task, unless the version before made it: then it only gets the new day."""
    tasks = find_tasks(session, followup_id=record.followup_id, done=True)
    same = [task for task in tasks if (task.what, task.who) == (what, who)]
    if record.previous_id is not None and same:
        for task in same:
            task.due_on = due_on if task.done_on is None else task.due_on
        return
    session.add(
        TaskRecord(
            followup_id=record.followup_id,
            roundtable_id=record.id,
            what=what,
            who=who,
            due_on=due_on,
        )
    )


def _copy_parts(session: Session, old: UUID, new: UUID) -> None:
    own = {"id", "roundtable_id"}
    for participant in find_parts(session, ParticipantRecord, old):
        session.add(ParticipantRecord(roundtable_id=new, **participant.model_dump(exclude=own)))
    for agreement in find_parts(session, AgreementRecord, old):
        session.add(AgreementRecord(roundtable_id=new, **agreement.model_dump(exclude=own)))
    for step in find_parts(session, StepRecord, old):
        session.add(StepRecord(roundtable_id=new, **step.model_dump(exclude=own)))
    for action in find_parts(session, ActionRecord, old):
        session.add(ActionRecord(roundtable_id=new, **action.model_dump(exclude=own)))
