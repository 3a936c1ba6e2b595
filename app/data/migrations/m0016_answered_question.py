"""At which later visit a question was answered, so that the answer is told there too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the column; answers given before stay with the visit they were asked at."""
    op.execute(
        "ALTER TABLE visit_question ADD COLUMN answered_visit_id TEXT"
        " REFERENCES visit (id) ON DELETE SET NULL"
    )
