"""What left, to whom, on what basis. The cells come first and the disclosure last, so that the
database itself checks party, direction, information, day and restriction of every cell used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import one_of, refuse, short
from app.data.migrations.m0005_consent import DIRECTIONS, INFORMATION

if TYPE_CHECKING:
    from alembic.operations import Operations

USABLE = """
    SELECT 1 FROM consent_cell x
    JOIN consent c ON c.id = x.consent_id
    JOIN citizen p ON p.id = c.citizen_id
    WHERE x.id = d.cell_id AND x.information = d.information
      AND x.party_id = new.party_id AND x.direction = new.direction
      AND x.status = 'live' AND x.until >= substr(new.at, 1, 10)
      AND c.status = 'live' AND c.expires_on >= substr(new.at, 1, 10)
      AND c.citizen_id = new.citizen_id AND p.restricted_at IS NULL
"""


def upgrade(op: Operations) -> None:
    """Make the tables and their rules."""
    op.execute(_disclosure())
    op.execute(_cell())
    for trigger in _rules():
        op.execute(trigger)


def _disclosure() -> str:
    directions = ", ".join(f"'{code}'" for code in DIRECTIONS)
    return f"""
    CREATE TABLE disclosure (
        id TEXT NOT NULL PRIMARY KEY,
        basis TEXT NOT NULL {one_of("basis", ("consent", "self", "none"))},
        consent_id TEXT,
        citizen_id TEXT,
        party_id TEXT,
        direction TEXT CHECK (direction IS NULL OR direction IN ({directions})),
        paper TEXT NOT NULL {short("paper", 40, 1)},
        file_name TEXT NOT NULL {short("file_name", 100, 1)},
        at TEXT NOT NULL CHECK (datetime(at) IS NOT NULL),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
        CHECK ((basis = 'consent') = (consent_id IS NOT NULL)),
        CHECK ((basis = 'consent') = (party_id IS NOT NULL)),
        CHECK ((basis = 'consent') = (direction IS NOT NULL)),
        CHECK ((basis = 'none') = (citizen_id IS NULL)),
        FOREIGN KEY (consent_id) REFERENCES consent (id) ON DELETE CASCADE,
        FOREIGN KEY (citizen_id) REFERENCES citizen (id) ON DELETE CASCADE,
        FOREIGN KEY (party_id) REFERENCES party (id) ON DELETE CASCADE
    ) STRICT"""


def _cell() -> str:
    return f"""
    CREATE TABLE disclosure_cell (
        disclosure_id TEXT NOT NULL,
        cell_id TEXT NOT NULL,
        information TEXT NOT NULL {one_of("information", INFORMATION)},
        PRIMARY KEY (disclosure_id, cell_id),
        FOREIGN KEY (disclosure_id) REFERENCES disclosure (id) ON DELETE CASCADE
            DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY (cell_id) REFERENCES consent_cell (id) ON DELETE CASCADE
    ) STRICT"""


def _rules() -> tuple[str, ...]:
    cells = "SELECT 1 FROM disclosure_cell d WHERE d.disclosure_id = new.id"
    live = (
        "SELECT 1 FROM consent WHERE id = new.consent_id AND status = 'live' "
        "AND citizen_id = new.citizen_id AND expires_on >= substr(new.at, 1, 10)"
    )
    restricted = "SELECT 1 FROM citizen WHERE id = new.citizen_id AND restricted_at IS NOT NULL"
    return (
        refuse(
            "disclosure_live",
            "INSERT ON disclosure",
            f"new.basis = 'consent' AND (NOT EXISTS ({live}) OR NOT EXISTS ({cells}) "
            f"OR EXISTS ({cells} AND NOT EXISTS ({USABLE})))",
            "no live consent covers this",
        ),
        refuse(
            "disclosure_plain",
            "INSERT ON disclosure",
            f"new.basis <> 'consent' AND EXISTS ({cells})",
            "only a consent has cells",
        ),
        refuse(
            "disclosure_restricted",
            "INSERT ON disclosure",
            f"new.basis = 'self' AND EXISTS ({restricted})",
            "this person is restricted",
        ),
        refuse("disclosure_frozen", "UPDATE ON disclosure", "1", "a disclosure is a fact"),
        refuse(
            "disclosure_cell_late",
            "INSERT ON disclosure_cell",
            "EXISTS (SELECT 1 FROM disclosure WHERE id = new.disclosure_id)",
            "a disclosure is a fact",
        ),
        refuse(
            "disclosure_cell_frozen", "UPDATE ON disclosure_cell", "1", "a disclosure is a fact"
        ),
    )
