"""Adjustments a consultant adds to the catalogue: ideas for a workplace, nobody's in particular."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import one_of, short

if TYPE_CHECKING:
    from alembic.operations import Operations

FUNCTIONS = (
    *("concentration", "memory", "stamina", "stress_tolerance", "lifting", "sitting", "standing"),
    *("hands", "noise", "sight", "shift_work", "social_contact", "varying_pain", "planning"),
)


def upgrade(op: Operations) -> None:
    """Make the table."""
    op.execute(f"""
    CREATE TABLE adjustment (
        id TEXT NOT NULL PRIMARY KEY,
        function TEXT NOT NULL {one_of("function", FUNCTIONS)},
        text TEXT NOT NULL {short("text", 200, 1)}
    ) STRICT""")
