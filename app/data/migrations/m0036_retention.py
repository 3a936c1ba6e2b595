"""How long things are kept, once a municipality has changed a rule; no rule passes its limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, short

if TYPE_CHECKING:
    from alembic.operations import Operations

LIMITS = {
    "flag": (14, 90),
    "flag_told": (1, 14),
    "relayed": (7, 21),
    "ended": (1, 12),
    "consent_fell": (14, 90),
    "draft": (1, 30),
    "copy": (7, 35),
}


def upgrade(op: Operations) -> None:
    """Make the table."""
    within = " OR ".join(
        f"(kept = '{kept}' AND amount BETWEEN {least} AND {most})"
        for kept, (least, most) in LIMITS.items()
    )
    op.execute(f"""
    CREATE TABLE retention_rule (
        kept TEXT NOT NULL PRIMARY KEY,
        amount INTEGER NOT NULL,
        source TEXT NOT NULL {short("source", 200, 1)},
        valid_from TEXT NOT NULL {a_day("valid_from")},
        last_checked TEXT NOT NULL {a_day("last_checked")},
        shortened_on TEXT {a_day("shortened_on")},
        CHECK ({within})
    ) STRICT""")
