"""Topics taught at a practice, and cooperation agreements with their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, one_of, refuse, short

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the tables. What goes on paper is read by the guard here too."""
    op.execute(_lesson())
    op.execute(_cooperation())
    op.execute(
        "CREATE UNIQUE INDEX cooperation_live ON cooperation (practice_id)"
        " WHERE archived_on IS NULL"
    )
    op.execute(_duty())
    for table, column in (
        ("lesson", "topic"),
        ("lesson", "noted"),
        ("cooperation_duty", "what"),
        ("cooperation_duty", "timing"),
    ):
        condition = f"leak_ok(new.{column}) IS NOT 1"
        for when in ("INSERT", f"UPDATE OF {column}"):
            name = f"{table}_{column}_guard_{when.split()[0].lower()}"
            op.execute(refuse(name, f"{when} ON {table}", condition, "leak guard"))


def _lesson() -> str:
    return f"""
    CREATE TABLE lesson (
        id TEXT NOT NULL PRIMARY KEY,
        practice_id TEXT NOT NULL,
        topic TEXT NOT NULL {short("topic", 200, 1)},
        taught_on TEXT {a_day("taught_on")},
        noted TEXT NOT NULL {short("noted", 600)},
        FOREIGN KEY (practice_id) REFERENCES practice (id) ON DELETE CASCADE
    ) STRICT"""


def _cooperation() -> str:
    return f"""
    CREATE TABLE cooperation (
        id TEXT NOT NULL PRIMARY KEY,
        practice_id TEXT NOT NULL,
        agreed_on TEXT NOT NULL {a_day("agreed_on")},
        review_on TEXT NOT NULL {a_day("review_on")},
        practice_contact TEXT NOT NULL {short("practice_contact", 80, 1)},
        practice_phone TEXT NOT NULL {short("practice_phone", 20)},
        practice_email TEXT NOT NULL {short("practice_email", 80)},
        own_contact TEXT NOT NULL {short("own_contact", 80, 1)},
        own_phone TEXT NOT NULL {short("own_phone", 20)},
        own_email TEXT NOT NULL {short("own_email", 80)},
        archived_on TEXT {a_day("archived_on")},
        CHECK (review_on > agreed_on),
        FOREIGN KEY (practice_id) REFERENCES practice (id) ON DELETE CASCADE
    ) STRICT"""


def _duty() -> str:
    return f"""
    CREATE TABLE cooperation_duty (
        id TEXT NOT NULL PRIMARY KEY,
        cooperation_id TEXT NOT NULL,
        who TEXT NOT NULL {one_of("who", ("practice", "municipality", "both"))},
        what TEXT NOT NULL {short("what", 200, 1)},
        timing TEXT NOT NULL {short("timing", 80)},
        FOREIGN KEY (cooperation_id) REFERENCES cooperation (id) ON DELETE CASCADE
    ) STRICT"""
