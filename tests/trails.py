"""Trails to test with: entries written as the program writes them, and the wall taken down by hand
where somebody is to tamper with them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app.bootstrap import Services
from app.changes import Topic
from app.data.audit import Walk, entries_after, head_of, note_act, trail_of
from app.data.engine import raw_connect
from app.data.vault import Vault
from app.domain.audit import Action, Fault
from tests.workspaces import DEK, passes

TRIGGERS = ("audit_gapless", "audit_chained", "audit_coded", "audit_frozen", "audit_kept")


def lengthen(vault: Vault, entries: int) -> None:
    """Write this many entries in one act."""
    with vault.write(Topic.SETTINGS) as session:
        for number in range(entries):
            note_act(session, Action.FLAGS_SHRUNK, number)


def walked(vault: Vault) -> Fault | None:
    """Return the first of the first thousand entries that does not fit."""
    with vault.read() as session:
        return Walk(trail_of(session)).follow(entries_after(session, 0))


def tampering(path: Path, dek: bytes = DEK) -> Any:
    """Return the driver's own connection to the closed file, the trail's wall taken down."""
    connection = raw_connect(path, dek, leak_ok=passes)
    for trigger in TRIGGERS:
        connection.execute(f"DROP TRIGGER {trigger}")
    return connection


def noted(services: Services, act: Callable[[], object]) -> list[tuple[str, ...]]:
    """Return what stands in the trail since `act` was done: action and codes, oldest first."""
    before = head(services)
    act()
    with services.vault.read() as session:
        new = entries_after(session, before)
    return [(entry.action, *map(str, json.loads(entry.detail))) for entry in new]


def head(services: Services) -> int:
    """Return how many entries there are."""
    with services.vault.read() as session:
        return head_of(session).seq
