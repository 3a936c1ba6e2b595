"""What can be done with measures: log, correct, remove, and draw them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from app.changes import Topic
from app.data.consent import get_citizen
from app.data.followup import FollowupRecord, get_followup
from app.data.measure import (
    MeasureAdjustmentRecord,
    MeasureLine,
    MeasureRecord,
    drop_in_place,
    find_all_in_place,
    find_in_place,
    find_measure_on,
    find_measures,
    get_measure,
)
from app.data.vault import Vault
from app.domain.agreement import StepFacts
from app.domain.chart import Chart, ChartLook
from app.domain.consent import CitizenId
from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.measure import (
    AdjustmentInPlace,
    MeasureDraft,
    MeasureFacts,
    MeasureId,
    MeasureRow,
    draft_of_measure,
    settle_measure,
)
from app.domain.measure_chart import MeasureView
from app.domain.problem import Problem, Refused, Rejected
from app.domain.progress_sheet import ProgressSheet
from app.domain.sender import Sender
from app.domain.typed import write_day, write_hours
from app.reports import measure_chart
from app.services.agreed import agreed_adjustments, agreed_steps
from app.system.clock import Today


class MeasureService:
    """Keep how it goes, in the citizen's own numbers and words."""

    def __init__(self, vault: Vault, today: Today, sender: Callable[[], Sender]) -> None:
        self._vault = vault
        self._today = today
        self._sender = sender

    def list_measures(self, followup_id: FollowupId) -> tuple[MeasureRow, ...]:
        """Return the measures, oldest first."""
        with self._vault.read() as session:
            return measure_rows(session, get_followup(session, followup_id).id)

    def asked_adjustments(self, followup_id: FollowupId) -> tuple[str, ...]:
        """Return the adjustments that are agreed today, to be asked about."""
        with self._vault.read() as session:
            return agreed_adjustments(session, get_followup(session, followup_id), self._today())

    def new_measure(self, followup_id: FollowupId) -> MeasureDraft:
        """Return an empty measure of today, with the hours planned for this week."""
        with self._vault.read() as session:
            record = get_followup(session, followup_id)
            planned = [
                step.hours
                for step in agreed_steps(session, record)
                if step.first <= self._today() <= step.last
            ]
        hours = write_hours(planned[0]) if planned else ""
        return MeasureDraft(day=write_day(self._today()), planned_hours=hours)

    def measure_draft(self, measure_id: MeasureId) -> MeasureDraft:
        """Return a measure as a draft to correct."""
        with self._vault.read() as session:
            record = get_measure(session, measure_id)
            asked = (
                AdjustmentInPlace(adjustment=one.adjustment, in_place=one.in_place)
                for one in find_in_place(session, record.id)
            )
            return draft_of_measure(_facts(record, asked))

    def log_measure(self, followup_id: FollowupId, draft: MeasureDraft) -> MeasureId:
        """Save a measure; raise `Rejected` if the day has one already."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            facts = self._settled(session, get_followup(session, followup_id), draft, None)
            record = MeasureRecord(followup_id=followup_id, **_columns(facts))
            session.add(record)
            session.flush()
            _put_adjustments(session, record, facts)
            return MeasureId(record.id)

    def correct_measure(self, measure_id: MeasureId, draft: MeasureDraft) -> None:
        """Save mended fields of a measure."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            record = get_measure(session, measure_id)
            followup = get_followup(session, FollowupId(record.followup_id))
            facts = self._settled(session, followup, draft, record)
            record.sqlmodel_update(_columns(facts))
            drop_in_place(session, record.id)
            _put_adjustments(session, record, facts)

    def remove_measure(self, measure_id: MeasureId) -> None:
        """Remove a measure."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            session.delete(get_measure(session, measure_id))

    def charts(self, view: MeasureView, look: ChartLook, width: float) -> tuple[Chart, ...]:
        """Return the charts that have something to show, as wide as asked for. The file is not
        asked: this may be done while others read or write in it."""
        return measure_chart.charts(view, look, width)

    def progress_sheet(self, followup_id: FollowupId) -> ProgressSheet:
        """Return what the citizen takes home; `Refused` as long as nothing was measured."""
        with self._vault.read() as session:
            followup = get_followup(session, followup_id)
            steps = agreed_steps(session, followup)
            view = measure_view(session, followup, steps, self._today())
            name = get_citizen(session, CitizenId(followup.citizen_id)).name
        if not view.rows:
            raise Refused(_("Nothing has been measured yet."))
        return ProgressSheet(
            citizen=name, measures=view, printed_on=self._today(), sender=self._sender()
        )

    def _settled(
        self,
        session: Session,
        followup: FollowupRecord,
        draft: MeasureDraft,
        own: MeasureRecord | None,
    ) -> MeasureFacts:
        facts = settle_measure(draft, followup.started_on, self._today())
        other = find_measure_on(session, followup.id, facts.day)
        if other is not None and other is not own:
            words = _("This day has a measure already. Correct that one.")
            raise Rejected([Problem("day", words)])
        return facts


def measure_rows(session: Session, followup_id: UUID) -> tuple[MeasureRow, ...]:
    """Return the measures of a follow-up, oldest first."""
    asked: dict[UUID, list[AdjustmentInPlace]] = {}
    for measure_id, what, in_place in find_all_in_place(session, followup_id):
        one = AdjustmentInPlace(adjustment=what, in_place=in_place)
        asked.setdefault(measure_id, []).append(one)
    return tuple(
        MeasureRow(id=MeasureId(line.id), facts=_facts(line, asked.get(line.id, ())))
        for line in find_measures(session, followup_id)
    )


def measure_view(
    session: Session, followup: FollowupRecord, steps: tuple[StepFacts, ...], today: date
) -> MeasureView:
    """Return what the charts of a follow-up are drawn from, with the `steps` that are agreed."""
    return MeasureView(
        rows=measure_rows(session, followup.id),
        steps=steps,
        today=min(today, followup.ended_on or today),
    )


def _facts(
    line: MeasureLine | MeasureRecord, adjustments: Iterable[AdjustmentInPlace]
) -> MeasureFacts:
    return MeasureFacts(
        day=line.day,
        work_ability=line.work_ability,
        sentence=line.sentence,
        planned_hours=line.planned_hours,
        worked_hours=line.worked_hours,
        energy=line.energy,
        concentration=line.concentration,
        confidence=line.confidence,
        adjustments=tuple(adjustments),
    )


def _columns(facts: MeasureFacts) -> dict[str, Any]:
    columns = asdict(facts)
    del columns["adjustments"]
    return columns


def _put_adjustments(session: Session, record: MeasureRecord, facts: MeasureFacts) -> None:
    for position, one in enumerate(facts.adjustments):
        session.add(
            MeasureAdjustmentRecord(
                measure_id=record.id,
                position=position,
                adjustment=one.adjustment,
                in_place=one.in_place,
            )
        )
