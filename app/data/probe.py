"""Looking at a file without touching it: whose it is, and whether the key fits.

Merely opening with a wrong key would tidy away the log of a crash, and with it the newest rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from app.data.file_error import NOT_A_DATABASE, code, named_errors
from app.domain.language import _
from app.domain.problem import (
    FastholdError,
    FileDamaged,
    FileMissing,
    NotOurFile,
    WrongPassphrase,
)

KEY_BYTES = 32
PAGE = 4096
PLAIN_MAGIC = b"SQLite format 3\0"

# Wipes and pins the memory of the driver: for the whole process, and never off again.
SAFE_MEMORY = "PRAGMA cipher_memory_security = ON"


@dataclass(frozen=True, slots=True)
class Header:
    """What the first page says: whose file it is, and which step it has seen."""

    application_id: int
    version: int


def probe(path: Path, dek: bytes) -> Header | None:
    """Read the first page and leave no trace; None if only the log of a crash can tell.

    Raises `FileMissing`, `FileDamaged`, `NotOurFile` or `WrongPassphrase`.
    """
    refuse_what_is_no_workspace(path)
    try:
        return _header(path, dek, "immutable=1")
    except sqlcipher.DatabaseError as error:
        if code(error) != NOT_A_DATABASE:
            return None
        if _has_log(path):
            return _header_by_log(path, dek)
        raise _key_does_not_fit(path) from error


def refuse_what_is_no_workspace(path: Path) -> None:
    """Raise `FileMissing`, `FileDamaged` or `NotOurFile` by what can be seen without a key."""
    if not path.exists():
        raise FileMissing(_("There is no file at this place. See whether the drive is connected."))
    if not path.is_file():
        raise not_ours()
    with named_errors(), path.open("rb") as file:
        start = file.read(len(PLAIN_MAGIC))
    if start == PLAIN_MAGIC:
        raise not_ours()
    size = path.stat().st_size
    if size == 0:
        raise FileDamaged(
            _("The file is empty: its contents have been lost. Open your newest copy.")
        )
    if size < PAGE:
        raise _cut_off()


def keyed(target: str, dek: bytes, *, uri: bool = False) -> Any:
    """Return a connection to `target` that has been given the key and nothing else."""
    if len(dek) != KEY_BYTES:
        raise ValueError("a data key has 32 bytes")
    connection = sqlcipher.connect(
        target, uri=uri, isolation_level=None, check_same_thread=False, timeout=0
    )
    connection.execute("PRAGMA cipher_log_level = NONE")  # or page numbers go to the terminal
    connection.execute(SAFE_MEMORY)
    # Never as SQL text: a trace would see the key.
    connection.set_key(f"x'{dek.hex()}'")
    return connection


def keyed_for_reading(path: Path, dek: bytes, how: str = "immutable=1") -> Any:
    """Return a connection that can change nothing, not even beside the file."""
    name = path.absolute().as_posix()
    for sign, escaped in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        name = name.replace(sign, escaped)
    return keyed(f"file://{'' if name.startswith('/') else '/'}{name}?{how}", dek, uri=True)


def not_ours() -> NotOurFile:
    """The sentence for a file of another program."""
    return NotOurFile(_("This is not a file that Fasthold has made. Choose another file."))


def _header(path: Path, dek: bytes, how: str) -> Header:
    connection = keyed_for_reading(path, dek, how)
    try:
        whose = connection.execute("PRAGMA application_id").fetchone()[0]
        return Header(whose, connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def _header_by_log(path: Path, dek: bytes) -> Header:
    """A power cut can tear the first page while the log still holds it whole."""
    shared = path.with_name(f"{path.name}-shm")
    was_there = shared.exists()
    try:
        with named_errors():
            return _header(path, dek, "mode=ro")
    except FileDamaged as error:
        raise _key_does_not_fit(path) from error
    finally:
        if not was_there:
            shared.unlink(missing_ok=True)


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _key_does_not_fit(path: Path) -> FastholdError:
    if path.stat().st_size % PAGE:
        return _cut_off()
    return WrongPassphrase(
        _("This key does not open the file. The file and its key file may not belong together.")
    )


def _cut_off() -> FileDamaged:
    return FileDamaged(_("The file is cut off: a part of it is missing. Open your newest copy."))
