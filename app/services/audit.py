"""The audit trail: written when the file is opened and locked, checked, and shown."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.changes import Topic
from app.data.audit import (
    Entry,
    Walk,
    entries_about,
    entries_after,
    entries_before,
    entries_of,
    head_of,
    last_of,
    note_act,
    trail_of,
)
from app.data.audit_begin import begin_after, begin_of, is_begin_sealed, last_before
from app.data.vault import Vault
from app.domain.audit import (
    Action,
    AuditCheck,
    AuditRow,
    AuditStanding,
    Fault,
    Flaw,
    Word,
    five_years_before,
    moment_of,
)
from app.services.audit_note import note_alone, note_apart
from app.system.clock import local

QUICK = 3_000  # entries that are walked in less than 50 ms
PAGE = 50
MOST_ENDS = 100
LARGEST_COUNT = 99_999
SEAL_SIGNS = 16
PERSON_SIGNS = 6


class AuditService:
    """Writes what happens to the file as a whole; shows the trail, and whether it is whole."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def note_opened(self, way: Word | None = None, tries: Mapping[str, int] | None = None) -> None:
        """Note that the file was opened, and by which key; which keys were tried in vain before;
        that it is a copy, or has lost something."""
        note_apart(
            self._vault, lambda session: _note_opening(session, self._vault, way, tries or {})
        )

    def note_locked(self, cause: Word) -> None:
        """Note that the file is about to be closed, and why."""
        if self._vault.is_open:
            note_alone(self._vault, Action.LOCKED, cause)

    def standing(self) -> AuditStanding:
        """Return how long the trail is, and what is known of it without walking it."""
        with self._vault.read() as session:
            head = head_of(session)
            ends = entries_of(session, Action.END_MISSING, MOST_ENDS)
            return AuditStanding(
                entries=head.seq - begin_of(session).seq,
                first=_first(entries_after(session, 0, 1)),
                last=last_audit_row(session),
                checked=_first(entries_of(session, Action.CHECKED, 1)),
                ends_missing=tuple(_row(entry) for entry in ends),
            )

    def entries(self, before: int | None = None) -> tuple[AuditRow, ...]:
        """Return a page of entries, the newest first; those older than number `before`."""
        with self._vault.read() as session:
            seq = head_of(session).seq + 1 if before is None else before
            return tuple(_row(entry) for entry in entries_before(session, seq, PAGE))

    def is_quick(self) -> bool:
        """Whether a check is done before anybody notices."""
        with self._vault.read() as session:
            return head_of(session).seq <= QUICK

    def check_is_due(self) -> bool:
        """Whether the trail has not been checked this week."""
        with self._vault.read() as session:
            entry = last_of(session, Action.CHECKED)
            now = trail_of(session).now()
        at = moment_of(entry.at) if entry is not None else None
        return at is None or local(at).isocalendar()[:2] != local(now).isocalendar()[:2]

    def check(self) -> AuditCheck:
        """Walk the trail from its beginning, and note what was found. The file is let go of after
        each page, so that nobody waits for it."""
        with self._vault.read() as session:
            walk = Walk(trail_of(session), begin_of(session))
            moved = not is_begin_sealed(session)
        begin = walk.head.seq
        fault = Fault(begin, Flaw.CHANGED) if moved else None
        while fault is None and (page := self._page_after(walk.head.seq)):
            fault = walk.follow(page)
        if fault is None:
            note_alone(self._vault, Action.CHECKED, Word.WHOLE)
        else:
            note_alone(self._vault, Action.CHECKED, fault.flaw, _count(fault.seq))
        return AuditCheck(walk.head.seq - begin, fault)

    def shorten(self, today: date) -> int:
        """Let go of the entries that are more than five years old; return how many went."""
        with self._vault.write(Topic.AUDIT) as session:
            last = last_before(session, five_years_before(today))
            if last is None or last.seq == head_of(session).seq:
                return 0
            note_act(session, Action.TRAIL_SHORTENED)
            return begin_after(session, last)

    def _page_after(self, seq: int) -> Sequence[Entry]:
        with self._vault.read() as session:
            return entries_after(session, seq)


def last_audit_row(session: Session) -> AuditRow | None:
    """Return the newest entry, which seals all before it."""
    return _first(entries_before(session, head_of(session).seq + 1, 1))


def audit_rows_about(session: Session, person: UUID) -> tuple[AuditRow, ...]:
    """Return every entry about a person, oldest first."""
    return tuple(_row(entry) for entry in entries_about(session, person))


def _note_opening(
    session: Session, vault: Vault, way: Word | None, tries: Mapping[str, int]
) -> None:
    for kind, count in tries.items():
        note_act(session, Action.OPEN_FAILED, Word(kind), count)
    note_act(session, Action.OPENED, *([way] if way else []))
    if vault.is_copy:
        note_act(session, Action.COPY_OPENED)
    if vault.missing_saves:
        note_act(session, Action.SAVES_MISSING, _count(vault.missing_saves))
    if vault.audit_end.missing:
        note_act(session, Action.END_MISSING, Word.MISSING, _count(vault.audit_end.missing))
    if vault.audit_end.other:
        note_act(session, Action.END_MISSING, Word.OTHER)


def _first(entries: Sequence[Entry]) -> AuditRow | None:
    return _row(entries[0]) if entries else None


def _row(entry: Entry) -> AuditRow:
    return AuditRow(
        seq=entry.seq,
        at=moment_of(entry.at),
        action=_action(entry.action),
        detail=_detail(entry.detail),
        person=(entry.subject or "")[:PERSON_SIGNS],
        seal=entry.mac[:SEAL_SIGNS],
    )


def _action(code: str) -> Action | None:
    try:
        return Action(code)
    except ValueError:
        return None


def _detail(text: str) -> tuple[str | int, ...]:
    """Return codes and counts; of what somebody tampered with, nothing."""
    try:
        found = json.loads(text)
    except ValueError:
        return ()
    parts = found if isinstance(found, list) else []
    return tuple(part for part in parts if isinstance(part, str | int))


def _count(number: int) -> int:
    return min(number, LARGEST_COUNT)
