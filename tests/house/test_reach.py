"""What hangs on a person goes with them: each table that tells of one is reached from `citizen` by
keys that cascade, and nothing but a pseudonym leads to a person without a key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app.data.probe import keyed_for_reading
from app.data.reach import ROOT, Rows, reached, rows_about
from tests.clock import Clock
from tests.everything import full_file
from tests.workspaces import DEK

# Seals of the audit trail are no ids; the rest are pseudonyms that only the data key leads back.
PSEUDONYMS = {("audit", "subject"), ("erasure", "subject")}
# Ids that are not kept as one: a form's draft knows its place by a text, a calendar its own entry.
PLACES = {("draft", "entity"), ("calendar_entry", "uid")}


class Key(NamedTuple):
    """One foreign key of the file."""

    table: str
    column: str
    target: str
    then: str


class About(NamedTuple):
    """A file that is open, and the rows about the person with everything in it."""

    file: Any
    rows: dict[str, Rows]


@pytest.fixture
def file(empty_file: Path) -> Iterator[Any]:
    connection = keyed_for_reading(empty_file, DEK)
    yield connection
    connection.close()


@pytest.fixture
def about(tmp_path: Path, clock: Clock) -> Iterator[About]:
    with full_file(tmp_path / "full.fasthold", clock) as (services, followup):
        citizen = services.followup.followup(followup).citizen_id
        with services.vault.read() as session:
            driver = session.connection().connection.driver_connection
            yield About(driver, rows_about(session, citizen))


def test_the_records_and_the_file_agree_on_what_hangs_on_a_person(file: Any) -> None:
    assert {table.name for table in reached()} == _reached(file)


def test_every_key_that_leads_to_a_person_takes_the_row_along(file: Any) -> None:
    reached_tables = _reached(file)
    left = {key.table for key in _keys(file) if key.target in reached_tables} - reached_tables
    assert not left, f"erasing a person leaves rows of {left}"


def test_nothing_but_a_pseudonym_leads_to_a_person_without_a_key(file: Any) -> None:
    keyed = {(key.table, key.column) for key in _keys(file)}
    loose = [
        (table, column)
        for table in _tables(file)
        for column in _columns(file, table)
        if _is_called_like_a_link(column) and (table, column) not in keyed | PSEUDONYMS | PLACES
    ]
    assert not loose


def test_a_person_with_everything_has_a_row_in_every_table_that_is_reached(about: About) -> None:
    assert {table.name for table in reached()} == set(about.rows), "add to tests/everything.py"


def test_no_other_table_holds_an_id_of_what_hangs_on_a_person(about: About) -> None:
    ids = {row["id"].hex for rows in about.rows.values() for row in rows if "id" in row}
    found = {table for table in _tables(about.file) if ids & _values(about.file, table)}
    assert found <= set(about.rows)


def _reached(file: Any) -> set[str]:
    keys = [key for key in _keys(file) if key.then == "CASCADE"]
    found, more = {ROOT}, {ROOT}
    while more:
        more = {key.table for key in keys if key.target in more} - found
        found |= more
    return found


def _keys(file: Any) -> Iterator[Key]:
    for table in _tables(file):
        for row in file.execute(f"PRAGMA foreign_key_list({table})"):
            yield Key(table, row[3], row[2], row[6])


def _tables(file: Any) -> list[str]:
    asked = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return [name for (name,) in file.execute(asked)]


def _columns(file: Any, table: str) -> list[str]:
    return [row[1] for row in file.execute(f"PRAGMA table_info({table})")]


def _is_called_like_a_link(column: str) -> bool:
    links = {"subject", "entity", "uid", "pid", "person_id"}
    return column.endswith("_id") or column in links or "citizen" in column


def _values(file: Any, table: str) -> set[str]:
    rows = file.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
    return {value for row in rows for value in row if isinstance(value, str)}
