"""What can be done about a restriction: set it, and lift it again."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from sqlmodel import Session

from app.changes import Topic
from app.data.audit import note_act
from app.data.consent import get_citizen
from app.data.followup import get_followup
from app.data.restriction import RestrictionRecord, find_restriction
from app.data.vault import Vault
from app.domain.audit import Action
from app.domain.consent import CitizenId
from app.domain.followup import FollowupId
from app.domain.language import _
from app.domain.problem import Refused
from app.domain.restriction import (
    LiftDraft,
    Restriction,
    RestrictionDraft,
    restricted,
    settle_lift,
    settle_restriction,
)
from app.system.clock import Today


class RestrictionService:
    """Keep what is known of a person without using it, as long as somebody asks for that."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def restriction(self, followup_id: FollowupId) -> Restriction | None:
        """Return the restriction that stands, if one does."""
        with self._vault.read() as session:
            return standing_restriction(session, get_followup(session, followup_id).citizen_id)

    def restrict(self, followup_id: FollowupId, draft: RestrictionDraft) -> None:
        """Restrict the person; raise `Rejected` without a reason."""
        with self._vault.write(Topic.FOLLOWUP, Topic.CONSENT) as session:
            followup = get_followup(session, followup_id)
            facts = settle_restriction(draft, followup.started_on, self._today())
            refuse_restricted(session, followup.citizen_id)
            session.add(RestrictionRecord(citizen_id=followup.citizen_id, **asdict(facts)))
            note_act(session, Action.RESTRICTED, person=followup.citizen_id)
            _read_anew(session, followup.citizen_id)

    def lift_restriction(self, followup_id: FollowupId, draft: LiftDraft) -> None:
        """Lift the restriction; raise `Rejected` without a reason."""
        with self._vault.write(Topic.FOLLOWUP, Topic.CONSENT) as session:
            reason = settle_lift(draft)
            citizen_id = get_followup(session, followup_id).citizen_id
            record = find_restriction(session, citizen_id)
            if record is None:
                raise Refused(_("This person is not restricted."))
            record.lifted_on, record.lift_reason = self._today(), reason
            note_act(session, Action.RESTRICTION_LIFTED, person=citizen_id)
            _read_anew(session, citizen_id)


def standing_restriction(session: Session, citizen_id: UUID) -> Restriction | None:
    """Return the restriction that stands on the citizen, if one does."""
    record = find_restriction(session, citizen_id)
    if record is None:
        return None
    return Restriction(asked_by=record.asked_by, since=record.since, reason=record.reason)


def refuse_restricted(session: Session, citizen_id: UUID) -> None:
    """Raise `Refused` for a person who is restricted; the database does so too."""
    if get_citizen(session, CitizenId(citizen_id)).restricted_at is not None:
        raise restricted()


def _read_anew(session: Session, citizen_id: UUID) -> None:
    """Let the mark be read that the database has set."""
    session.flush()
    session.expire(get_citizen(session, CitizenId(citizen_id)))
