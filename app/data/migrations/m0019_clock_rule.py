"""The deadlines of the clock, once a municipality has made the list its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, short

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the table."""
    op.execute(f"""
    CREATE TABLE clock_rule (
        id TEXT NOT NULL PRIMARY KEY,
        weeks INTEGER NOT NULL CHECK (weeks BETWEEN 1 AND 104),
        name TEXT NOT NULL {short("name", 80, 1)},
        step TEXT NOT NULL {short("step", 300)},
        source TEXT NOT NULL {short("source", 200, 1)},
        valid_from TEXT NOT NULL {a_day("valid_from")},
        last_checked TEXT NOT NULL {a_day("last_checked")},
        compares INTEGER NOT NULL CHECK (compares IN (0, 1))
    ) STRICT""")
