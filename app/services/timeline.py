"""The timeline of a follow-up, a page at a time; and what is still to be copied."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session

from app.changes import Topic
from app.data.followup import FollowupRecord, get_followup
from app.data.timeline import Event, Whose, count_events, find_events
from app.data.transfer import find_transfers, put_transfer
from app.data.vault import Vault
from app.domain.followup import FollowupId
from app.domain.timeline import (
    GROUPS,
    EventGroup,
    EventKind,
    TimelineMark,
    TimelinePage,
    TimelineQuery,
)
from app.domain.transfer import TransferDraft, TransferKey, TransferRow, settle_transfer
from app.services.timeline_view import entries_of
from app.system.clock import Today


class TimelineService:
    """Show everything that happened, and keep what of it was copied to the case system."""

    def __init__(self, vault: Vault, today: Today) -> None:
        self._vault = vault
        self._today = today

    def timeline(self, followup_id: FollowupId, query: TimelineQuery) -> TimelinePage:
        """Return one page of it."""
        with self._vault.read() as session:
            record = get_followup(session, followup_id)
            whose = self._whose(record)
            counted = count_events(session, whose)
            found = find_events(
                session,
                whose,
                query.kinds,
                uncopied=query.uncopied,
                after=query.after,
                most=query.most + 1,
            )
            events = found[: query.most]
            copied = find_transfers(session, record.id, [event.entry for event in events])
            return TimelinePage(
                entries=entries_of(session, record, events, copied, self._today()),
                rest=_mark(events, query.after) if len(found) > len(events) else None,
                count=sum(counted[kind][query.uncopied] for kind in query.kinds),
                counts={
                    group: sum(counted[kind][0] for kind in GROUPS[group]) for group in EventGroup
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
        events = find_events(session, self._whose(record), EventKind, uncopied=True)
        entries = entries_of(session, record, events[::-1], {}, self._today())
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


def _mark(events: Sequence[Event], after: TimelineMark | None) -> TimelineMark:
    """Return where one stands after these; more than one thing may happen on a day."""
    day = events[-1].day
    passed = sum(event.day == day for event in events)
    before = after.passed if after is not None and after.day == day else 0
    return TimelineMark(day=day, passed=before + passed)
