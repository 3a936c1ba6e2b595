"""What can be done with the templates of tasks."""

from __future__ import annotations

from datetime import date

from sqlmodel import Session

from app.changes import Topic
from app.data.followup import FollowupRecord, get_followup
from app.data.roundtable import find_roundtables
from app.data.task import TaskRecord
from app.data.vault import Vault
from app.domain.followup import FollowupId
from app.domain.roundtable import RoundtableStatus
from app.domain.task_template import (
    NamedDay,
    ProposedTask,
    TemplateDraft,
    proposed_tasks,
    settle_templates,
)
from app.services.roundtable_view import newest_versions
from app.system.clock import Today


class TaskTemplateService:
    """Propose the tasks that usually follow a named day, and make those that are wanted."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def named_days(self, followup_id: FollowupId) -> dict[NamedDay, date]:
        """Return the days of a follow-up that tasks can be counted from."""
        with self._vault.read() as session:
            return self._days(session, get_followup(session, followup_id))

    def proposals(self, followup_id: FollowupId, named: NamedDay) -> tuple[ProposedTask, ...]:
        """Return what usually follows that day; nothing if it is not known."""
        day = self.named_days(followup_id).get(named)
        return () if day is None else proposed_tasks(named, day, self._today())

    def add_from_templates(self, followup_id: FollowupId, draft: TemplateDraft) -> int:
        """Make the tasks that are ticked; return how many."""
        with self._vault.write(Topic.TASK) as session:
            days = self._days(session, get_followup(session, followup_id))
            chosen = settle_templates(draft, days, self._today())
            session.add_all(
                TaskRecord(
                    followup_id=followup_id,
                    what=task.what,
                    due_on=task.due_on,
                    lead_days=task.lead_days,
                )
                for task in chosen
            )
            return len(chosen)

    def _days(self, session: Session, record: FollowupRecord) -> dict[NamedDay, date]:
        tables = newest_versions(find_roundtables(session, followup_id=record.id))
        live = [one for one in tables if one.status is not RoundtableStatus.STOPPED]
        days: dict[NamedDay, date | None] = {
            NamedDay.START: record.started_on,
            NamedDay.SICK: record.sick_since,
            NamedDay.ROUNDTABLE: live[0].day if live else None,
            NamedDay.REVIEW: live[0].review_on if live else None,
            NamedDay.TODAY: self._today(),
        }
        return {named: day for named, day in days.items() if day is not None}
