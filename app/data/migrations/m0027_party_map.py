"""Whether the consultant drives a follow-up, and which rung of the goal ladder a party aims at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.m0006_followup import OUTCOMES

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the columns: nobody is known to drive what was begun before, nor to aim anywhere."""
    op.execute(
        "ALTER TABLE followup ADD COLUMN drives INTEGER NOT NULL DEFAULT 0 CHECK (drives IN (0, 1))"
    )
    op.execute(
        "ALTER TABLE party ADD COLUMN aim_rung TEXT"
        f" CHECK (aim_rung IS NULL OR aim_rung IN {OUTCOMES})"
    )
