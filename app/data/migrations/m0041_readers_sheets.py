"""One's own sheet of a roundtable may be named in the audit trail, as those of the others are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import admit_audit_codes

if TYPE_CHECKING:
    from alembic.operations import Operations

CODES = ("own-sheet",)  # those of citizen and doctor are admitted since the trail began


def upgrade(op: Operations) -> None:
    """Let entries of the audit trail hold it."""
    for statement in admit_audit_codes("detail", CODES):
        op.execute(statement)
