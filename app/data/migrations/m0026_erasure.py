"""The ledger of those who were erased, by pseudonyms; the copies of the file that were saved; and
a paper that lists what was handed over.

No key leads from the ledger to a person, and nobody is ever taken out of it: an older copy, which
still holds them, is told by it whom to erase before anything is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import a_day, admit_audit_codes, one_of, refuse, short

if TYPE_CHECKING:
    from alembic.operations import Operations

PAPERS = ("disclosure-list",)
AGAIN = "again"
REASONS = ("asked", "declined", "lapsed", "ended", "consent_fell")


def upgrade(op: Operations) -> None:
    """Make the tables."""
    op.execute(f"""
    CREATE TABLE erasure (
        subject TEXT NOT NULL PRIMARY KEY {_hex("subject", 32)},
        at TEXT NOT NULL {short("at", 25, 25)} CHECK (datetime(at) IS NOT NULL),
        reason TEXT NOT NULL {one_of("reason", REASONS)},
        counts TEXT NOT NULL {short("counts", 400)}
            CHECK (json_valid(counts) AND json_type(counts) = 'object')
    ) STRICT""")
    words = "the ledger of erasures only grows"
    op.execute(refuse("erasure_frozen", "UPDATE ON erasure", "1", words))
    op.execute(refuse("erasure_kept", "DELETE ON erasure", "1", words))
    worded = "SELECT 1 FROM json_each(new.counts) part WHERE part.type <> 'integer'"
    op.execute(
        refuse("erasure_counted", "INSERT ON erasure", f"EXISTS ({worded})", "counts are numbers")
    )
    op.execute(f"""
    CREATE TABLE kept_copy (
        place TEXT NOT NULL PRIMARY KEY {short("place", 4_000, 1)},
        saved_on TEXT NOT NULL {a_day("saved_on")},
        sha256 TEXT NOT NULL {_hex("sha256", 64)}
    ) STRICT""")
    for statement in admit_audit_codes("detail", (*PAPERS, AGAIN)):
        op.execute(statement)


def _hex(column: str, signs: int) -> str:
    return f"CHECK (length({column}) = {signs} AND {column} NOT GLOB '*[^0-9a-f]*')"
