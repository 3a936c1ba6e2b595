"""The agenda of a roundtable, remarks, and who may read each line.

Agreements that stand were read by the employer and the citizen, and by nobody else: so they stay.
Points and remarks are locked with their roundtable and closed with their person, as its other parts
are. Own papers never leave.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, one_of, refuse, short
from app.data.migrations.m0033_keeping import BY_ROUNDTABLE

if TYPE_CHECKING:
    from alembic.operations import Operations

AUDIENCES = ("own", "citizen", "doctor", "employer", "all")
TABLES = ("agenda_point", "remark")
LOCKED = "a final version is locked; make a new one"
RESTRICTED = "this person is restricted"


def upgrade(op: Operations) -> None:
    """Make the tables and their rules."""
    op.execute(
        "ALTER TABLE agreement ADD COLUMN audience TEXT NOT NULL DEFAULT 'employer'"
        f" {one_of('audience', AUDIENCES)}"
    )
    op.execute(_point())
    op.execute(_remark())
    for table in TABLES:
        op.execute(f"CREATE INDEX {table}_of_roundtable ON {table} (roundtable_id)")
        for trigger in (*lock(table), *close(table)):
            op.execute(trigger)
    for trigger in _papers():
        op.execute(trigger)


def _point() -> str:
    return f"""
    CREATE TABLE agenda_point (
        id TEXT NOT NULL PRIMARY KEY,
        roundtable_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        title TEXT NOT NULL {short("title", 200, 1)},
        minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 180),
        state TEXT NOT NULL {one_of("state", ("open", "reached", "not_reached"))},
        carried_from TEXT {a_day("carried_from")},
        FOREIGN KEY (roundtable_id) REFERENCES roundtable (id) ON DELETE CASCADE
    ) STRICT"""


def _remark() -> str:
    return f"""
    CREATE TABLE remark (
        id TEXT NOT NULL PRIMARY KEY,
        roundtable_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        text TEXT NOT NULL {short("text", 200, 1)},
        audience TEXT NOT NULL {one_of("audience", AUDIENCES)},
        held INTEGER NOT NULL CHECK (held IN (0, 1)),
        function TEXT NOT NULL {short("function", 200)},
        task TEXT NOT NULL {short("task", 200)},
        first TEXT {a_day("first")},
        last TEXT {a_day("last")},
        review_on TEXT {a_day("review_on")},
        owner TEXT NOT NULL {short("owner", 80)},
        CHECK (held = 0 OR audience IN ('employer', 'all')),
        FOREIGN KEY (roundtable_id) REFERENCES roundtable (id) ON DELETE CASCADE
    ) STRICT"""


def lock(table: str) -> Iterator[str]:
    """Yield what lets nothing be changed in a final version."""
    for when, row in (("INSERT", "new"), ("UPDATE", "old"), ("DELETE", "old")):
        locked = (
            f"EXISTS (SELECT 1 FROM roundtable WHERE id = {row}.roundtable_id AND status = 'final')"
        )
        yield refuse(f"{table}_locked_{when.lower()}", f"{when} ON {table}", locked, LOCKED)


def close(table: str) -> Iterator[str]:
    """Yield what lets nothing about a restricted person be changed."""
    for when, row in (("INSERT", "new"), ("UPDATE", "old"), ("DELETE", "old")):
        whose = BY_ROUNDTABLE.format(row=row)
        marked = f"EXISTS (SELECT 1 FROM citizen WHERE id = {whose} AND restricted_at IS NOT NULL)"
        yield refuse(f"{table}_closed_{when.lower()}", f"{when} ON {table}", marked, RESTRICTED)


def _papers() -> Iterator[str]:
    """Yield what says on which basis each reader's sheet leaves."""
    yield refuse(
        "disclosure_own_sheet",
        "INSERT ON disclosure",
        "new.paper = 'own-sheet'",
        "own notes do not leave",
    )
    yield refuse(
        "disclosure_citizen_sheet",
        "INSERT ON disclosure",
        "new.paper = 'citizen-sheet' AND new.basis <> 'self'",
        "this sheet is for the citizen alone",
    )
    yield refuse(
        "disclosure_doctor_sheet",
        "INSERT ON disclosure",
        "new.paper = 'doctor-sheet' AND (new.basis <> 'consent'"
        " OR new.direction NOT IN ('feedback', 'pass_on'))",
        "this sheet needs a consent to tell the doctor",
    )
