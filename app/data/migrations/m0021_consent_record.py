"""What is known of a consent: its purpose as a code, who received it and where, which text was
said and what beyond it, what the citizen wants held back.

A purpose was a sentence in the language spoken when it was saved. Those the program wrote itself
are known by both; every other one is in the citizen's own words. Which text was said before is not
known, so these consents keep no hash.

A paper leaves on a day in Denmark, and its moment is written in UTC: the trigger counts the Danish
day, as the law of 2026 has summer time, from the last Sunday of March to the last of October at
01:00 UTC.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import one_of, refuse, short

if TYPE_CHECKING:
    from alembic.operations import Operations

PURPOSES = (
    "first_contact", "together", "plan", "roundtable", "ability", "scheme", "coordinate",
    "feedback", "other",
)  # fmt: skip
OWN = {
    "first_contact": ("A first contact", "Første kontakt"),
    "together": ("To work together on keeping the job", "Samarbejde om at beholde jobbet"),
}
COLUMNS = (
    f"purpose_code TEXT NOT NULL DEFAULT 'other' {one_of('purpose_code', PURPOSES)}",
    f"received_by TEXT NOT NULL DEFAULT '' {short('received_by', 80)}",
    f"received_place TEXT NOT NULL DEFAULT '' {short('received_place', 200)}",
    f"told TEXT NOT NULL DEFAULT '' {short('told', 200)}",
    "wording_hash TEXT NOT NULL DEFAULT '' CHECK (wording_hash = '' OR (length(wording_hash) = 64"
    " AND wording_hash NOT GLOB '*[^0-9a-f]*'))",
    f"hold_back TEXT NOT NULL DEFAULT '' {short('hold_back', 200)}",
    f"hold_back_why TEXT NOT NULL DEFAULT '' {short('hold_back_why', 200)}",
)
FACTS = (
    "kind, form, given_on, expires_on, citizen_id, purpose_code, purpose, relayed_by, received_by, "
    "received_place, told, wording_version, wording_hash, hold_back, hold_back_why"
)
SUMMER = (
    "datetime(new.at) >= datetime(strftime('%Y', new.at) || '-03-25 01:00', 'weekday 0') "
    "AND datetime(new.at) < datetime(strftime('%Y', new.at) || '-10-25 01:00', 'weekday 0')"
)
DANISH_DAY = f"date(new.at, CASE WHEN {SUMMER} THEN '+2 hours' ELSE '+1 hours' END)"


def upgrade(op: Operations) -> None:
    """Add the columns, give old purposes their code, and let the triggers know both."""
    for column in COLUMNS:
        op.execute(f"ALTER TABLE consent ADD COLUMN {column}")
    op.execute("DROP TRIGGER consent_frozen")
    for code, said in OWN.items():
        sentences = ", ".join(f"'{sentence}'" for sentence in said)
        op.execute(
            f"UPDATE consent SET purpose_code = '{code}', purpose = ''"
            f" WHERE purpose IN ({sentences})"
        )
    op.execute(
        refuse(
            "consent_frozen",
            f"UPDATE OF {FACTS} ON consent",
            "1",
            "consent facts are immutable",
        )
    )
    op.execute("DROP TRIGGER disclosure_live")
    op.execute(_live())


def _live() -> str:
    usable = f"""
        SELECT 1 FROM consent_cell x
        JOIN consent c ON c.id = x.consent_id
        JOIN citizen p ON p.id = c.citizen_id
        WHERE x.id = d.cell_id AND x.information = d.information
          AND x.party_id = new.party_id AND x.direction = new.direction
          AND x.status = 'live' AND x.until >= {DANISH_DAY}
          AND c.status = 'live' AND c.expires_on >= {DANISH_DAY}
          AND c.citizen_id = new.citizen_id AND p.restricted_at IS NULL
    """
    cells = "SELECT 1 FROM disclosure_cell d WHERE d.disclosure_id = new.id"
    live = (
        "SELECT 1 FROM consent WHERE id = new.consent_id AND status = 'live' "
        f"AND citizen_id = new.citizen_id AND expires_on >= {DANISH_DAY}"
    )
    return refuse(
        "disclosure_live",
        "INSERT ON disclosure",
        f"new.basis = 'consent' AND (NOT EXISTS ({live}) OR NOT EXISTS ({cells}) "
        f"OR EXISTS ({cells} AND NOT EXISTS ({usable})))",
        "no live consent covers this",
    )
