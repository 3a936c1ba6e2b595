"""Indexes for what is asked of one person, one practice or one day, so that a file of ten years
answers while somebody types: follow-ups by citizen and by flag, flags by practice and by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations

INDEXES = (
    "followup_of_person ON followup (citizen_id, number)",
    "followup_of_flag ON followup (flag_id)",
    "flag_of_practice ON flag (practice_id, raised_on, code)",
    "flag_by_day ON flag (raised_on, code)",
)


def upgrade(op: Operations) -> None:
    """Make the indexes."""
    for index in INDEXES:
        op.execute(f"CREATE INDEX {index}")
