"""Who came to a visit, when its clock stood, and what was not carried over to the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import one_of, refuse

if TYPE_CHECKING:
    from alembic.operations import Operations

CARRIED = ("visit_promise", "visit_question", "flag")


def upgrade(op: Operations) -> None:
    """Make the tables, and the columns of what can be dropped and of tasks made of promises."""
    op.execute(_doctor())
    elsewhere = (
        "(SELECT practice_id FROM doctor WHERE id = new.doctor_id)"
        " IS NOT (SELECT practice_id FROM visit WHERE id = new.visit_id)"
    )
    op.execute(
        refuse("visit_doctor_works_here", "INSERT ON visit_doctor", elsewhere, "another practice")
    )
    op.execute(_pause())
    op.execute("CREATE UNIQUE INDEX visit_pause_open ON visit_pause (visit_id)"
               " WHERE ended_at IS NULL")  # fmt: skip
    for table in CARRIED:
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN dropped_visit_id TEXT"
            " REFERENCES visit (id) ON DELETE SET NULL"
        )
    op.execute(
        "ALTER TABLE task ADD COLUMN promise_id TEXT"
        " REFERENCES visit_promise (id) ON DELETE SET NULL"
    )
    op.execute("CREATE UNIQUE INDEX task_promise ON task (promise_id)")


def _doctor() -> str:
    return f"""
    CREATE TABLE visit_doctor (
        visit_id TEXT NOT NULL,
        doctor_id TEXT NOT NULL,
        attendance TEXT NOT NULL {one_of("attendance", ("waiting", "in_room", "seen"))},
        place INTEGER NOT NULL CHECK (place >= 1),
        PRIMARY KEY (visit_id, doctor_id),
        FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE CASCADE,
        FOREIGN KEY (doctor_id) REFERENCES doctor (id) ON DELETE CASCADE
    ) STRICT"""


def _pause() -> str:
    return f"""
    CREATE TABLE visit_pause (
        id TEXT NOT NULL PRIMARY KEY,
        visit_id TEXT NOT NULL,
        kind TEXT NOT NULL {one_of("kind", ("pause", "interruption"))},
        began_at TEXT NOT NULL,
        ended_at TEXT CHECK (ended_at IS NULL OR ended_at >= began_at),
        FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE CASCADE
    ) STRICT"""
