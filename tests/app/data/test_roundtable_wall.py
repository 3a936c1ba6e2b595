"""The second wall around agendas and remarks: what raw SQL by hand may not do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.data.probe import keyed
from tests.clock import Clock
from tests.everything import full_file
from tests.wall import count, refusal
from tests.workspaces import DEK

FINAL = "(SELECT id FROM roundtable WHERE status = 'final')"
OPEN = "(SELECT id FROM roundtable WHERE status <> 'final')"
POINT = "INSERT INTO agenda_point VALUES ('p', {where}, 9, 'Timer', {minutes}, '{state}', NULL)"
REMARK = (
    "INSERT INTO remark VALUES ('m', {where}, 9, 'Ord', '{audience}', {held}, '', '', NULL, NULL,"
    " NULL, '', '')"
)
DISCLOSURE = (
    "INSERT INTO disclosure VALUES ('d', '{basis}', NULL, (SELECT id FROM citizen), NULL, NULL,"
    " '{paper}', 'sheet.pdf', '2026-09-09T10:00:00+00:00', '" + "a" * 64 + "')"
)


@pytest.fixture
def file(tmp_path: Path, clock: Clock) -> Iterator[Any]:
    path = tmp_path / "full.fasthold"
    with full_file(path, clock):
        pass
    connection = keyed(str(path), DEK)
    connection.execute("PRAGMA foreign_keys = ON")
    yield connection
    connection.close()


def point(where: str = OPEN, minutes: int = 5, state: str = "open") -> str:
    return POINT.format(where=where, minutes=minutes, state=state)


def remark(where: str = OPEN, audience: str = "own", held: int = 0) -> str:
    return REMARK.format(where=where, audience=audience, held=held)


def test_a_plain_point_and_a_plain_remark_are_taken(file: Any) -> None:
    before = count(file, "agenda_point"), count(file, "remark")
    file.execute(point())
    file.execute(remark(audience="all", held=1))
    assert (count(file, "agenda_point"), count(file, "remark")) == (before[0] + 1, before[1] + 1)


@pytest.mark.parametrize("statement", [
    point(minutes=0), point(minutes=181), point(state="half"), remark(audience="union"),
    remark(audience="own", held=1), remark(audience="doctor", held=1),
])  # fmt: skip
def test_what_no_rule_allows_is_refused(file: Any, statement: str) -> None:
    assert "CHECK" in refusal(file, statement)


@pytest.mark.parametrize("statement", [
    point(FINAL), remark(FINAL),
    "UPDATE agenda_point SET state = 'reached'",
    "UPDATE remark SET audience = 'all'",
    "UPDATE agreement SET audience = 'all'",
    "DELETE FROM agenda_point",
    "DELETE FROM remark",
    "INSERT INTO roundtable_scheme SELECT 's', id, 0, 'work_aid', '', 'applied', '', NULL"
    " FROM roundtable WHERE status = 'final'",
])  # fmt: skip
def test_a_final_version_is_locked_with_its_agenda_and_its_remarks(
    file: Any, statement: str
) -> None:
    assert "a final version is locked" in refusal(file, statement)


@pytest.mark.parametrize("statement", [
    point(), remark(), "UPDATE agenda_point SET title = 'x'", "UPDATE remark SET text = 'x'",
    "DELETE FROM agenda_point", "DELETE FROM remark",
])  # fmt: skip
def test_of_a_restricted_person_nothing_is_changed(file: Any, statement: str) -> None:
    file.execute("INSERT INTO restriction VALUES ('x', (SELECT id FROM citizen), 'citizen',"
                 " '2026-09-09', 'Uenig', NULL, '')")  # fmt: skip
    assert "restricted" in refusal(file, statement) or "locked" in refusal(file, statement)


@pytest.mark.parametrize(
    ("paper", "basis", "words"),
    [
        ("own-sheet", "self", "own notes do not leave"),
        ("doctor-sheet", "self", "needs a consent to tell the doctor"),
    ],
)
def test_a_sheet_leaves_on_its_own_basis_only(
    file: Any, paper: str, basis: str, words: str
) -> None:
    assert words in refusal(file, DISCLOSURE.format(paper=paper, basis=basis))


def test_the_citizens_sheet_is_for_the_citizen(file: Any) -> None:
    statement = DISCLOSURE.format(paper="citizen-sheet", basis="none")
    assert "for the citizen alone" in refusal(
        file, statement.replace("(SELECT id FROM citizen)", "NULL")
    )
    file.execute(DISCLOSURE.format(paper="citizen-sheet", basis="self"))
