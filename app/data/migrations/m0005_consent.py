"""Citizens and what they said yes to. A citizen cannot exist without a consent; facts of a
consent never change; nothing comes back to live; the last consent takes the citizen with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, one_of, refuse, short

if TYPE_CHECKING:
    from alembic.operations import Operations

STATUSES = ("live", "refused", "withdrawn", "expired", "invalid", "fulfilled")
DIRECTIONS = ("obtain", "pass_on", "take_part", "feedback")
INFORMATION = ("function", "considerations", "hours", "attendance", "duration", "schemes")
PARTIES = (
    "employer", "gp", "union_rep", "union", "specialist", "hospital", "treatment", "assessment",
    "family",
)  # fmt: skip


def upgrade(op: Operations) -> None:
    """Make the tables and their rules."""
    op.execute(_citizen())
    op.execute(_consent())
    op.execute(_party())
    op.execute(_cell())
    op.execute(
        "CREATE UNIQUE INDEX consent_cell_live ON consent_cell (party_id, direction, information) "
        "WHERE status = 'live'"
    )
    for trigger in _consent_rules() + _cell_rules():
        op.execute(trigger)


def _citizen() -> str:
    kinds = ("phone", "email", "letter", "at_practice")
    return f"""
    CREATE TABLE citizen (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL {short("name", 80, 1)},
        reach_kind TEXT NOT NULL {one_of("reach_kind", kinds)},
        reach TEXT NOT NULL {short("reach", 200)},
        safe_when TEXT NOT NULL {short("safe_when", 200)},
        root_consent_id TEXT NOT NULL,
        restricted_at TEXT,
        FOREIGN KEY (root_consent_id) REFERENCES consent (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT"""


def _consent() -> str:
    return f"""
    CREATE TABLE consent (
        id TEXT NOT NULL PRIMARY KEY,
        citizen_id TEXT NOT NULL,
        kind TEXT NOT NULL {one_of("kind", ("relayed", "confirmed"))},
        form TEXT NOT NULL {one_of("form", ("spoken", "written", "digital"))},
        status TEXT NOT NULL {one_of("status", STATUSES)},
        given_on TEXT NOT NULL {a_day("given_on")},
        expires_on TEXT NOT NULL {a_day("expires_on")},
        ended_on TEXT {a_day("ended_on")},
        purpose TEXT NOT NULL {short("purpose", 200)},
        relayed_by TEXT NOT NULL {short("relayed_by", 80)},
        original_at TEXT NOT NULL {short("original_at", 200)},
        wording_version INTEGER NOT NULL CHECK (wording_version >= 1),
        CHECK (julianday(expires_on) - julianday(given_on) BETWEEN 0 AND 366),
        CHECK (kind <> 'relayed' OR julianday(expires_on) - julianday(given_on) <= 21),
        CHECK ((status = 'live') = (ended_on IS NULL)),
        FOREIGN KEY (citizen_id) REFERENCES citizen (id) ON DELETE CASCADE
            DEFERRABLE INITIALLY DEFERRED
    ) STRICT"""


def _party() -> str:
    return f"""
    CREATE TABLE party (
        id TEXT NOT NULL PRIMARY KEY,
        citizen_id TEXT NOT NULL,
        kind TEXT NOT NULL {one_of("kind", PARTIES)},
        name TEXT NOT NULL {short("name", 80, 1)},
        person TEXT NOT NULL {short("person", 80)},
        phone TEXT NOT NULL {short("phone", 20)},
        email TEXT NOT NULL {short("email", 80)},
        aim TEXT NOT NULL {short("aim", 200)},
        next_step TEXT NOT NULL {short("next_step", 200)},
        next_on TEXT {a_day("next_on")},
        drives INTEGER NOT NULL CHECK (drives IN (0, 1)),
        FOREIGN KEY (citizen_id) REFERENCES citizen (id) ON DELETE CASCADE
    ) STRICT"""


def _cell() -> str:
    return f"""
    CREATE TABLE consent_cell (
        id TEXT NOT NULL PRIMARY KEY,
        consent_id TEXT NOT NULL,
        party_id TEXT NOT NULL,
        direction TEXT NOT NULL {one_of("direction", DIRECTIONS)},
        information TEXT NOT NULL {one_of("information", INFORMATION)},
        until TEXT NOT NULL {a_day("until")},
        status TEXT NOT NULL {one_of("status", STATUSES)},
        ended_on TEXT {a_day("ended_on")},
        CHECK ((status = 'live') = (ended_on IS NULL)),
        FOREIGN KEY (consent_id) REFERENCES consent (id) ON DELETE CASCADE,
        FOREIGN KEY (party_id) REFERENCES party (id) ON DELETE CASCADE
    ) STRICT"""


def _consent_rules() -> tuple[str, ...]:
    return (
        "CREATE TRIGGER consent_last AFTER DELETE ON consent "
        "WHEN NOT EXISTS (SELECT 1 FROM consent WHERE citizen_id = old.citizen_id) "
        "BEGIN DELETE FROM citizen WHERE id = old.citizen_id; END",
        refuse(
            "consent_frozen",
            "UPDATE OF kind, form, given_on, expires_on, citizen_id, purpose, relayed_by, "
            "wording_version ON consent",
            "1",
            "consent facts are immutable",
        ),
        refuse(
            "consent_norevive",
            "UPDATE OF status ON consent",
            "old.status <> 'live' AND new.status <> old.status",
            "record a new consent",
        ),
    )


def _cell_rules() -> tuple[str, ...]:
    fits = (
        "SELECT 1 FROM consent c JOIN party p ON p.citizen_id = c.citizen_id "
        "WHERE c.id = new.consent_id AND p.id = new.party_id AND c.kind = 'confirmed' "
        "AND c.status = 'live' AND new.until <= c.expires_on"
    )
    return (
        refuse(
            "cell_needs_consent",
            "INSERT ON consent_cell",
            f"NOT EXISTS ({fits})",
            "a cell needs a live consent of the same citizen",
        ),
        refuse(
            "cell_frozen",
            "UPDATE OF consent_id, party_id, direction, information, until ON consent_cell",
            "1",
            "consent facts are immutable",
        ),
        refuse(
            "cell_norevive",
            "UPDATE OF status ON consent_cell",
            "old.status <> 'live' AND new.status <> old.status",
            "record a new consent",
        ),
    )
