"""Opening the encrypted file: driver, key, settings, transactions.

A file is only made when that is asked for: SQLite would take an empty file for a healthy database.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from app.data.file_error import named_errors
from app.data.probe import keyed, not_ours, probe
from app.domain.language import _
from app.domain.problem import Refused

LeakCheck = Callable[[str], bool]

APPLICATION_ID = 0x46484C44  # "FHLD"
OLDEST_SQLITE = (3, 51, 3)  # older ones can lose pages when a log is reset

# Setting: what is asked for, what must be read back. The order matters: EXCLUSIVE before WAL.
SETTINGS: dict[str, tuple[str, str | int]] = {
    "locking_mode": ("EXCLUSIVE", "exclusive"),
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),
    "fullfsync": ("ON", 1),
    "checkpoint_fullfsync": ("ON", 1),
    "foreign_keys": ("ON", 1),
    "recursive_triggers": ("ON", 1),
    "secure_delete": ("ON", 1),
    "temp_store": ("MEMORY", 2),  # a temporary file would be written in the clear
    "cache_size": ("-65536", -65_536),  # KiB: a file of ten years is read and decrypted once
    "mmap_size": ("0", 0),
    "cell_size_check": ("ON", 1),
    "trusted_schema": ("ON", 1),  # or the guard's triggers refuse every write
}
WITHOUT_FOREIGN_KEYS = {**SETTINGS, "foreign_keys": ("OFF", 0)}


def open_engine(
    path: Path,
    dek: bytes,
    *,
    leak_ok: LeakCheck,
    create: bool = False,
    foreign_keys: bool = True,
) -> Engine:
    """Return an engine on `path`, already open, or raise what stands in the way."""
    settings = SETTINGS if foreign_keys else WITHOUT_FOREIGN_KEYS
    if create:
        raw_connect(path, dek, leak_ok=leak_ok, create=True).close()
    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=lambda: raw_connect(path, dek, leak_ok=leak_ok, settings=settings),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=2,
        hide_parameters=True,  # errors and logs must not quote what people wrote
    )
    event.listen(engine, "begin", _begin)
    with named_errors():
        engine.connect().close()
    return engine


def raw_connect(
    path: Path,
    dek: bytes,
    *,
    leak_ok: LeakCheck,
    create: bool = False,
    settings: dict[str, tuple[str, str | int]] = SETTINGS,
) -> Any:
    """Return the one connection to `path`; every setting is read back."""
    _refuse_this_build()
    if create:
        _make_private(path)
    elif (header := probe(path, dek)) and header.application_id != APPLICATION_ID:
        raise not_ours()
    with named_errors():
        connection = keyed(str(path), dek)
        try:
            _settle(connection, settings)
            if create:
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.create_function("leak_ok", 1, _fail_closed(leak_ok), deterministic=True)
        except BaseException:
            connection.close()
            raise
    return connection


def _settle(connection: Any, settings: dict[str, tuple[str, str | int]]) -> None:
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise Refused(_("This copy of Fasthold cannot encrypt. Install it again."))
    for name, (asked, _answer) in settings.items():
        connection.execute(f"PRAGMA {name} = {asked}").fetchall()
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for name, (_asked, wanted) in settings.items():
        answer = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if answer != wanted:
            raise Refused(
                _(
                    "The file cannot be opened safely on this computer: {setting} stays at"
                    " {answer}."
                ).format(setting=name, answer=answer)
            )


def _fail_closed(leak_ok: LeakCheck) -> Callable[[object], int]:
    """Return the SQL function: 1 only if the guard says so; an error in it is a refusal."""

    def check(text: object) -> int:
        if text is None:
            return 1
        try:
            return int(isinstance(text, str) and leak_ok(text))
        except Exception:  # whatever goes wrong in the guard, nothing passes it
            return 0

    return check


def _refuse_this_build() -> None:
    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise Refused(_("This copy of Fasthold is too old to keep data safe. Install it again."))


def _make_private(path: Path) -> None:
    """Make the empty file first, so that nobody else can read it from the first byte on."""
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError as error:
        message = _("There is already a file with this name. Choose another name.")
        raise Refused(message) from error


def _begin(connection: Connection) -> None:
    # Explicit, because the driver would leave DDL outside the transaction. Writers take the lock
    # at once: a reader that turns into a writer half-way is refused, however long it would wait.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
