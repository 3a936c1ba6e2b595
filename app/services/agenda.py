"""What can be done with the agenda of a roundtable; refused once it is final."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from app.changes import Topic
from app.data.found import found
from app.data.roundtable import PointRecord, find_parts
from app.data.vault import Vault
from app.domain.agenda import PointDraft, PointState, settle_agenda, settle_point
from app.domain.language import _
from app.domain.roundtable import RoundtableId
from app.services.carried import add_points, next_place
from app.services.place import exchange
from app.services.roundtable import editable


class AgendaService:
    """Add, correct, move, tick off and remove the points of an agenda."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def fill_agenda(self, roundtable_id: RoundtableId, template: str) -> None:
        """Add the points of a template at the end."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            points = settle_agenda(template)
            add_points(session, editable(session, roundtable_id).id, points)

    def add_point(self, roundtable_id: RoundtableId, draft: PointDraft) -> UUID:
        """Add a point at the end."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            facts = settle_point(draft)
            roundtable = editable(session, roundtable_id)
            record = PointRecord(
                roundtable_id=roundtable.id,
                position=next_place(find_parts(session, PointRecord, roundtable.id)),
                title=facts.title,
                minutes=facts.minutes,
                state=PointState.OPEN,
            )
            session.add(record)
            session.flush()
            return record.id

    def point_draft(self, point_id: UUID) -> PointDraft:
        """Return the point as a draft to correct."""
        with self._vault.read() as session:
            record = _get(session, point_id)
            return PointDraft(title=record.title, minutes=str(record.minutes))

    def correct_point(self, point_id: UUID, draft: PointDraft) -> None:
        """Save a point under another name, or with other minutes."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            facts = settle_point(draft)
            record = _editable(session, point_id)
            record.title, record.minutes = facts.title, facts.minutes

    def mark_point(self, point_id: UUID, state: PointState) -> None:
        """Save whether the point was reached."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            _editable(session, point_id).state = state

    def move_point(self, point_id: UUID, by: int) -> None:
        """Move the point one place up (-1) or down (1); at the end it stays."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            record = _editable(session, point_id)
            exchange(find_parts(session, PointRecord, record.roundtable_id), record, by)

    def remove_point(self, point_id: UUID) -> None:
        """Remove the point."""
        with self._vault.write(Topic.ROUNDTABLE) as session:
            session.delete(_editable(session, point_id))


def _get(session: Session, point_id: UUID) -> PointRecord:
    return found(session.get(PointRecord, point_id), _("This point is no longer there."))


def _editable(session: Session, point_id: UUID) -> PointRecord:
    record = _get(session, point_id)
    editable(session, RoundtableId(record.roundtable_id))
    return record
