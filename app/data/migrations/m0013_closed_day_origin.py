"""Which entry of a practice's calendar its closed days came from: a hash and a moment, no word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the table."""
    op.execute(
        """
        CREATE TABLE closed_origin (
            practice_id TEXT NOT NULL,
            event TEXT NOT NULL CHECK (length(event) = 32 AND event NOT GLOB '*[^0-9a-f]*'),
            occurrence TEXT NOT NULL CHECK (
                occurrence = '' OR strftime('%Y-%m-%dT%H:%M', occurrence) IS occurrence
            ),
            closed_id TEXT NOT NULL UNIQUE,
            PRIMARY KEY (practice_id, event, occurrence),
            FOREIGN KEY (practice_id) REFERENCES practice (id) ON DELETE CASCADE,
            FOREIGN KEY (closed_id) REFERENCES closed_period (id) ON DELETE CASCADE
        ) STRICT"""
    )
