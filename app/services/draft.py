"""What was typed and not yet saved: kept in the file, so that a lock or a crash loses nothing."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from app.changes import Topic
from app.data.consent import known_names
from app.data.draft import DraftRecord, find_draft, find_drafts
from app.data.practice import register_ids
from app.data.vault import Vault
from app.domain.clean import whole_signs
from app.domain.consent import CitizenId
from app.domain.draft import DraftKind, WaitingDraft
from app.domain.flag_choice import FLAG_CHOICES
from app.domain.guard import Rule, Severity, find_traces
from app.domain.retention import Kept
from app.services.retention import kept_for
from app.system.clock import Now, Today, local, now_utc

_EVERY_RULE = frozenset(Rule)
# In the other fields a day may be typed; but somebody in haste may type anything there.
_ALL_BUT_DAYS = _EVERY_RULE - {Rule.DATE}
_FLAG_NOTE = "note"
_CHOICES = frozenset(code.value for choices in FLAG_CHOICES for code in choices)


class DraftService:
    """Keep unfinished edits, offer them again, let go of them."""

    def __init__(self, vault: Vault, today: Today, now: Now = now_utc) -> None:
        self._vault = vault
        self._today = today
        self._now = now

    def keep(
        self,
        kind: DraftKind,
        entity: str,
        values_json: str,
        citizen_id: CitizenId | None = None,
    ) -> None:
        """Keep what stands in a form; of a flag, never a text in which the guard sees a person."""
        with self._vault.write(Topic.DRAFT) as session:
            values_json = whole_signs(values_json)
            if kind is DraftKind.FLAG:
                names, ids = known_names(session), register_ids(session)
                values_json = _without_traces(values_json, names, ids)
            session.merge(
                DraftRecord(
                    kind=kind,
                    entity=entity,
                    citizen_id=citizen_id,
                    fields=values_json,
                    typed_at=self._now(),
                )
            )

    def find(self, kind: DraftKind, entity: str) -> WaitingDraft | None:
        """Return the unfinished edit of one form, if any."""
        with self._vault.read() as session:
            record = find_draft(session, kind, entity)
            return None if record is None else _waiting(record)

    def drop(self, kind: DraftKind, entity: str) -> None:
        """Let go of an unfinished edit: it was saved, or is not wanted."""
        with self._vault.write(Topic.DRAFT) as session:
            record = find_draft(session, kind, entity)
            if record is not None:
                session.delete(record)

    def waiting(self) -> tuple[WaitingDraft, ...]:
        """Return every unfinished edit, newest first."""
        with self._vault.read() as session:
            return tuple(_waiting(record) for record in find_drafts(session))

    def forget_old(self) -> int:
        """Let go of edits nobody took up for as long as they are kept; return how many."""
        with self._vault.write(Topic.DRAFT) as session:
            days = kept_for(session).amount(Kept.DRAFT)
            oldest = self._today() - timedelta(days=days)
            old = [one for one in find_drafts(session) if local(one.typed_at).date() < oldest]
            for record in old:
                session.delete(record)
            return len(old)


def _waiting(record: DraftRecord) -> WaitingDraft:
    return WaitingDraft(
        kind=record.kind, entity=record.entity, values=record.fields, typed_at=record.typed_at
    )


def _without_traces(values_json: str, names: frozenset[str], ids: frozenset[str]) -> str:
    fields: dict[str, Any] = json.loads(values_json)
    kept = {name: _harmless(name, value, names, ids) for name, value in fields.items()}
    # The database reads the note to guard it, so it must be a text.
    return json.dumps({_FLAG_NOTE: ""} | kept)


def _harmless(name: str, value: Any, names: frozenset[str], ids: frozenset[str]) -> Any:
    """Return `value`, or nothing in its place when it tells of a person."""
    if name == _FLAG_NOTE:
        note = whole_signs(value) if isinstance(value, str) else ""
        return "" if _tells(note, names, _EVERY_RULE) else note
    if isinstance(value, str) and (value in ids or value in _CHOICES):
        return value  # nobody typed it, though it may look like a person's number or mail
    if isinstance(value, str):
        return "" if _tells(value, names, _ALL_BUT_DAYS) else value
    if isinstance(value, list):
        return [one for one in value if not _tells(str(one), names, _ALL_BUT_DAYS)]
    return value if isinstance(value, bool) else ""


def _tells(text: str, names: frozenset[str], rules: frozenset[Rule]) -> bool:
    return any(
        found.severity is Severity.REFUSE and found.rule in rules
        for found in find_traces(text, names)
    )
