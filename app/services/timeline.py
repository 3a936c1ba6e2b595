"""The timeline of a follow-up, a page at a time; and what is still to be copied."""

from __future__ import annotations

from sqlmodel import Session

from app.changes import Topic
from app.data.followup import FollowupRecord, get_followup
from app.data.timeline import Whose, count_events, find_events
from app.data.transfer import find_transfers, put_transfer
from app.data.vault import Vault
from app.domain.followup import FollowupId
from app.domain.timeline import (
    GROUPS,
    PAGE_SIZE,
    EventGroup,
    EventKind,
    TimelinePage,
    TimelineQuery,
)
from app.domain.transfer import TransferDraft, TransferKey, TransferRow, settle_transfer
from app.services.timeline_view import entry_of
from app.system.clock import Today

EVERYTHING = -1  # a limit that is none


class TimelineService:
    """Show everything that happened, and keep what of it was copied to the case system."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def timeline(self, followup_id: FollowupId, query: TimelineQuery) -> TimelinePage:
        """Return one page; one that is past the end is the last one."""
        with self._vault.read() as session:
            record = get_followup(session, followup_id)
            whose = self._whose(record)
            counted = count_events(session, whose)
            total = sum(counted.get(kind, (0, 0))[query.uncopied] for kind in query.kinds)
            page = max(0, min(query.page, (total - 1) // PAGE_SIZE))
            events = find_events(
                session,
                whose,
                query.kinds,
                uncopied=query.uncopied,
                limit=PAGE_SIZE,
                offset=page * PAGE_SIZE,
            )
            copied = find_transfers(session, record.id, [event.entry for event in events])
            return TimelinePage(
                entries=tuple(entry_of(session, event, copied, self._today()) for event in events),
                page=page,
                count=total,
                counts={
                    group: sum(counted.get(kind, (0, 0))[0] for kind in GROUPS[group])
                    for group in EventGroup
                },
                uncopied=sum(uncopied for _count, uncopied in counted.values()),
            )

    def to_transfer(self, followup_id: FollowupId) -> tuple[TransferRow, ...]:
        """Return what is not in the case system yet, oldest first."""
        with self._vault.read() as session:
            return self._uncopied(session, get_followup(session, followup_id))

    def transfer(self, followup_id: FollowupId, draft: TransferDraft) -> int:
        """Save that entries were copied; return how many."""
        with self._vault.write(Topic.FOLLOWUP) as session:
            uncopied = self._uncopied(session, get_followup(session, followup_id))
            chosen, day = settle_transfer(draft, uncopied, self._today())
            for row in chosen:
                put_transfer(session, followup_id, row.key, day)
            return len(chosen)

    def _uncopied(self, session: Session, record: FollowupRecord) -> tuple[TransferRow, ...]:
        events = find_events(
            session,
            self._whose(record),
            tuple(EventKind),
            uncopied=True,
            limit=EVERYTHING,
            offset=0,
        )
        entries = [entry_of(session, event, {}, self._today()) for event in reversed(events)]
        return tuple(
            TransferRow(
                key=TransferKey(kind=kind, entry=entry.key),
                day=entry.day,
                title=entry.title,
                detail=entry.detail,
            )
            for entry in entries
            if (kind := entry.kind.copied_as) is not None
        )

    def _whose(self, record: FollowupRecord) -> Whose:
        return Whose(followup_id=record.id, citizen_id=record.citizen_id, today=self._today())
