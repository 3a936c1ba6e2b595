"""Days the consultant is away, and the weeks and days better avoided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, short

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the tables."""
    op.execute(_absence())
    op.execute(_soft_block())


def _absence() -> str:
    return f"""
    CREATE TABLE absence (
        id TEXT NOT NULL PRIMARY KEY,
        first TEXT NOT NULL {a_day("first")},
        last TEXT NOT NULL {a_day("last")},
        reason TEXT NOT NULL {short("reason", 80)},
        source TEXT NOT NULL {short("source", 80)},
        CHECK (last >= first)
    ) STRICT"""


def _soft_block() -> str:
    return f"""
    CREATE TABLE soft_block (
        id TEXT NOT NULL PRIMARY KEY,
        falls_on TEXT NOT NULL {short("falls_on", 200, 1)},
        name TEXT NOT NULL {short("name", 80, 1)},
        year INTEGER CHECK (year BETWEEN 2000 AND 2100),
        source TEXT NOT NULL {short("source", 200)},
        last_checked TEXT {a_day("last_checked")}
    ) STRICT"""
