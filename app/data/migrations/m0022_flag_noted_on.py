"""On which day a flag was first noted, so that correcting the day it was raised never lets it live
longer than 90 days from then.

The day is written once, with the flag, and is the day the flag is raised on then. It goes with the
flag when the flag shrinks, and tells no more of the person than the day it was raised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, refuse

if TYPE_CHECKING:
    from alembic.operations import Operations

# A column that may not be empty needs a value until it has one; no flag keeps this.
_NEVER = "2000-01-01"


def upgrade(op: Operations) -> None:
    """Add the column: of the flags there are, the day they were raised has never been corrected."""
    op.execute(
        f"ALTER TABLE flag ADD COLUMN noted_on TEXT NOT NULL DEFAULT '{_NEVER}' {a_day('noted_on')}"
    )
    op.execute("UPDATE flag SET noted_on = raised_on")
    other = "new.noted_on IS NOT new.raised_on"
    words = "a flag is noted on the day it is raised"
    op.execute(refuse("flag_noted_insert", "INSERT ON flag", other, words))
    moved = "new.noted_on IS NOT old.noted_on"
    op.execute(refuse("flag_noted_frozen", "UPDATE OF noted_on ON flag", moved, words))
