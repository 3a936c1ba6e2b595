"""When an entry was copied to the case system; and citizens who do not want to be rung.

A contact said only that it was copied; its own day is the earliest that can be true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, one_of, short

if TYPE_CHECKING:
    from alembic.operations import Operations

KINDS = ("contact", "consent", "consent_end", "roundtable", "measure", "disclosure")


def upgrade(op: Operations) -> None:
    """Make the table, move what contacts said into it, and add the citizen's wish."""
    op.execute(f"""
    CREATE TABLE transfer (
        kind TEXT NOT NULL {one_of("kind", KINDS)},
        entry TEXT NOT NULL {short("entry", 80, 1)},
        followup_id TEXT NOT NULL,
        transferred_on TEXT NOT NULL {a_day("transferred_on")},
        PRIMARY KEY (kind, entry),
        FOREIGN KEY (followup_id) REFERENCES followup (id) ON DELETE CASCADE
    ) STRICT""")
    op.execute(
        "INSERT INTO transfer SELECT 'contact', id, followup_id, day FROM contact"
        " WHERE transferred = 1"
    )
    op.execute("ALTER TABLE contact DROP COLUMN transferred")
    for table in ("contact", "consent", "roundtable", "disclosure"):
        op.execute(
            f"CREATE TRIGGER {table}_transfer AFTER DELETE ON {table} BEGIN"
            f" DELETE FROM transfer WHERE kind = '{table}' AND entry = old.id; END"
        )
    op.execute(
        "ALTER TABLE citizen ADD COLUMN no_ring INTEGER NOT NULL DEFAULT 0"
        " CHECK (no_ring IN (0, 1))"
    )
