"""Where the audit trail begins once its oldest years are over, and that an older copy was put back.

Entries go from the beginning only, and only when they are five years older than the newest one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import admit_audit_codes, refuse

if TYPE_CHECKING:
    from alembic.operations import Operations

FACT = "an audit entry is a fact"


def upgrade(op: Operations) -> None:
    """Make the table, and let go of what lies before it."""
    op.execute(f"""
    CREATE TABLE audit_begin (
        id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
        seq INTEGER NOT NULL CHECK (seq > 0),
        mac TEXT NOT NULL {_hex("mac", 64)},
        seal TEXT NOT NULL {_hex("seal", 64)}
    ) STRICT""")
    newest = "(SELECT at FROM audit ORDER BY seq DESC LIMIT 1)"
    over = (
        "NOT EXISTS (SELECT 1 FROM audit WHERE seq = new.seq AND mac = new.mac"
        f" AND date(at) < date({newest}, '-5 years'))"
    )
    words = "the audit trail is kept for five years"
    op.execute(refuse("audit_begin_due", "INSERT ON audit_begin", over, words))
    op.execute(refuse("audit_begin_frozen", "UPDATE ON audit_begin", "1", words))
    further = "EXISTS (SELECT 1 FROM audit WHERE seq <= old.seq)"
    op.execute(refuse("audit_begin_kept", "DELETE ON audit_begin", further, words))
    op.execute("DROP TRIGGER audit_kept")
    begins = "coalesce((SELECT seq FROM audit_begin), 0)"
    op.execute(refuse("audit_kept", "DELETE ON audit", f"old.seq > {begins}", FACT))
    for kind, code in (("action", "trail_shortened"), ("detail", "older")):
        for statement in admit_audit_codes(kind, (code,)):
            op.execute(statement)


def _hex(column: str, signs: int) -> str:
    return f"CHECK (length({column}) = {signs} AND {column} NOT GLOB '*[^0-9a-f]*')"
