"""What calendar files have said of visits. No column can hold a word.

An entry outlives its visit: a calendar that was told of it must be told that it is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the table."""
    op.execute(
        """
        CREATE TABLE calendar_entry (
            uid TEXT NOT NULL PRIMARY KEY CHECK (length(uid) = 32 AND uid NOT GLOB '*[^0-9a-f]*'),
            visit_id TEXT,
            start TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M', start) = start),
            minutes INTEGER NOT NULL CHECK (minutes BETWEEN 10 AND 120),
            sequence INTEGER NOT NULL CHECK (sequence >= 0),
            cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
            FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE SET NULL
        ) STRICT"""
    )
    op.execute(
        "CREATE TRIGGER calendar_entry_rises BEFORE UPDATE ON calendar_entry"
        " WHEN new.sequence < old.sequence OR new.uid <> old.uid"
        " BEGIN SELECT raise(ABORT, 'a calendar is never told less than before'); END"
    )
