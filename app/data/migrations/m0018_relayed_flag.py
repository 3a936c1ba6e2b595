"""From which flag a yes that the doctor relayed came, so that the flag waits again when the yes
lapses.

The link goes one way, from the consent to the flag. It dies with either of them, and moves to the
follow-up when the citizen confirms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import refuse

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the table; where earlier relayed consents came from is not known."""
    op.execute("""
    CREATE TABLE relayed_flag (
        consent_id TEXT NOT NULL PRIMARY KEY,
        flag_id TEXT NOT NULL,
        FOREIGN KEY (consent_id) REFERENCES consent (id) ON DELETE CASCADE,
        FOREIGN KEY (flag_id) REFERENCES flag (id) ON DELETE CASCADE
    ) STRICT""")
    op.execute("CREATE UNIQUE INDEX relayed_flag_flag ON relayed_flag (flag_id)")
    relayed = (
        "NOT EXISTS (SELECT 1 FROM consent WHERE id = new.consent_id AND kind = 'relayed'"
        " AND status = 'live')"
    )
    words = "only a live relayed consent rests on a flag"
    op.execute(refuse("relayed_flag_insert", "INSERT ON relayed_flag", relayed, words))
    op.execute(refuse("relayed_flag_frozen", "UPDATE ON relayed_flag", "1", words))
