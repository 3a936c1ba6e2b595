"""Looking into a closed copy of the file: whether it is one, and whom it holds."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher

from app.data.probe import keyed_for_reading
from app.domain.problem import FastholdError


def citizens_in(path: Path, dek: bytes) -> frozenset[UUID] | None:
    """Return whom the copy holds; None for what is no copy that this key opens."""
    try:
        connection = keyed_for_reading(path, dek)
        try:
            rows = connection.execute("SELECT id FROM citizen").fetchall()
        finally:
            connection.close()
    except (sqlcipher.Error, FastholdError, OSError):
        return None
    return frozenset(UUID(found) for (found,) in rows)
