"""The calendar file of a meeting may be named in the audit trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import admit_audit_codes

if TYPE_CHECKING:
    from alembic.operations import Operations

CODES = ("meeting",)


def upgrade(op: Operations) -> None:
    """Let entries of the audit trail hold it."""
    for statement in admit_audit_codes("detail", CODES):
        op.execute(statement)
