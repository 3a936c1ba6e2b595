from __future__ import annotations

import math
import secrets
from collections import Counter
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import exc, text

from app.data import engine as engine_module
from app.data.engine import LeakCheck, open_engine, raw_connect
from app.data.probe import keyed
from app.domain.problem import FileInUse, NotOurFile, Refused, WrongPassphrase
from tests.workspaces import DEK, contents, made_database, opened, passes, save

MARK = "Fyrtårnsvej"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return made_database(tmp_path / "work")


def test_no_page_can_be_read_without_the_key(path: Path) -> None:
    vault = opened(path)
    save(vault, MARK, MARK * 50)
    vault.close()
    content = path.read_bytes()
    for form in ("utf-8", "utf-16-le", "utf-16-be"):
        assert MARK.encode(form) not in content
    pages = [content[start : start + 4096] for start in range(0, len(content), 4096)]
    assert all(_entropy(page) > 7.5 for page in pages)


def test_only_the_file_and_its_log_are_there_while_it_is_open(path: Path) -> None:
    vault = opened(path)
    save(vault, "one")
    names = set(contents(path.parent))
    vault.close()
    assert names <= {path.name, f"{path.name}-wal", f"{path.name}.state"}
    assert f"{path.name}-wal" not in contents(path.parent)


def test_a_wrong_key_changes_nothing(path: Path) -> None:
    before = contents(path.parent)
    with pytest.raises(WrongPassphrase):
        open_engine(path, secrets.token_bytes(32), leak_ok=passes)
    assert contents(path.parent) == before


def test_a_second_opening_is_told_that_the_file_is_in_use(path: Path) -> None:
    engine = open_engine(path, DEK, leak_ok=passes)
    with pytest.raises(FileInUse, match="another window"):
        open_engine(path, DEK, leak_ok=passes)
    engine.dispose()
    open_engine(path, DEK, leak_ok=passes).dispose()


def test_a_file_is_only_made_when_asked_and_never_over_another(tmp_path: Path, path: Path) -> None:
    with pytest.raises(Refused, match="already a file"):
        open_engine(path, DEK, leak_ok=passes, create=True)
    (tmp_path / "empty").touch()
    with pytest.raises(Refused, match="already a file"):
        open_engine(tmp_path / "empty", DEK, leak_ok=passes, create=True)


def test_an_encrypted_file_of_another_program_is_not_ours(tmp_path: Path) -> None:
    connection = keyed(str(tmp_path / "other.db"), DEK)
    connection.execute("CREATE TABLE other (x)")
    connection.close()
    with pytest.raises(NotOurFile):
        open_engine(tmp_path / "other.db", DEK, leak_ok=passes)


def test_a_setting_that_does_not_hold_stops_the_opening(path: Path) -> None:
    unheard = {**engine_module.SETTINGS, "synchronous": ("FULL", 1)}
    with pytest.raises(Refused, match="synchronous stays at 2"):
        raw_connect(path, DEK, leak_ok=passes, settings=unheard)


def test_an_sqlite_that_can_lose_pages_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlcipher, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(Refused, match="too old"):
        open_engine(path, DEK, leak_ok=passes)


def test_errors_do_not_quote_what_people_wrote(path: Path) -> None:
    engine = open_engine(path, DEK, leak_ok=passes)
    with engine.begin() as connection, pytest.raises(exc.StatementError) as caught:
        connection.execute(text("INSERT INTO nowhere VALUES (:x)"), {"x": MARK})
    engine.dispose()
    assert MARK not in str(caught.value)


def test_a_second_session_at_once_is_our_own_mistake_and_not_damage(path: Path) -> None:
    engine = open_engine(path, DEK, leak_ok=passes)
    with engine.connect(), pytest.raises(exc.TimeoutError):
        engine.connect()
    engine.dispose()


def _explode(text: str) -> bool:
    raise KeyError(text)


@pytest.mark.parametrize(
    ("guard", "stands"), [(passes, True), (lambda _text: False, False), (_explode, False)]
)
def test_the_guard_decides_and_fails_closed(path: Path, guard: LeakCheck, stands: bool) -> None:
    engine = open_engine(path, DEK, leak_ok=guard)
    with engine.connect() as connection:
        asked = connection.execute(text("SELECT leak_ok('x'), leak_ok(NULL), leak_ok(x'00')"))
        assert asked.one() == (int(stands), 1, 0)
    engine.dispose()


def test_in_a_tool_without_the_guard_reading_works_and_writing_fails(path: Path) -> None:
    vault = opened(path)
    with vault._engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER guarded BEFORE INSERT ON setting WHEN leak_ok(new.value) IS NOT 1"
            " BEGIN SELECT raise(ABORT, 'leak guard'); END"
        )
    vault.close()
    tool = keyed(str(path), DEK)
    assert tool.execute("SELECT count(*) FROM setting").fetchone() == (0,)
    with pytest.raises(sqlcipher.OperationalError, match="no such function"):
        tool.execute("INSERT INTO setting VALUES ('a', 'b')")
    tool.close()


def test_a_refusal_by_the_guard_quotes_the_rule_only(path: Path) -> None:
    engine = open_engine(path, DEK, leak_ok=lambda _text: False)
    with engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER guarded BEFORE INSERT ON setting WHEN leak_ok(new.value) IS NOT 1"
            " BEGIN SELECT raise(ABORT, 'leak guard'); END"
        )
    with (
        engine.begin() as connection,
        pytest.raises(exc.DatabaseError, match="leak guard") as caught,
    ):
        connection.execute(text("INSERT INTO setting VALUES ('a', :x)"), {"x": MARK})
    engine.dispose()
    assert MARK not in str(caught.value)


def _entropy(page: bytes) -> float:
    counts = Counter(page).values()
    return -sum(n / len(page) * math.log2(n / len(page)) for n in counts)
