"""What can be done about the case system: what is still to be copied to it, and saying so."""

from __future__ import annotations

from sqlmodel import Session

from app.changes import Topic
from app.data.followup import FollowupRecord, get_followup
from app.data.transfer import put_transfer
from app.data.vault import Vault
from app.domain.contact import contact_detail, contact_title
from app.domain.followup import FollowupId
from app.domain.transfer import TransferDraft, TransferRow, settle_transfer
from app.services.followup_view import contact_key, contact_rows
from app.system.clock import Today


class TransferService:
    """Say what is in the case system; list what is not."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def to_transfer(self, followup_id: FollowupId) -> tuple[TransferRow, ...]:
        """Return what is not in the case system yet, oldest first."""
        with self._vault.read() as session:
            return _waiting(session, get_followup(session, followup_id))

    def transfer(self, followup_id: FollowupId, draft: TransferDraft) -> int:
        """Save that entries were copied; return how many."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            waiting = _waiting(session, get_followup(session, followup_id))
            chosen, day = settle_transfer(draft, waiting, self._today())
            for row in chosen:
                put_transfer(session, followup_id, row.key, day)
            return len(chosen)


def _waiting(session: Session, record: FollowupRecord) -> tuple[TransferRow, ...]:
    rows = [
        TransferRow(
            key=contact_key(contact.id),
            day=contact.facts.day,
            title=contact_title(contact),
            detail=contact_detail(contact),
        )
        for contact in contact_rows(session, record)
        if contact.facts.transferred_on is None
    ]
    return tuple(sorted(rows, key=lambda row: row.day))
