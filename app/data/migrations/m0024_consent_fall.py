"""Each time a consent fell: why, by what route, what stopped with it, and who was told.

The list is kept in the file, because the window that shows it may be gone before it was read. Tasks
that a roundtable made know which one, so that they stop with the consent it rested on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, one_of, refuse, short

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the tables; let a task know its roundtable, and that it stopped."""
    op.execute(_fall())
    op.execute(_stop())
    op.execute(_told())
    op.execute("CREATE INDEX consent_fall_citizen ON consent_fall (citizen_id)")
    op.execute(
        refuse(
            "consent_fall_frozen",
            "UPDATE OF id, citizen_id, consent_id, kind, day, everything, cells, forms, links "
            "ON consent_fall",
            "1",
            "what fell is a fact",
        )
    )
    op.execute(
        "ALTER TABLE task ADD COLUMN roundtable_id TEXT"
        " REFERENCES roundtable (id) ON DELETE SET NULL"
    )
    op.execute(f"ALTER TABLE task ADD COLUMN stopped_on TEXT {a_day('stopped_on')}")


def _fall() -> str:
    kinds = ("withdrawn", "invalid", "expired", "fulfilled")
    routes = ("phone", "talk", "written", "other")
    return f"""
    CREATE TABLE consent_fall (
        id TEXT NOT NULL PRIMARY KEY,
        citizen_id TEXT NOT NULL,
        consent_id TEXT,
        kind TEXT NOT NULL {one_of("kind", kinds)},
        day TEXT NOT NULL {a_day("day")},
        route TEXT {one_of("route", routes)},
        everything INTEGER NOT NULL CHECK (everything IN (0, 1)),
        cells INTEGER NOT NULL CHECK (cells >= 0),
        forms INTEGER NOT NULL CHECK (forms >= 0),
        links INTEGER NOT NULL CHECK (links >= 0),
        FOREIGN KEY (citizen_id) REFERENCES citizen (id) ON DELETE CASCADE,
        FOREIGN KEY (consent_id) REFERENCES consent (id) ON DELETE CASCADE
    ) STRICT"""


def _stop() -> str:
    return f"""
    CREATE TABLE consent_fall_stop (
        fall_id TEXT NOT NULL,
        place INTEGER NOT NULL CHECK (place >= 0),
        kind TEXT NOT NULL {one_of("kind", ("roundtable", "seat", "task"))},
        words TEXT NOT NULL {short("words", 200)},
        day TEXT {a_day("day")},
        PRIMARY KEY (fall_id, place),
        FOREIGN KEY (fall_id) REFERENCES consent_fall (id) ON DELETE CASCADE
    ) STRICT"""


def _told() -> str:
    return f"""
    CREATE TABLE consent_fall_told (
        fall_id TEXT NOT NULL,
        party_id TEXT NOT NULL,
        told_on TEXT {a_day("told_on")},
        PRIMARY KEY (fall_id, party_id),
        FOREIGN KEY (fall_id) REFERENCES consent_fall (id) ON DELETE CASCADE,
        FOREIGN KEY (party_id) REFERENCES party (id) ON DELETE CASCADE
    ) STRICT"""
