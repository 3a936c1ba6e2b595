"""From which lines of the catalogue an agreement was taken, and which lines are hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import short

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the columns and the table; a remark keeps the lines for the way back."""
    for table in ("agreement", "remark"):
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN taken_from TEXT NOT NULL DEFAULT ''"
            f" {short('taken_from', 200)}"
        )
    op.execute(f"""
    CREATE TABLE hidden_adjustment (
        code TEXT NOT NULL PRIMARY KEY {short("code", 40, 1)}
    ) STRICT""")
