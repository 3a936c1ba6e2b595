"""Schemes of a roundtable: locked with it and closed with its person, as its other parts are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, one_of, short
from app.data.migrations.m0040_agenda_and_remark import close, lock

if TYPE_CHECKING:
    from alembic.operations import Operations

TABLE = "roundtable_scheme"
STATES = ("to_apply", "applied", "granted", "refused")


def upgrade(op: Operations) -> None:
    """Make the table and its rules."""
    op.execute(f"""
    CREATE TABLE {TABLE} (
        id TEXT NOT NULL PRIMARY KEY,
        roundtable_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        scheme TEXT NOT NULL {short("scheme", 40, 1)},
        name TEXT NOT NULL {short("name", 80)},
        state TEXT NOT NULL {one_of("state", STATES)},
        who TEXT NOT NULL {short("who", 80)},
        day TEXT {a_day("day")},
        CHECK ((scheme = 'other') = (name <> '')),
        FOREIGN KEY (roundtable_id) REFERENCES roundtable (id) ON DELETE CASCADE
    ) STRICT""")
    op.execute(f"CREATE INDEX {TABLE}_of_roundtable ON {TABLE} (roundtable_id)")
    for trigger in (*lock(TABLE), *close(TABLE)):
        op.execute(trigger)
