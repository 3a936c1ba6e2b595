"""What can be done with the remarks of a roundtable: type, give, turn into agreements and back."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.changes import Topic
from app.data.found import found
from app.data.roundtable import AgreementRecord, RemarkRecord, find_parts
from app.data.vault import Vault
from app.domain.agreement import AgreementDraft, settle_agreement
from app.domain.audience import Audience
from app.domain.language import _
from app.domain.remark import RemarkDraft, RemarkFacts, settle_remark
from app.domain.roundtable import RoundtableId
from app.domain.typed import write_day
from app.services.place import exchange
from app.services.roundtable import editable
from app.system.clock import Today


class RemarkService:
    """Keep remarks in the order they were typed; refused once the roundtable is final."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def add_remark(self, roundtable_id: RoundtableId, draft: RemarkDraft) -> UUID:
        """Add a remark at the end; what an employer may not read is saved and held."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            facts = settle_remark(draft)
            roundtable = editable(session, roundtable_id)
            record = RemarkRecord(
                roundtable_id=roundtable.id,
                position=next_line(session, roundtable.id),
                text=facts.text,
                audience=facts.audience,
                held=int(facts.held),
            )
            session.add(record)
            session.flush()
            return record.id

    def remark_draft(self, remark_id: UUID) -> RemarkDraft:
        """Return the remark as a draft to correct."""
        with self._vault.read() as session:
            record = _get(session, remark_id)
            return RemarkDraft(text=record.text, audience=record.audience.value)

    def correct_remark(self, remark_id: UUID, draft: RemarkDraft) -> None:
        """Save other words, or other readers."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            facts = settle_remark(draft)
            _set(_editable(session, remark_id), facts)

    def give_remark(self, remark_id: UUID, audience: Audience) -> None:
        """Save who may read the remark."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            record = _editable(session, remark_id)
            _set(record, settle_remark(RemarkDraft(text=record.text, audience=audience.value)))

    def move_remark(self, remark_id: UUID, by: int) -> None:
        """Move the remark one place up (-1) or down (1); at the end it stays."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            record = _editable(session, remark_id)
            exchange(find_parts(session, RemarkRecord, record.roundtable_id), record, by)

    def remove_remark(self, remark_id: UUID) -> None:
        """Remove the remark."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            session.delete(_editable(session, remark_id))

    def agreement_of(self, remark_id: UUID) -> AgreementDraft:
        """Return the agreement the remark may become: its text is the adjustment, and what it said
        as an agreement before stands there again."""
        with self._vault.read() as session:
            record = _get(session, remark_id)
            roundtable = editable(session, RoundtableId(record.roundtable_id))
            return agreement_draft_of(record, roundtable.day, roundtable.review_on)

    def agree(self, remark_id: UUID, draft: AgreementDraft) -> UUID:
        """Turn the remark into this agreement, in its place; raise `Rejected` and keep it as it is
        if something is missing."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            record = _editable(session, remark_id)
            roundtable = editable(session, RoundtableId(record.roundtable_id))
            facts = settle_agreement(draft, roundtable.day, self._today())
            session.delete(record)
            session.flush()
            session.add(
                AgreementRecord(
                    id=record.id,
                    roundtable_id=roundtable.id,
                    position=record.position,
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
            )
            return record.id

    def make_remark(self, agreement_id: UUID) -> UUID:
        """Turn an agreement into a remark, in its place: the adjustment is its text, and the rest
        is kept beside it for the way back. Like every remark it is for its writer until somebody
        is chosen."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            agreement = found(
                session.get(AgreementRecord, agreement_id), _("This line is no longer there.")
            )
            editable(session, RoundtableId(agreement.roundtable_id))
            kept = agreement.model_dump(exclude={"adjustment", "audience"})
            text = agreement.adjustment
            session.delete(agreement)
            session.flush()
            session.add(RemarkRecord(text=text, audience=Audience.OWN, held=0, **kept))
            return agreement_id


def next_line(session: Session, roundtable_id: UUID) -> int:
    """Return the place after the last remark or agreement: they keep their order among each other
    when one turns into the other."""
    remarks = [one.position for one in find_parts(session, RemarkRecord, roundtable_id)]
    agreements = [one.position for one in find_parts(session, AgreementRecord, roundtable_id)]
    return max((*remarks, *agreements), default=-1) + 1


def agreement_draft_of(
    record: RemarkRecord, held_on: date | None, review_on: date | None
) -> AgreementDraft:
    """Return a remark as the agreement it was, or could become from the meeting to the review."""
    audience = record.audience if record.audience is not Audience.OWN else Audience.EMPLOYER
    return AgreementDraft(
        function=record.function,
        task=record.task,
        adjustment=record.text,
        first=write_day(record.first or held_on),
        last=write_day(record.last or review_on),
        review_on=write_day(record.review_on or review_on),
        owner=record.owner,
        audience=audience.value,
        taken_from=record.taken_from,
    )


def _set(record: RemarkRecord, facts: RemarkFacts) -> None:
    record.text, record.audience, record.held = facts.text, facts.audience, int(facts.held)


def _get(session: Session, remark_id: UUID) -> RemarkRecord:
    return found(session.get(RemarkRecord, remark_id), _("This remark is no longer there."))


def _editable(session: Session, remark_id: UUID) -> RemarkRecord:
    record = _get(session, remark_id)
    editable(session, RoundtableId(record.roundtable_id))
    return record
