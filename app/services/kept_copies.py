"""The saved copies of a file: the list in the file, and what lies in the folder `copies` beside it.

One in which somebody works is a file of its own and is left alone; so is whatever the key of this
file does not open. Where a copy went to on another computer nobody here can know.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlmodel import Session

from app.changes import Topic
from app.data.copy_look import citizens_in
from app.data.kept_copy import drop_kept_copy, find_kept_copies, put_kept_copy
from app.data.state_file import place as state_place
from app.data.vault import Vault
from app.domain.erasure import CopyPlace
from app.services.workspace import ENDING, copies_place, log_of
from app.system import key_file, ledger_file
from app.system.clock import DENMARK
from app.system.files import named_errors

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_READ = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCopy:
    """A copy that is known; no `sha256` if it was found and not noted."""

    path: Path
    saved_on: date
    sha256: str = ""


def note_copy(session: Session, target: Path, day: date) -> None:
    """Remember a copy that was just saved."""
    put_kept_copy(session, str(target.absolute()), day, sha256_of(target))


def kept_copies(vault: Vault, workspace: Path) -> tuple[KeptCopy, ...]:
    """Return the copies that are known and not gone, oldest first; those whose drive is not
    connected too."""
    with vault.read() as session:
        noted = {
            Path(record.place): KeptCopy(
                path=Path(record.place), saved_on=record.saved_on, sha256=record.sha256
            )
            for record in find_kept_copies(session)
        }
    found = {copy.path: copy for copy in _in_folder(workspace)}
    here = workspace.absolute()
    all_copies = [copy for path, copy in (found | noted).items() if path != here]
    kept = [copy for copy in all_copies if not _is_gone(copy.path)]
    return tuple(sorted(kept, key=lambda copy: (copy.saved_on, copy.path)))


def place_of(copy: KeptCopy) -> CopyPlace:
    """Return where the copy is."""
    if not copy.path.exists():
        return CopyPlace.AWAY
    worked_in = (state_place(copy.path), log_of(copy.path))
    return CopyPlace.IN_USE if any(one.exists() for one in worked_in) else CopyPlace.HERE


def is_own(copy: KeptCopy, dek: bytes) -> bool:
    """Whether the key of this file opens the copy; what is away is taken for one."""
    return not copy.path.exists() or citizens_in(copy.path, dek) is not None


def forget_gone(vault: Vault) -> None:
    """Forget the copies that somebody deleted."""
    with vault.write(Topic.AUDIT) as session:
        for record in find_kept_copies(session):
            if _is_gone(Path(record.place)):
                drop_kept_copy(session, record.place)


def remove_copy(vault: Vault, copy: KeptCopy) -> bool:
    """Delete a copy with all that belongs to it; False if it is none any more."""
    if place_of(copy) is not CopyPlace.HERE or not is_own(copy, vault.dek):
        return False
    if copy.sha256 and sha256_of(copy.path) != copy.sha256:
        return False
    beside = (key_file.main_place(copy.path), ledger_file.beside(copy.path))
    with named_errors():
        for place in (copy.path, *beside):
            place.unlink(missing_ok=True)
    with vault.write(Topic.AUDIT) as session:
        drop_kept_copy(session, str(copy.path))
    return True


def sha256_of(path: Path) -> str:
    """Return the hash of the file."""
    digest = hashlib.sha256()
    with named_errors(), path.open("rb") as file:
        while part := file.read(_READ):
            digest.update(part)
    return digest.hexdigest()


def _in_folder(workspace: Path) -> Iterator[KeptCopy]:
    """Yield what lies beside the file: a copy that was made before the list was kept, or could not
    be noted in it."""
    folder = copies_place(workspace)
    for path in sorted(folder.glob(f"*.{ENDING}")) if folder.is_dir() else ():
        yield KeptCopy(path=path.absolute(), saved_on=_saved_on(path))


def _saved_on(path: Path) -> date:
    day = _DAY.search(path.name)
    try:
        return date.fromisoformat(day[0] if day else "")
    except ValueError:
        return datetime.fromtimestamp(path.stat().st_mtime, DENMARK).date()


def _is_gone(path: Path) -> bool:
    """Whether a copy was deleted: its folder is there, and it is not."""
    return path.parent.is_dir() and not path.exists()
