"""What can be done with the parts of a roundtable: seats, agreements, steps, who does what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, TypeVar
from uuid import UUID

from sqlmodel import Session

from app.changes import Topic
from app.data.consent import PartyRecord
from app.data.followup import get_followup
from app.data.roundtable import (
    ActionRecord,
    AgreementRecord,
    ParticipantRecord,
    RoundtableRecord,
    SchemeRecord,
    StepRecord,
    find_parts,
)
from app.data.vault import Vault
from app.domain.agreement import (
    ActionDraft,
    AgreementDraft,
    StepDraft,
    StepFacts,
    settle_action,
    settle_agreement,
    settle_step,
)
from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.problem import NotFound, Problem, Rejected
from app.domain.roundtable import ParticipantDraft, RoundtableId, Seat, settle_participant
from app.domain.scheme import SchemeDraft, settle_scheme
from app.domain.typed import write_day, write_hours
from app.services.place import exchange
from app.services.remark import next_line
from app.services.roundtable import editable
from app.services.roundtable_line import step_rows
from app.system.clock import Today

Part = TypeVar("Part", ParticipantRecord, AgreementRecord, StepRecord, ActionRecord, SchemeRecord)


class AgreementService:
    """Add, correct and remove what a roundtable is made of; refused once it is final."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def add_participant(self, roundtable_id: RoundtableId, draft: ParticipantDraft) -> UUID:
        """Seat someone at the table."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            settled = settle_participant(draft)
            record = ParticipantRecord(
                roundtable_id=editable(session, roundtable_id).id,
                **_seat(session, roundtable_id, settled),
            )
            _refuse_second_seat(session, record)
            return _added(session, record)

    def participant_draft(self, part_id: UUID) -> ParticipantDraft:
        """Return the participant as a draft to correct."""
        with self._vault.read() as session:
            record = _get(session, ParticipantRecord, part_id)
            who = record.party_id.hex if record.party_id else record.who.value
            return ParticipantDraft(who=who, role=record.role, attended=bool(record.attended))

    def correct_participant(self, part_id: UUID, draft: ParticipantDraft) -> None:
        """Save mended fields of a participant."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            settled = settle_participant(draft)
            record = _editable_part(session, ParticipantRecord, part_id)
            record.sqlmodel_update(_seat(session, RoundtableId(record.roundtable_id), settled))
            _refuse_second_seat(session, record)

    def add_agreement(self, roundtable_id: RoundtableId, draft: AgreementDraft) -> UUID:
        """Add an agreement at the end of the list."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            roundtable = editable(session, roundtable_id)
            facts = settle_agreement(draft, roundtable.day, self._today())
            record = AgreementRecord(
                roundtable_id=roundtable.id,
                position=next_line(session, roundtable.id),
                function=facts.function,
                task=facts.task,
                adjustment=facts.adjustment,
                first=facts.first,
                last=facts.last,
                review_on=facts.review_on,
                owner=facts.owner,
                audience=facts.audience,
                taken_from=facts.taken_from,
            )
            return _added(session, record)

    def agreement_draft(self, part_id: UUID) -> AgreementDraft:
        """Return the agreement as a draft to correct."""
        with self._vault.read() as session:
            record = _get(session, AgreementRecord, part_id)
            return AgreementDraft(
                function=record.function,
                task=record.task,
                adjustment=record.adjustment,
                first=write_day(record.first),
                last=write_day(record.last),
                review_on=write_day(record.review_on),
                owner=record.owner,
                audience=record.audience.value,
                taken_from=record.taken_from,
            )

    def correct_agreement(self, part_id: UUID, draft: AgreementDraft) -> None:
        """Save mended fields of an agreement."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            record = _editable_part(session, AgreementRecord, part_id)
            held_on = session.get_one(RoundtableRecord, record.roundtable_id).day
            facts = settle_agreement(draft, held_on, self._today())
            record.function, record.task = facts.function, facts.task
            record.adjustment, record.owner = facts.adjustment, facts.owner
            record.first, record.last = facts.first, facts.last
            record.review_on, record.audience = facts.review_on, facts.audience
            record.taken_from = facts.taken_from

    def move_agreement(self, part_id: UUID, by: int) -> None:
        """Move the agreement one place up (-1) or down (1); at the end it stays."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            record = _editable_part(session, AgreementRecord, part_id)
            exchange(find_parts(session, AgreementRecord, record.roundtable_id), record, by)

    def add_step(self, roundtable_id: RoundtableId, draft: StepDraft) -> UUID:
        """Add a step of the hours ladder; raise `Rejected` if it overlaps another."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            roundtable = editable(session, roundtable_id)
            facts = self._settled_step(session, roundtable, draft)
            return _added(session, StepRecord(roundtable_id=roundtable.id, **asdict(facts)))

    def step_draft(self, part_id: UUID) -> StepDraft:
        """Return the step as a draft to correct."""
        with self._vault.read() as session:
            record = _get(session, StepRecord, part_id)
            return StepDraft(
                first=write_day(record.first),
                last=write_day(record.last),
                hours=write_hours(record.hours),
                days=record.days,
            )

    def correct_step(self, part_id: UUID, draft: StepDraft) -> None:
        """Save mended fields of a step; raise `Rejected` if it overlaps another."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            record = _editable_part(session, StepRecord, part_id)
            roundtable = session.get_one(RoundtableRecord, record.roundtable_id)
            facts = self._settled_step(session, roundtable, draft, part_id)
            record.sqlmodel_update(asdict(facts))

    def add_action(self, roundtable_id: RoundtableId, draft: ActionDraft) -> UUID:
        """Add a line of who does what by when."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            facts = settle_action(draft, self._today())
            roundtable = editable(session, roundtable_id)
            record = ActionRecord(
                roundtable_id=roundtable.id,
                position=_next_place(find_parts(session, ActionRecord, roundtable.id)),
                who=facts.who,
                what=facts.what,
                due_on=facts.due_on,
            )
            return _added(session, record)

    def action_draft(self, part_id: UUID) -> ActionDraft:
        """Return the line as a draft to correct."""
        with self._vault.read() as session:
            record = _get(session, ActionRecord, part_id)
            return ActionDraft(who=record.who, what=record.what, due_on=write_day(record.due_on))

    def correct_action(self, part_id: UUID, draft: ActionDraft) -> None:
        """Save mended fields of a line."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            facts = settle_action(draft, self._today())
            record = _editable_part(session, ActionRecord, part_id)
            record.who, record.what, record.due_on = facts.who, facts.what, facts.due_on

    def add_scheme(self, roundtable_id: RoundtableId, draft: SchemeDraft) -> UUID:
        """Add what is done about a scheme."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            facts = settle_scheme(draft, self._today())
            roundtable = editable(session, roundtable_id)
            place = _next_place(find_parts(session, SchemeRecord, roundtable.id))
            record = SchemeRecord(roundtable_id=roundtable.id, position=place, **asdict(facts))
            return _added(session, record)

    def scheme_draft(self, part_id: UUID) -> SchemeDraft:
        """Return the scheme as a draft to correct."""
        with self._vault.read() as session:
            record = _get(session, SchemeRecord, part_id)
            return SchemeDraft(
                scheme=record.scheme,
                name=record.name,
                state=record.state.value,
                who=record.who,
                day=write_day(record.day),
            )

    def correct_scheme(self, part_id: UUID, draft: SchemeDraft) -> None:
        """Save mended fields of a scheme."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            facts = settle_scheme(draft, self._today())
            _editable_part(session, SchemeRecord, part_id).sqlmodel_update(asdict(facts))

    def remove_part(self, part_id: UUID) -> None:
        """Remove a participant, an agreement, a step, a line or a scheme: what has this id."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            record = (
                session.get(ParticipantRecord, part_id)
                or session.get(AgreementRecord, part_id)
                or session.get(StepRecord, part_id)
                or session.get(ActionRecord, part_id)
                or session.get(SchemeRecord, part_id)
            )
            if record is not None:
                editable(session, RoundtableId(record.roundtable_id))
                session.delete(record)

    def _settled_step(
        self,
        session: Session,
        roundtable: RoundtableRecord,
        draft: StepDraft,
        own: UUID | None = None,
    ) -> StepFacts:
        """Return the step as facts beside the others of its ladder."""
        followup = get_followup(session, FollowupId(roundtable.followup_id))
        others = [row.facts for row in step_rows(session, roundtable.id) if row.id != own]
        return settle_step(draft, self._today(), followup.weekly_hours, others)


def _get(session: Session, kind: type[Part], part_id: UUID) -> Part:
    record = session.get(kind, part_id)
    if record is None:
        raise NotFound(_("This line is no longer there."))
    return record


def _editable_part(session: Session, kind: type[Part], part_id: UUID) -> Part:
    record = _get(session, kind, part_id)
    editable(session, RoundtableId(record.roundtable_id))
    return record


def _next_place(parts: Sequence[ActionRecord | SchemeRecord]) -> int:
    return max((part.position for part in parts), default=-1) + 1


def _added(session: Session, record: Part) -> UUID:
    session.add(record)
    session.flush()
    return record.id


def _seat(session: Session, roundtable_id: RoundtableId, draft: ParticipantDraft) -> dict[str, Any]:
    if draft.who in (Seat.CITIZEN, Seat.CONSULTANT):
        return {
            "who": Seat(draft.who),
            "party_id": None,
            "role": draft.role,
            "attended": int(draft.attended),
        }
    roundtable = session.get_one(RoundtableRecord, roundtable_id)
    party = session.get(PartyRecord, UUID(draft.who))
    followup = get_followup(session, FollowupId(roundtable.followup_id))
    if party is None or party.citizen_id != followup.citizen_id:
        raise Rejected([Problem("who", _("Choose who takes part."))])
    return {
        "who": Seat.PARTY,
        "party_id": party.id,
        "role": draft.role,
        "attended": int(draft.attended),
    }


def _refuse_second_seat(session: Session, seat: ParticipantRecord) -> None:
    for other in find_parts(session, ParticipantRecord, seat.roundtable_id):
        if other.id != seat.id and (other.who, other.party_id) == (seat.who, seat.party_id):
            raise Rejected([Problem("who", _("They sit at the table already."))])
