"""What one found on looking a scheme up again, in place of what came with Fasthold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, short

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the table."""
    op.execute(f"""
    CREATE TABLE scheme_check (
        code TEXT NOT NULL PRIMARY KEY {short("code", 40, 1)},
        line TEXT NOT NULL {short("line", 300, 1)},
        source TEXT NOT NULL {short("source", 200, 1)},
        last_checked TEXT NOT NULL {a_day("last_checked")},
        certain_until TEXT {a_day("certain_until")}
    ) STRICT""")
