"""The lines of a roundtable as rows: its agenda, remarks, agreements, steps, who does what."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from app.data.roundtable import (
    ActionRecord,
    AgreementRecord,
    PointRecord,
    RemarkRecord,
    SchemeRecord,
    StepRecord,
    find_parts,
)
from app.domain.agenda import PointFacts, PointRow
from app.domain.agreement import (
    ActionFacts,
    ActionRow,
    AgreementDraft,
    AgreementFacts,
    AgreementRow,
    StepFacts,
    StepRow,
)
from app.domain.remark import RemarkFacts, RemarkRow
from app.domain.scheme import SchemeFacts, SchemeRow
from app.domain.typed import write_day


def point_rows(session: Session, roundtable_id: UUID) -> tuple[PointRow, ...]:
    """Return the points of the agenda in their order."""
    records = find_parts(session, PointRecord, roundtable_id)
    return tuple(
        PointRow(
            id=record.id,
            facts=PointFacts(title=record.title, minutes=record.minutes),
            state=record.state,
            carried_from=record.carried_from,
        )
        for record in sorted(records, key=lambda record: record.position)
    )


def remark_rows(session: Session, roundtable_id: UUID) -> tuple[RemarkRow, ...]:
    """Return the remarks in their order."""
    records = find_parts(session, RemarkRecord, roundtable_id)
    return tuple(
        RemarkRow(
            id=record.id,
            facts=RemarkFacts(text=record.text, audience=record.audience, held=bool(record.held)),
            agreed=AgreementDraft(
                function=record.function,
                task=record.task,
                adjustment=record.text,
                first=write_day(record.first),
                last=write_day(record.last),
                review_on=write_day(record.review_on),
                owner=record.owner,
                taken_from=record.taken_from,
            ),
        )
        for record in sorted(records, key=lambda record: record.position)
    )


def agreement_rows(session: Session, roundtable_id: UUID) -> tuple[AgreementRow, ...]:
    """Return the agreements in their order."""
    records = find_parts(session, AgreementRecord, roundtable_id)
    return tuple(
        AgreementRow(
            id=record.id,
            facts=AgreementFacts(
                function=record.function,
                task=record.task,
                adjustment=record.adjustment,
                first=record.first,
                last=record.last,
                review_on=record.review_on,
                owner=record.owner,
                audience=record.audience,
                taken_from=record.taken_from,
            ),
        )
        for record in sorted(records, key=lambda record: record.position)
    )


def step_rows(session: Session, roundtable_id: UUID) -> tuple[StepRow, ...]:
    """Return the steps of the hours ladder, first day first."""
    records = find_parts(session, StepRecord, roundtable_id)
    return tuple(
        StepRow(
            id=record.id,
            facts=step_facts(record),
        )
        for record in sorted(records, key=lambda record: record.first)
    )


def step_facts(record: StepRecord) -> StepFacts:
    """Return one step of the hours ladder as facts."""
    return StepFacts(first=record.first, last=record.last, hours=record.hours, days=record.days)


def action_rows(session: Session, roundtable_id: UUID) -> tuple[ActionRow, ...]:
    """Return who does what, in its order."""
    records = find_parts(session, ActionRecord, roundtable_id)
    return tuple(
        ActionRow(
            id=record.id,
            facts=ActionFacts(who=record.who, what=record.what, due_on=record.due_on),
        )
        for record in sorted(records, key=lambda record: record.position)
    )


def scheme_rows(session: Session, roundtable_id: UUID) -> tuple[SchemeRow, ...]:
    """Return the schemes in their order."""
    records = find_parts(session, SchemeRecord, roundtable_id)
    return tuple(
        SchemeRow(
            id=record.id,
            facts=SchemeFacts(
                scheme=record.scheme,
                name=record.name,
                state=record.state,
                who=record.who,
                day=record.day,
            ),
        )
        for record in sorted(records, key=lambda record: record.position)
    )
