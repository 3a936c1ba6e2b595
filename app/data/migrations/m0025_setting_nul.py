"""A setting holds no NUL, behind which a text may hide from SQLite: no other text can either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.data.migrations.ddl import refuse

if TYPE_CHECKING:
    from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Refuse one from now on; nothing that was typed in a form ever held one."""
    hidden = "instr(new.value, char(0)) > 0"
    words = "a setting holds no sign that ends it early"
    op.execute(refuse("setting_nul_insert", "INSERT ON setting", hidden, words))
    op.execute(refuse("setting_nul_update", "UPDATE ON setting", hidden, words))
