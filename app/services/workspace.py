"""The database of a workspace: made, opened up to date, copied with its keys."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

from app.changes import ChangeFeed
from app.data.audit import Trail
from app.data.engine import LeakCheck, open_engine
from app.data.migrate import is_current, migrate, refuse_newer, schema_version
from app.data.probe import probe
from app.data.state_file import StateFile
from app.data.state_file import place as state_place
from app.data.vault import Vault
from app.domain.audit import Action
from app.domain.language import _
from app.domain.problem import FileInUse, Refused
from app.services.audit_note import note_alone
from app.system import files, key_file, keys, paths, unlock
from app.system.clock import Now, now_utc

COPY = "fasthold-copy"
BEFORE_UPDATE = "before-update"
ENDING = "fasthold"


def make_database(path: Path, dek: bytes) -> None:
    """Make an empty encrypted file of today's schema at `path`, and close it."""
    open_engine(path, dek, leak_ok=_nothing_passes, create=True).dispose()
    migrate(path, dek, leak_ok=_nothing_passes)


def open_vault(
    path: Path, dek: bytes, changes: ChangeFeed, *, leak_ok: LeakCheck, now: Now = now_utc
) -> Vault:
    """Open the file; an older one is brought up to date on a checked copy first."""
    header = probe(path, dek)
    if header is not None:
        refuse_newer(header.version)
    vault, version = _opened(path, dek, changes, leak_ok, now)
    if is_current(version):
        return vault
    try:
        with files.named_errors():
            folder = paths.made(copies_place(path))
        save_copy(vault, path, folder, BEFORE_UPDATE, now().date())
        _update(vault, path, leak_ok)
    finally:
        vault.close()
    vault, new = _opened(path, dek, changes, leak_ok, now)
    note_alone(vault, Action.MIGRATED, version, new)
    return vault


def save_copy(vault: Vault, path: Path, target: Path, kind: str, day: date) -> Path:
    """Save a checked copy of `path` with its key file in the folder, or as the file, `target`."""
    if target.is_dir():
        target = files.free_place(target, f"{kind}-{day.isoformat()}.{ENDING}")
    if is_taken(target):
        raise Refused(_("There is already a file with this name. Choose another name."))
    try:
        with files.named_errors():
            _copy_pair(vault, path, target)
    except BaseException:
        for left in (part_of(target), key_file.main_place(target)):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        raise
    return target


def copies_place(path: Path) -> Path:
    """Return the folder of the copies that are made without being asked for."""
    return path.parent / "copies"


def is_taken(path: Path) -> bool:
    """Whether a workspace, or a part of one, lies at this place."""
    beside = (key_file.main_place(path), key_file.spare_place(path), state_place(path))
    return any(place.exists() for place in (path, *beside, log_of(path)))


def part_of(path: Path) -> Path:
    """Return the name a file has until it is whole."""
    return path.with_name(f".{path.name}.part")


def log_of(path: Path) -> Path:
    """Return the name of SQLite's log beside the database."""
    return path.with_name(f"{path.name}-wal")


def _copy_pair(vault: Vault, path: Path, target: Path) -> None:
    """Write both files, read both back from the disk, and only then give the copy its name."""
    header_key = unlock.header_key(vault.dek)
    carried = unlock.sealed(path, vault.dek).without("keychain", header_key)
    part, keys_place = part_of(target), key_file.main_place(target)
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    vault.copy_into(part)
    files.sync_file(part)
    files.write_whole(keys_place, carried.content())
    if key_file.read_one(keys_place) != carried:
        raise OSError("the key file does not read back as written")
    files.move(part, target)


def _update(vault: Vault, path: Path, leak_ok: LeakCheck) -> None:
    """Migrate a copy of the open file; close the file, and put the copy in its place."""
    dek, work = vault.dek, path.with_name(f".{path.name}.work")
    with files.named_errors():
        work.unlink(missing_ok=True)
        work.touch(mode=0o600)
        try:
            vault.copy_into(work)
            migrate(work, dek, leak_ok=leak_ok)
            files.sync_file(work)
            vault.close()
            if log_of(path).exists():
                # A log that is left would be played into the new file.
                raise FileInUse(_("The file is open in another window of Fasthold."))
            files.move(work, path)
        finally:
            work.unlink(missing_ok=True)
            log_of(work).unlink(missing_ok=True)


def _opened(
    path: Path, dek: bytes, changes: ChangeFeed, leak_ok: LeakCheck, now: Now
) -> tuple[Vault, int]:
    engine = open_engine(path, dek, leak_ok=leak_ok)
    try:
        with engine.connect() as connection:
            version = schema_version(connection)
        refuse_newer(version)
        state = StateFile(path, keys.file_mark(dek), keys.sub_key(dek, "state"))
        trail = Trail(keys.sub_key(dek, "audit"), keys.sub_key(dek, "subject"), now)
        return Vault(engine, dek, changes, state, trail), version
    except BaseException:
        engine.dispose()
        raise


def _nothing_passes(text: str) -> bool:
    return False
