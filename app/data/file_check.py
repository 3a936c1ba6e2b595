"""Whether a closed file is whole, and what is in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.data.engine import APPLICATION_ID
from app.data.file_error import damaged, named_errors
from app.data.probe import keyed_for_reading


def check_whole(path: Path, dek: bytes) -> dict[str, int]:
    """Return the row counts of the closed file `path`; raise `FileDamaged` if anything is wrong.

    SQLCipher's check sees every flipped bit but not a cut between pages; SQLite's own sees the cut.
    Each has a fresh connection: after one bad page a connection calls good pages bad.
    """
    with named_errors():
        _expect(_ask(path, dek, "PRAGMA cipher_integrity_check"), [])
        _expect(_ask(path, dek, "PRAGMA integrity_check"), [("ok",)])
        _expect(_ask(path, dek, "PRAGMA foreign_key_check"), [])
        if _ask(path, dek, "PRAGMA application_id") != [(APPLICATION_ID,)]:
            raise damaged()
        connection = keyed_for_reading(path, dek)
        try:
            return row_counts(connection)
        finally:
            connection.close()


def row_counts(connection: Any) -> dict[str, int]:
    """Return how many rows each table has."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {name: _count(connection, name) for (name,) in names}


def _count(connection: Any, table: str) -> int:
    quoted = table.replace('"', '""')
    return int(connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()[0])  # noqa: S608


def _ask(path: Path, dek: bytes, question: str) -> list[tuple[Any, ...]]:
    connection = keyed_for_reading(path, dek)
    try:
        return list(connection.execute(question).fetchall())
    finally:
        connection.close()


def _expect(answer: list[tuple[Any, ...]], whole: list[tuple[Any, ...]]) -> None:
    if answer != whole:
        raise damaged()
