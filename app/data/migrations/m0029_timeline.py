"""Indexes for what is asked of one person, so that a file of ten years answers at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations

INDEXES = (
    ("contact", "followup_id, day"),
    ("task", "followup_id"),
    ("consent", "citizen_id"),
    ("consent_cell", "consent_id"),
    ("party", "citizen_id"),
    ("disclosure", "citizen_id"),
    ("roundtable", "followup_id"),
    ("transfer", "followup_id"),
)


def upgrade(op: Operations) -> None:
    """Make the indexes."""
    for table, columns in INDEXES:
        op.execute(f"CREATE INDEX {table}_of_person ON {table} ({columns})")
