"""Which doctor told of a flag, so that the feedback is known to be owed to that doctor.

The wall stays: the column can only point to a doctor of the flag's own practice, never to the
person the flag is about, and it goes with the flag when the flag shrinks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import refuse

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add the column, and the triggers that let it hold only a doctor of the practice."""
    op.execute("ALTER TABLE flag ADD COLUMN told_by TEXT REFERENCES doctor (id) ON DELETE SET NULL")
    elsewhere = (
        "new.told_by IS NOT NULL AND (SELECT practice_id FROM doctor WHERE id = new.told_by)"
        " IS NOT new.practice_id"
    )
    words = "another practice"
    op.execute(refuse("flag_doctor_insert", "INSERT ON flag", elsewhere, words))
    changed = "UPDATE OF told_by, practice_id ON flag"
    op.execute(refuse("flag_doctor_update", changed, elsewhere, words))
    left = (
        "new.practice_id IS NOT old.practice_id"
        " AND EXISTS (SELECT 1 FROM flag WHERE told_by = old.id)"
    )
    op.execute(refuse("flag_doctor_stays", "UPDATE OF practice_id ON doctor", left, words))
