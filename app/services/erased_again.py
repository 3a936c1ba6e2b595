"""Nobody comes back with a copy: whoever stands in the ledger is erased when a file is opened,
before anything of it is shown."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from app.changes import Topic
from app.data.audit import trail_of
from app.data.consent import find_citizens
from app.data.copy_look import citizens_in
from app.data.erasure import add_erased, find_erased, is_scrub_due, note_scrubbed
from app.data.vault import Vault
from app.domain.consent import CitizenId
from app.services.citizen import erase_citizen_again
from app.services.kept_copies import kept_copies, remove_copy
from app.services.ledger import known_erased, spread_ledger
from app.services.workspace import BEFORE_UPDATE, copies_place


def erase_again(vault: Vault, path: Path) -> int:
    """Erase everybody who stands in the ledger, here or beside the file, and is back; return how
    many were."""
    known = known_erased(vault, path)
    with vault.read() as session:
        in_file = find_erased(session)
        here = {entry.subject for entry in in_file}
        missing = [entry for entry in known if entry.subject not in here]
        back = _back(session, here | {entry.subject for entry in missing})
    if missing or back:
        with vault.write(Topic.FOLLOWUP, Topic.CONSENT, Topic.FLAG) as session:
            for citizen_id in back:
                erase_citizen_again(session, citizen_id)
            add_erased(session, missing)
    elif here - {entry.subject for entry in known}:
        spread_ledger(vault, path)
    scrub_if_due(vault)
    if back:
        _let_go_of_the_copy_just_made(vault, path, back)
    return len(back)


def scrub_if_due(vault: Vault) -> None:
    """Leave no byte of what was deleted, if anything was since it was last done."""
    with vault.read() as session:
        due = is_scrub_due(session)
    if due:
        vault.scrub()
        with vault.write(Topic.AUDIT) as session:
            note_scrubbed(session)


def _let_go_of_the_copy_just_made(vault: Vault, path: Path, back: Collection[UUID]) -> None:
    """Of an older copy that is opened, a copy is saved before it is brought up to date: that holds
    who was erased here a moment ago, and nothing that is not in the file."""
    for copy in kept_copies(vault, path):
        made_here = copy.path.parent == copies_place(path).absolute()
        if not made_here or not copy.path.name.startswith(f"{BEFORE_UPDATE}-"):
            continue
        if set(back) & (citizens_in(copy.path, vault.dek) or frozenset()):
            remove_copy(vault, copy)


def _back(session: Session, subjects: set[str]) -> list[CitizenId]:
    trail = trail_of(session)
    return [
        CitizenId(citizen.id)
        for citizen in find_citizens(session)
        if trail.subject(citizen.id) in subjects
    ]
