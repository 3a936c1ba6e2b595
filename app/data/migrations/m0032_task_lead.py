"""How many days before its day one is reminded of a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the column; of earlier tasks one is reminded on their day."""
    op.execute(
        "ALTER TABLE task ADD COLUMN lead_days INTEGER NOT NULL DEFAULT 0"
        " CHECK (lead_days BETWEEN 0 AND 60)"
    )
