"""Signs of how much a follow-up has to be coordinated, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, one_of

if TYPE_CHECKING:
    from alembic.operations import Operations

SIGNS = (
    "short", "settled", "back_soon", "long", "lasting", "several", "diffuse", "hard_to_settle",
    "few_around", "little_schooling", "other_risk",
)  # fmt: skip
LEVELS = ("plain", "foreseeable", "coordination")


def upgrade(op: Operations) -> None:
    """Make the table, and add the columns."""
    op.execute(f"""
    CREATE TABLE followup_sign (
        followup_id TEXT NOT NULL,
        sign TEXT NOT NULL {one_of("sign", SIGNS)},
        PRIMARY KEY (followup_id, sign),
        FOREIGN KEY (followup_id) REFERENCES followup (id) ON DELETE CASCADE
    ) STRICT""")
    op.execute(
        "ALTER TABLE followup ADD COLUMN complexity TEXT"
        f" CHECK (complexity IS NULL OR complexity IN {LEVELS})"
    )
    op.execute(
        f"ALTER TABLE followup ADD COLUMN complexity_on TEXT {a_day('complexity_on')}"
        " CHECK ((complexity IS NULL) = (complexity_on IS NULL))"
    )
