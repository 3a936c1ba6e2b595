"""Leaving no byte of what was deleted: in the search index, in statistics, on free pages, in the
log."""

from __future__ import annotations

from typing import Any

EMPTY_LOG = "PRAGMA wal_checkpoint(TRUNCATE)"
_DONE = (0, 0, 0)
_INDEXES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%USING fts5%'"
_SAMPLES = "SELECT name FROM sqlite_master WHERE name IN ('sqlite_stat1', 'sqlite_stat4')"


def scrub(driver: Any) -> bool:
    """Write the file anew by the driver's own connection, without what was deleted; return whether
    the log is empty too. It needs room for a second file on the disk."""
    for (index,) in driver.execute(_INDEXES).fetchall():
        # A segment of the index keeps words that were deleted, until it is merged away.
        driver.execute(f'INSERT INTO "{index}" ("{index}") VALUES (\'optimize\')')  # noqa: S608
    for (samples,) in driver.execute(_SAMPLES).fetchall():
        driver.execute(f"DELETE FROM {samples}")  # noqa: S608
    driver.execute("VACUUM")
    return bool(driver.execute(EMPTY_LOG).fetchone() == _DONE)
