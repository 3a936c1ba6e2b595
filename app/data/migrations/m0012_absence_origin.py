"""Which entry of a foreign calendar an absence came from: a hash and a moment, and no word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the table."""
    op.execute(
        """
        CREATE TABLE absence_origin (
            event TEXT NOT NULL CHECK (length(event) = 32 AND event NOT GLOB '*[^0-9a-f]*'),
            occurrence TEXT NOT NULL CHECK (
                occurrence = '' OR strftime('%Y-%m-%dT%H:%M', occurrence) IS occurrence
            ),
            absence_id TEXT NOT NULL UNIQUE,
            PRIMARY KEY (event, occurrence),
            FOREIGN KEY (absence_id) REFERENCES absence (id) ON DELETE CASCADE
        ) STRICT"""
    )
