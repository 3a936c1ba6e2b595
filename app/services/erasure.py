"""Erasing a person on their page: seen before it is done, and then for good.

No copy is saved before it, as it is before other great changes: that would be one more copy that
holds the person.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import Session

from app.changes import Topic
from app.data.consent import get_citizen
from app.data.disclosure import find_disclosures
from app.data.draft import find_draft
from app.data.followup import get_followup
from app.data.reach import rows_about
from app.data.task import TaskRecord
from app.data.vault import Vault
from app.domain.consent import CitizenId
from app.domain.erasure import (
    CopyRow,
    ErasureDraft,
    ErasurePreview,
    ErasureReason,
    settle_erasure,
)
from app.domain.followup import FollowupId
from app.services.citizen import erase_citizen
from app.services.copies import CopyService
from app.services.disclosure_view import disclosure_line
from app.services.erased_again import scrub_if_due
from app.services.ledger import counts_about
from app.services.mention import drafts_naming, named_in, tasks_naming

_TOPICS = (
    *(Topic.CONSENT, Topic.ROUNDTABLE, Topic.TASK, Topic.DISCLOSURE, Topic.FLAG),
    *(Topic.DRAFT, Topic.SETTINGS),
)


class ErasureService:
    """Shows what erasing a person would do, and does it."""

    def __init__(self, vault: Vault, copies: CopyService) -> None:
        self._vault = vault
        self._copies = copies

    def preview(self, followup_id: FollowupId) -> ErasurePreview:
        """Return what would go, what was handed over before, and where else the name stands."""
        with self._vault.read() as session:
            citizen_id = CitizenId(get_followup(session, followup_id).citizen_id)
            return _preview(session, citizen_id)

    def erase_person(self, followup_id: FollowupId, draft: ErasureDraft) -> None:
        """Erase the person and everything that hangs on them, or raise `Rejected` when the initials
        are not theirs. Scrubbing, and the copies, come after: see `finish`."""
        with self._vault.write(Topic.FOLLOWUP, *_TOPICS) as session:
            citizen_id = CitizenId(get_followup(session, followup_id).citizen_id)
            preview = _preview(session, citizen_id)
            tasks = settle_erasure(draft, preview)
            _drop_named(session, tasks, preview)
            more = len(tasks), len(preview.drafts)
            erase_citizen(session, citizen_id, ErasureReason.ASKED, *more)

    def finish(self, copies: Sequence[CopyRow] = ()) -> int:
        """Leave no byte of the person, and let these `copies` go, a new one saved and checked
        first; return how many went. It reads and writes whole files."""
        scrub_if_due(self._vault)
        return self._copies.erase_copies(copies)


def _preview(session: Session, citizen_id: CitizenId) -> ErasurePreview:
    name, about = get_citizen(session, citizen_id).name, rows_about(session, citizen_id)
    own = {row["id"] for row in about.get("followup", ())}
    return ErasurePreview(
        name=name,
        counts=counts_about(about),
        disclosures=tuple(
            disclosure_line(session, one) for one in find_disclosures(session, citizen_id)
        ),
        tasks=tasks_naming(session, name, own),
        drafts=drafts_naming(session, name, citizen_id),
        named_in=named_in(session, name),
    )


def _drop_named(session: Session, tasks: Collection[UUID], preview: ErasurePreview) -> None:
    for task_id in tasks:
        session.delete(session.get_one(TaskRecord, task_id))
    for one in preview.drafts:
        draft = find_draft(session, one.kind, one.entity)
        if draft is not None:
            session.delete(draft)
    session.flush()
