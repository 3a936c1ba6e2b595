"""Measures of a follow-up: whole numbers from 0 to 10, hours per week, the citizen's own sentence,
and whether each adjustment was there. What was not asked is NULL, which is not 0. The audit trail
may tell of the paper they are printed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, admit_audit_codes, one_of, short

if TYPE_CHECKING:
    from alembic.operations import Operations

SCALES = ("work_ability", "energy", "concentration", "confidence")


def upgrade(op: Operations) -> None:
    """Make the tables."""
    for statement in admit_audit_codes("detail", ("progress-sheet",)):
        op.execute(statement)
    op.execute(_measure())
    op.execute("CREATE UNIQUE INDEX measure_day ON measure (followup_id, day)")
    op.execute(_adjustment())
    op.execute(
        "CREATE TRIGGER measure_transfer AFTER DELETE ON measure BEGIN"
        " DELETE FROM transfer WHERE kind = 'measure' AND entry = old.id; END"
    )


def _measure() -> str:
    scales = ",\n".join(f"{scale} INTEGER CHECK ({scale} BETWEEN 0 AND 10)" for scale in SCALES)
    return f"""
    CREATE TABLE measure (
        id TEXT NOT NULL PRIMARY KEY,
        followup_id TEXT NOT NULL,
        day TEXT NOT NULL {a_day("day")},
        sentence TEXT NOT NULL {short("sentence", 200)},
        planned_hours REAL CHECK (planned_hours BETWEEN 0 AND 60),
        worked_hours REAL CHECK (worked_hours BETWEEN 0 AND 60),
        {scales},
        FOREIGN KEY (followup_id) REFERENCES followup (id) ON DELETE CASCADE
    ) STRICT"""


def _adjustment() -> str:
    return f"""
    CREATE TABLE measure_adjustment (
        measure_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        adjustment TEXT NOT NULL {short("adjustment", 200, 1)},
        in_place TEXT NOT NULL {one_of("in_place", ("yes", "partly", "no"))},
        PRIMARY KEY (measure_id, position),
        FOREIGN KEY (measure_id) REFERENCES measure (id) ON DELETE CASCADE
    ) STRICT"""
