"""A paper that was printed, and that a printer keeps copies, may be named in the audit trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import admit_audit_codes

if TYPE_CHECKING:
    from alembic.operations import Operations

ACTIONS = ("print_warned",)
CODES = ("printed",)


def upgrade(op: Operations) -> None:
    """Let entries of the audit trail hold them."""
    for kind, codes in (("action", ACTIONS), ("detail", CODES)):
        for statement in admit_audit_codes(kind, codes):
            op.execute(statement)
