"""On which rung of the goal ladder a follow-up stands, and which it aims at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.m0006_followup import OUTCOMES

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the columns; neither is known of what was begun before."""
    for column in ("rung_now", "rung_aim"):
        op.execute(
            f"ALTER TABLE followup ADD COLUMN {column} TEXT"
            f" CHECK ({column} IS NULL OR {column} IN {OUTCOMES})"
        )
