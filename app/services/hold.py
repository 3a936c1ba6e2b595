"""What can be done about holds: keep somebody for now, ask again later, let go."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session

from app.changes import Topic
from app.data.audit import note_act
from app.data.consent import get_citizen
from app.data.followup import find_followups, get_followup
from app.data.hold import HoldRecord, find_hold, find_holds
from app.data.vault import Vault
from app.domain.audit import Action
from app.domain.consent import CitizenId
from app.domain.followup import FollowupId
from app.domain.hold import HoldDraft, HoldRow, settle_hold
from app.domain.language import _
from app.domain.problem import Refused
from app.system.clock import Today


class HoldService:
    """Keep people beyond the day the rules would erase them, each with a reason and a day."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def hold(self, followup_id: FollowupId, draft: HoldDraft) -> None:
        """Keep the person for now, or go on keeping them with another reason and day."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            facts = settle_hold(draft, self._today())
            citizen_id = get_followup(session, followup_id).citizen_id
            record = find_hold(session, citizen_id)
            if record is None:
                record = HoldRecord(citizen_id=citizen_id, held_on=self._today())
            record.reason, record.review_on = facts.reason, facts.review_on
            session.add(record)
            note_act(session, Action.HELD, person=citizen_id)

    def lift_hold(self, followup_id: FollowupId) -> None:
        """Let the rules count again."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            citizen_id = get_followup(session, followup_id).citizen_id
            record = find_hold(session, citizen_id)
            if record is None:
                raise Refused(_("This person is not kept beyond the usual day."))
            record.lifted_on = self._today()
            note_act(session, Action.HOLD_LIFTED, person=citizen_id)

    def list_holds(self) -> tuple[HoldRow, ...]:
        """Return everybody who is kept for now, the first to be asked about first."""
        with self._vault.read() as session:
            rows = (held_row(session, record.citizen_id) for record in find_holds(session))
            return tuple(row for row in rows if row is not None)

    def list_to_ask_about(self) -> tuple[HoldRow, ...]:
        """Return those of whom the day has come to ask whether they are still needed."""
        today = self._today()
        return tuple(row for row in self.list_holds() if row.is_asked_about(today))


def held_row(session: Session, citizen_id: UUID) -> HoldRow | None:
    """Return the hold that stands on the citizen, if one does."""
    record = find_hold(session, citizen_id)
    if record is None:
        return None
    followups = find_followups(session, citizen_id=citizen_id)
    if not followups:
        return None
    return HoldRow(
        followup_id=FollowupId(followups[0].id),
        citizen=get_citizen(session, CitizenId(citizen_id)).name,
        number=followups[0].number,
        reason=record.reason,
        held_on=record.held_on,
        review_on=record.review_on,
    )
