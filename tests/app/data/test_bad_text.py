"""Every text that is typed meets a wall in the file itself: no NUL gets in."""

from __future__ import annotations

import pytest
from sqlalchemy import Text, text
from sqlalchemy.exc import DatabaseError
from sqlmodel import SQLModel

from app.bootstrap import Services
from app.changes import Topic

# Written by the program in a shape of its own, which the file checks in other ways.
SHAPED = {
    "absence_origin": {"event", "occurrence"},
    "audit_begin": {"mac", "seal"},
    "audit": {"at", "action", "subject", "detail", "prev", "mac"},
    "audit_code": {"kind", "code"},
    "closed_origin": {"event", "occurrence"},
    "consent": {"wording_hash"},
    "disclosure": {"sha256"},
    "draft": {"fields"},
    "erasure": {"subject"},
    "flag": {"code"},
    "flag_outcome": {"month"},
    "followup": {"number"},
    "kept_copy": {"sha256"},
    "meta": {"key", "value"},
    "practice": {"weekdays"},
    "setting": {"name", "value"},
    "visit": {"term"},
}


def test_every_column_of_text_refuses_a_nul_or_has_a_shape_of_its_own(services: Services) -> None:
    with services.vault.read() as session:
        tables = text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        made = {row.name: row.sql for row in session.connection().execute(tables)}
    open_to_it: dict[str, set[str]] = {}
    for table in SQLModel.metadata.sorted_tables:
        for column in table.columns:
            wall = f"instr({column.name}, char(0)) = 0"
            if type(column.type) is Text and wall not in made[table.name]:
                open_to_it.setdefault(table.name, set()).add(column.name)
    assert open_to_it == SHAPED


def test_a_setting_refuses_a_nul(services: Services) -> None:
    with services.vault.write(Topic.SETTINGS) as session:
        run = session.connection().execute
        run(text("INSERT INTO setting VALUES ('a', 'Kim')"))
        for change in (
            "INSERT INTO setting VALUES ('b', 'Kim' || char(0) || 'hidden')",
            "UPDATE setting SET value = 'Kim' || char(0)",
        ):
            with pytest.raises(DatabaseError, match="ends it early"):
                run(text(change))
