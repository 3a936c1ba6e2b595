"""Visits, the questions asked there, and who promised what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, one_of, refuse, short

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the tables."""
    op.execute(_visit())
    op.execute("CREATE UNIQUE INDEX visit_running ON visit (status) WHERE status = 'running'")
    op.execute(_question())
    op.execute(_promise())
    for table, column in (
        ("visit_question", "question"),
        ("visit_question", "answer"),
        ("visit_promise", "what"),
    ):
        condition = f"leak_ok(new.{column}) IS NOT 1"
        for when in ("INSERT", f"UPDATE OF {column}"):
            name = f"{table}_{column}_guard_{when.split()[0].lower()}"
            op.execute(refuse(name, f"{when} ON {table}", condition, "leak guard"))


def _visit() -> str:
    missed = ("practice_cancelled", "consultant_absent", "forgotten", "other")
    return f"""
    CREATE TABLE visit (
        id TEXT NOT NULL PRIMARY KEY,
        practice_id TEXT NOT NULL,
        start TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M', start) = start),
        minutes INTEGER NOT NULL CHECK (minutes BETWEEN 10 AND 120),
        status TEXT NOT NULL {one_of("status", ("planned", "running", "held", "missed"))},
        missed_reason TEXT CHECK (missed_reason IS NULL OR missed_reason IN {missed}),
        moved_from TEXT {a_day("moved_from")},
        started_at TEXT,
        ended_at TEXT,
        present_doctors INTEGER CHECK (present_doctors BETWEEN 0 AND 40),
        present_trainees INTEGER CHECK (present_trainees BETWEEN 0 AND 40),
        term TEXT CHECK (term IS NULL OR term NOT GLOB '*[^a-z_]*'),
        CHECK ((status = 'missed') = (missed_reason IS NOT NULL)),
        CHECK ((status IN ('running', 'held')) = (started_at IS NOT NULL)),
        CHECK ((status = 'held') = (ended_at IS NOT NULL)),
        FOREIGN KEY (practice_id) REFERENCES practice (id) ON DELETE CASCADE
    ) STRICT"""


def _question() -> str:
    return f"""
    CREATE TABLE visit_question (
        id TEXT NOT NULL PRIMARY KEY,
        visit_id TEXT NOT NULL,
        question TEXT NOT NULL {short("question", 200, 1)},
        answer TEXT NOT NULL {short("answer", 600)},
        FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE CASCADE
    ) STRICT"""


def _promise() -> str:
    return f"""
    CREATE TABLE visit_promise (
        id TEXT NOT NULL PRIMARY KEY,
        visit_id TEXT NOT NULL,
        who TEXT NOT NULL {one_of("who", ("doctor", "consultant"))},
        what TEXT NOT NULL {short("what", 200, 1)},
        due_on TEXT {a_day("due_on")},
        kept INTEGER NOT NULL CHECK (kept IN (0, 1)),
        FOREIGN KEY (visit_id) REFERENCES visit (id) ON DELETE CASCADE
    ) STRICT"""
