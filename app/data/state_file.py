"""How many saves there have been, kept a second time beside the file.

A flipped bit in SQLite's log, or a log that went missing, drops the newest saves without any error.
So each save is counted inside the file and, after the commit, here. A file that knows of fewer
saves than this has lost some. The newest entry of the audit trail stands here too: a trail that
does not hold it was cut off or exchanged.

Two slots of 512 bytes; the older one is written over, never renamed.
"""

from __future__ import annotations

import hmac
import json
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.data.audit import Head

SLOT = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The newest save known outside the file; `turn` says which slot was written last."""

    turn: int
    commit_seq: int
    saved_at: datetime
    audit: Head = field(default_factory=Head)


class StateFile:
    """Reads and writes the two slots of one workspace under a seal."""

    def __init__(self, workspace: Path, wid: str, mac_key: bytes) -> None:
        self._path = place(workspace)
        self._wid = wid
        self._mac_key = mac_key
        self._turn = 0

    def read(self) -> State | None:
        """Return the newer of the slots that are whole, or None."""
        try:
            content = self._path.read_bytes()
        except OSError:
            return None
        halves = (content[:SLOT], content[SLOT : 2 * SLOT])
        states = [state for half in halves if (state := self._parsed(half)) is not None]
        newest = max(states, key=lambda state: state.turn, default=None)
        self._turn = newest.turn if newest else 0
        return newest

    def write(self, commit_seq: int, saved_at: datetime, audit: Head) -> None:
        """Note a save and the newest audit entry, and return when the disk has it."""
        self._turn += 1
        at = saved_at.astimezone(UTC).isoformat(timespec="seconds")
        body = {"wid": self._wid, "turn": self._turn, "commit_seq": commit_seq, "at": at}
        body |= {"audit_seq": audit.seq, "audit_head": audit.mac}
        content = _canonical({**body, "mac": self._mac(body)}).ljust(SLOT - 1) + b"\n"
        with open(self._path, "r+b" if self._path.exists() else "xb", opener=_private) as file:
            file.seek(SLOT * (self._turn % 2))
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    def _parsed(self, half: bytes) -> State | None:
        try:
            body = json.loads(half)
            mac = body.pop("mac")
            if not hmac.compare_digest(mac, self._mac(body)) or body["wid"] != self._wid:
                return None
            at = datetime.fromisoformat(body["at"])
            # One written before there was a trail knows of no entry.
            audit = Head(body["audit_seq"], body["audit_head"]) if "audit_seq" in body else Head()
            return State(turn=body["turn"], commit_seq=body["commit_seq"], saved_at=at, audit=audit)
        except (ValueError, TypeError, KeyError, AttributeError):
            return None

    def _mac(self, body: dict[str, Any]) -> str:
        return hmac.digest(self._mac_key, _canonical(body), "sha256").hex()


def place(workspace: Path) -> Path:
    """Return where the state of `workspace` is kept."""
    return workspace.with_name(f"{workspace.name}.state")


def _canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
