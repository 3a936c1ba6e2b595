"""The second wall round the audit trail: what raw SQL by hand may and may not do to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.data.audit import FIRST
from app.data.migrations.ddl import admit_audit_codes
from tests.wall import count, refusal

AT = "2026-09-09T10:30:00+00:00"
SUBJECT = "a" * 32
NAME = "Nancy Ann Test Berggren"


def seal(seq: int) -> str:
    return f"{seq:064x}"


def entry(seq: int, **changes: str | None) -> str:
    row: dict[str, str | int | None] = {
        "seq": seq, "at": AT, "action": "viewed", "subject": SUBJECT, "detail": "[]",
        "prev": seal(seq - 1), "mac": seal(seq), **changes,
    }  # fmt: skip
    values = ", ".join("NULL" if v is None else repr(v) for v in row.values())
    return f"INSERT INTO audit ({', '.join(row)}) VALUES ({values})"  # noqa: S608


@pytest.fixture
def file(bare: Any) -> Any:
    """A file whose trail has three entries."""
    for seq in (1, 2, 3):
        bare.execute(entry(seq))
    return bare


def rows(file: Any) -> list[tuple[Any, ...]]:
    return list(file.execute("SELECT * FROM audit ORDER BY seq").fetchall())


def test_the_next_entry_is_taken(file: Any) -> None:
    file.execute(entry(4, subject=None, detail='["consent","employer-sheet",3]'))
    assert count(file, "audit") == 4


def test_the_first_entry_is_sealed_over_nothing(bare: Any) -> None:
    assert seal(0) == FIRST
    assert "sealed over" in refusal(bare, entry(1, prev=seal(7)))


@pytest.mark.parametrize("seq", ["5", "0", "-1", "3", "1", "NULL", "'Nancy'"])
@pytest.mark.parametrize("act", ["INSERT", "INSERT OR REPLACE", "INSERT OR FAIL"])
def test_no_number_is_left_out_or_given_twice(file: Any, act: str, seq: str) -> None:
    statement = entry(4).replace("(4,", f"({seq},").replace("INSERT", act)
    assert refusal(file, statement)
    assert count(file, "audit") == 3


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE {} audit SET at = '2026-09-10T10:30:00+00:00' WHERE seq = 3",
        "UPDATE {} audit SET action = 'locked'",
        "UPDATE {} audit SET seq = 4 WHERE seq = 3",
        "UPDATE {} audit SET seq = 1 WHERE seq = 2",
        "UPDATE {} audit SET subject = NULL",
        "UPDATE {} audit SET mac = prev",
    ],
)
@pytest.mark.parametrize("way", ["", "OR IGNORE", "OR REPLACE", "OR FAIL"])
def test_no_entry_is_changed(file: Any, attack: str, way: str) -> None:
    before = rows(file)
    assert "an audit entry is a fact" in refusal(file, attack.format(way))
    assert rows(file) == before


@pytest.mark.parametrize(
    "attack", ["DELETE FROM audit", "DELETE FROM audit WHERE seq = 3", "DELETE FROM audit LIMIT 1"]
)
def test_no_entry_is_taken_away(file: Any, attack: str) -> None:
    with_limit = "LIMIT" in attack  # not every build knows it; refused it is in any case
    assert with_limit or "an audit entry is a fact" in refusal(file, attack)
    assert not with_limit or refusal(file, attack)
    assert count(file, "audit") == 3


def test_an_entry_is_not_written_over_even_where_triggers_do_not_call_each_other(file: Any) -> None:
    """`OR REPLACE` deletes without a word to the deletion's trigger when these do not recurse."""
    file.execute("PRAGMA recursive_triggers = OFF")
    before = rows(file)
    for seq in (1, 3):
        assert "without a gap" in refusal(
            file, entry(seq, prev=seal(3)).replace("INSERT", "INSERT OR REPLACE")
        )
    assert rows(file) == before


@pytest.mark.parametrize("seq", [3, 4])
def test_an_upsert_changes_nothing(file: Any, seq: int) -> None:
    before = rows(file)
    upsert = " ON CONFLICT (seq) DO UPDATE SET detail = '[]', seq = 9"
    if seq == 3:
        assert "without a gap" in refusal(file, entry(seq, prev=seal(3)) + upsert)
    else:
        file.execute(entry(seq) + upsert)  # nothing stands there: it is an entry like any other
    assert rows(file)[:3] == before


def test_an_entry_that_is_passed_over_in_silence_is_not_kept_either(file: Any) -> None:
    before = rows(file)
    for statement in (entry(3), entry(5), entry(2, mac=seal(9))):
        refusal(file, statement.replace("INSERT", "INSERT OR IGNORE"))
    assert rows(file) == before


def test_an_attached_file_brings_no_other_trail_in(file: Any, tmp_path: Path) -> None:
    file.execute(f"ATTACH DATABASE '{tmp_path / 'other.db'}' AS other KEY ''")
    file.execute("CREATE TABLE other.audit AS SELECT * FROM main.audit")
    file.execute("UPDATE other.audit SET detail = '[\"set\"]'")
    bring = "INSERT INTO main.audit SELECT * FROM other.audit"
    for act in ("INSERT", "INSERT OR REPLACE", "INSERT OR FAIL"):
        assert refusal(file, bring.replace("INSERT", act))
    assert "fact" in refusal(
        file, "UPDATE main.audit SET detail = o.detail FROM other.audit o WHERE o.seq = audit.seq"
    )
    assert {row[4] for row in rows(file)} == {"[]"}


@pytest.mark.parametrize(
    "changes",
    [
        {"action": NAME},
        {"action": "hours"},
        {"action": ""},
        {"subject": NAME},
        {"subject": "251248-9996"},
        {"subject": ""},
        {"detail": NAME},
        {"detail": f'["{NAME}"]'},
        {"detail": f'"{NAME}"'},
        {"detail": f'{{"{NAME}":1}}'},
        {"detail": '["\\u0073et"]'},
        {"detail": f'["set",["{NAME}"]]'},
        {"detail": "[2512489996]"},
        {"detail": "[100000]"},
        {"detail": "[-1]"},
        {"detail": "[1.5]"},
        {"detail": "[null]"},
        {"detail": '["viewed"]'},
        {"detail": '["set" ]'},
        {"at": NAME},
        {"at": "2026-09-09"},
        {"at": "2026-19-39T10:30:00+00:00"},
        {"at": f"{AT} {NAME}"},
        {"mac": NAME},
        {"mac": ""},
        {"prev": NAME},
    ],
    ids=lambda changes: ": ".join(str(part) for one in changes.items() for part in one),
)
def test_no_word_has_a_place_in_an_entry(file: Any, changes: dict[str, str]) -> None:
    refused = refusal(file, entry(4, **changes))
    assert NAME not in refused
    assert count(file, "audit") == 3


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=40), st.sampled_from(["action", "subject", "at"]))
def test_whatever_is_typed_is_refused(bare: Any, typed: str, column: str) -> None:
    known = {code for (code,) in bare.execute("SELECT code FROM audit_code")}
    if typed in known:
        return
    row = {"at": AT, "action": "viewed", "subject": SUBJECT, column: typed}
    for detail in (["set"], ["set", typed]):
        values = (1, *row.values(), json.dumps(detail), FIRST, seal(1))
        with pytest.raises(Exception):  # noqa: B017, PT011 -- any refusal will do
            bare.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    assert count(bare, "audit") == 0


@pytest.mark.parametrize(
    "attack",
    [
        "INSERT INTO audit_code VALUES ('detail', 'nancy')",
        "INSERT OR REPLACE INTO audit_code VALUES ('detail', 'set')",
        "INSERT OR IGNORE INTO audit_code VALUES ('detail', 'nancy')",
        "UPDATE audit_code SET code = 'nancy' WHERE code = 'set'",
        "UPDATE OR IGNORE audit_code SET code = 'nancy'",
        "DELETE FROM audit_code",
    ],
)
def test_the_list_of_codes_is_closed(file: Any, attack: str) -> None:
    assert "the list of codes is closed" in refusal(file, attack)


def test_a_later_step_admits_more_codes_and_closes_the_list_again(bare: Any) -> None:
    for statement in admit_audit_codes("detail", ("year_plan", "minutes")):
        bare.execute(statement)
    bare.execute(entry(1, detail='["year_plan","minutes"]'))
    assert "closed" in refusal(bare, "INSERT INTO audit_code VALUES ('detail', 'nancy')")


def test_even_without_its_checks_an_entry_takes_no_word_for_a_code(file: Any) -> None:
    file.execute("PRAGMA ignore_check_constraints = ON")
    for detail in (f'["{NAME}"]', f'"{NAME}"', f'{{"{NAME}":1}}', NAME):
        assert refusal(file, entry(4, detail=detail))
    assert refusal(file, entry(4, action=NAME))
    assert count(file, "audit") == 3


def test_entries_stay_when_the_person_goes(file: Any) -> None:
    """Nothing points at the trail, and it points at nothing."""
    assert file.execute("PRAGMA foreign_key_list(audit)").fetchall() == []
    pointing = file.execute(
        "SELECT m.name FROM sqlite_master m, pragma_foreign_key_list(m.name) f"
        " WHERE m.type = 'table' AND f.\"table\" = 'audit'"
    ).fetchall()
    assert pointing == []
