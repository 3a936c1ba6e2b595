"""What can be done with the days on which the consultant is away."""

from __future__ import annotations

from dataclasses import asdict

from app.changes import Topic
from app.data.absence import AbsenceRecord, find_absences, get_absence
from app.data.consent import known_names
from app.data.vault import Vault
from app.domain.absence import AbsenceDraft, AbsenceFacts, AbsenceId, AbsenceRow, settle_absence
from app.domain.typed import write_day
from app.system.clock import Today


class AbsenceService:
    """Keep the days away; nobody is visited then."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def list_absences(self) -> tuple[AbsenceRow, ...]:
        """Return the days away, first day first."""
        with self._vault.read() as session:
            return tuple(
                AbsenceRow(
                    id=AbsenceId(record.id),
                    facts=AbsenceFacts(
                        first=record.first,
                        last=record.last,
                        reason=record.reason,
                        source=record.source,
                    ),
                )
                for record in find_absences(session)
            )

    def absence_draft(self, absence_id: AbsenceId) -> AbsenceDraft:
        """Return the days away as a draft to correct."""
        with self._vault.read() as session:
            record = get_absence(session, absence_id)
            return AbsenceDraft(
                first=write_day(record.first),
                last=write_day(record.last),
                reason=record.reason,
                source=record.source,
            )

    def add_absence(self, draft: AbsenceDraft) -> AbsenceId:
        """Save days away; visits already booked there show up as conflicts in the plan."""
        with self._vault.write(Topic.CALENDAR) as session:
            facts = settle_absence(draft, self._today(), known_names(session))
            record = AbsenceRecord(**asdict(facts))
            session.add(record)
            session.flush()
            return AbsenceId(record.id)

    def correct_absence(self, absence_id: AbsenceId, draft: AbsenceDraft) -> None:
        """Save mended days away."""
        with self._vault.write(Topic.CALENDAR) as session:
            facts = settle_absence(draft, self._today(), known_names(session))
            get_absence(session, absence_id).sqlmodel_update(asdict(facts))

    def remove_absence(self, absence_id: AbsenceId) -> None:
        """Remove days away: the plan may use them again."""
        with self._vault.write(Topic.CALENDAR) as session:
            session.delete(get_absence(session, absence_id))
