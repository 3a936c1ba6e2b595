"""An index of what a doctor passed on: a few among all consents, and looked at every day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the index."""
    op.execute("CREATE INDEX consent_relayed ON consent (status) WHERE kind = 'relayed'")
