"""Practices, their doctors, and the days they are closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, one_of, short

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the tables."""
    op.execute(_practice())
    op.execute(_doctor())
    op.execute(_closed())


def _practice() -> str:
    return f"""
    CREATE TABLE practice (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL {short("name", 80, 1)},
        address TEXT NOT NULL {short("address", 200)},
        phone TEXT NOT NULL {short("phone", 20)},
        place TEXT NOT NULL {short("place", 80)},
        format TEXT NOT NULL {one_of("format", ("all_present", "drop_in", "mixed"))},
        rhythm_weeks INTEGER NOT NULL CHECK (rhythm_weeks BETWEEN 1 AND 52),
        tolerated_from INTEGER NOT NULL CHECK (tolerated_from BETWEEN 1 AND rhythm_weeks),
        tolerated_to INTEGER NOT NULL CHECK (tolerated_to BETWEEN rhythm_weeks AND 52),
        minutes INTEGER NOT NULL CHECK (minutes BETWEEN 10 AND 120),
        weekdays TEXT NOT NULL CHECK (weekdays NOT GLOB '*[^0-4]*'),
        at TEXT NOT NULL CHECK (strftime('%H:%M', at) = at),
        quick_facts TEXT NOT NULL {short("quick_facts", 2000)},
        archived_on TEXT {a_day("archived_on")}
    ) STRICT"""


def _doctor() -> str:
    return f"""
    CREATE TABLE doctor (
        id TEXT NOT NULL PRIMARY KEY,
        practice_id TEXT NOT NULL,
        name TEXT NOT NULL {short("name", 80, 1)},
        role TEXT NOT NULL {one_of("role", ("owner", "employed", "trainee"))},
        introduced_on TEXT {a_day("introduced_on")},
        FOREIGN KEY (practice_id) REFERENCES practice (id) ON DELETE CASCADE
    ) STRICT"""


def _closed() -> str:
    return f"""
    CREATE TABLE closed_period (
        id TEXT NOT NULL PRIMARY KEY,
        practice_id TEXT NOT NULL,
        first TEXT NOT NULL {a_day("first")},
        last TEXT NOT NULL {a_day("last")},
        reason TEXT NOT NULL {short("reason", 80)},
        CHECK (last >= first),
        FOREIGN KEY (practice_id) REFERENCES practice (id) ON DELETE CASCADE
    ) STRICT"""
