"""What the file holds about one person, found by its keys alone: so no table can be forgotten.

A row is about a person when deleting them takes it along. The database itself is asked for nothing
but the keys, so a new table is reached as soon as it has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, ForeignKey, Table, or_, select
from sqlmodel import Session

from app.data.schema import metadata

Rows = Sequence[Mapping[str, Any]]
ROOT = "citizen"


def reached() -> tuple[Table, ...]:
    """Return the person's own table, and every other that loses rows when a person is deleted."""
    tables = {ROOT: metadata.tables[ROOT]}
    waiting = [ROOT]
    while waiting:
        parent = waiting.pop(0)
        for table in metadata.tables.values():
            if table.name not in tables and any(_taking(table, parent)):
                tables[table.name] = table
                waiting.append(table.name)
    return tuple(tables.values())


def rows_about(session: Session, citizen_id: UUID) -> dict[str, Rows]:
    """Return every row about the person by table, each as its columns; none of empty tables."""
    root = metadata.tables[ROOT]
    found = {ROOT: _asked(session, root, root.c.id == citizen_id)}
    known, more = 0, 1
    while more != known:  # a key may lead to a table that was asked before
        known = more
        for table in reached()[1:]:
            found[table.name] = _asked(session, table, *_leading(table, found))
        more = sum(map(len, found.values()))
    return {name: rows for name, rows in found.items() if rows}


def _leading(table: Table, found: Mapping[str, Rows]) -> Iterator[ColumnElement[bool]]:
    """Yield what is true of the rows of `table` that go with those found so far."""
    for parent, rows in found.items():
        for key in _taking(table, parent):
            target: Column[Any] = key.column
            yield key.parent.in_([row[target.name] for row in rows])


def _asked(session: Session, table: Table, *true: ColumnElement[bool]) -> Rows:
    if not true:
        return ()
    return [dict(row) for row in session.execute(select(table).where(or_(*true))).mappings()]


def _taking(table: Table, parent: str) -> Iterator[ForeignKey]:
    """Yield the keys of `table` by which a row goes when one of `parent` does."""
    for key in table.foreign_keys:
        if key.column.table.name == parent and key.ondelete == "CASCADE":
            yield key
