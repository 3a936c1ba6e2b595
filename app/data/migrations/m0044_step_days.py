"""On which days the hours of a step lie; locked with the step it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import short

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the column."""
    op.execute(
        f"ALTER TABLE hours_step ADD COLUMN days TEXT NOT NULL DEFAULT '' {short('days', 80)}"
    )
