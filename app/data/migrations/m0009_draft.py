"""Unfinished edits. A flag's note in which the guard sees an identity is not kept here either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import refuse, short

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the table."""
    op.execute(
        f"""
        CREATE TABLE draft (
            kind TEXT NOT NULL {short("kind", 20, 1)},
            entity TEXT NOT NULL {short("entity", 80)},
            citizen_id TEXT,
            fields TEXT NOT NULL CHECK (json_valid(fields)),
            typed_at TEXT NOT NULL,
            PRIMARY KEY (kind, entity),
            FOREIGN KEY (citizen_id) REFERENCES citizen (id) ON DELETE CASCADE
        ) STRICT"""
    )
    condition = "new.kind = 'flag' AND leak_ok(json_extract(new.fields, '$.note')) IS NOT 1"
    op.execute(refuse("draft_guard_insert", "INSERT ON draft", condition, "leak guard"))
    op.execute(refuse("draft_guard_update", "UPDATE ON draft", condition, "leak guard"))
