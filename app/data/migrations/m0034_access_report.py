"""What is kept of a person may leave as data too, also while they are restricted; and the guard has
a rule for a flag's code beside a name: the audit trail may say both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import admit_audit_codes, refuse

if TYPE_CHECKING:
    from alembic.operations import Operations

CODES = ("access-data", "flag_code")
OPEN_PAPERS = ("disclosure-list", "access-report", "access-data")


def upgrade(op: Operations) -> None:
    """Let entries of the audit trail hold the two, and a restricted person have their data."""
    for statement in admit_audit_codes("detail", CODES):
        op.execute(statement)
    told = ", ".join(f"'{paper}'" for paper in OPEN_PAPERS)
    marked = "SELECT 1 FROM citizen WHERE id = new.citizen_id AND restricted_at IS NOT NULL"
    op.execute("DROP TRIGGER disclosure_restricted")
    op.execute(
        refuse(
            "disclosure_restricted",
            "INSERT ON disclosure",
            f"new.basis = 'self' AND new.paper NOT IN ({told}) AND EXISTS ({marked})",
            "this person is restricted",
        )
    )
