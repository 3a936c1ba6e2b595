from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from alembic.operations import Operations
from sqlalchemy import Engine

from app.data import migrate as migrate_module
from app.data import migrations
from app.data.engine import open_engine
from app.data.migrate import STEPS, migrate, run_steps, schema_version
from app.domain.problem import FileDamaged, FileTooNew
from tests.workspaces import DEK, contents, made_database, opened, passes, save, saved_in


class Step:
    def __init__(self, act: Callable[[Operations], object]) -> None:
        self._act = act

    def upgrade(self, op: Operations) -> None:
        self._act(op)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    path = made_database(tmp_path / "work")
    vault = opened(path)
    save(vault, "one")
    vault.close()
    return path


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    engine = open_engine(path, DEK, leak_ok=passes, foreign_keys=False)
    yield engine
    engine.dispose()


def add(monkeypatch: pytest.MonkeyPatch, *acts: Callable[[Operations], object]) -> None:
    monkeypatch.setattr(migrate_module, "STEPS", (*STEPS, *(Step(act) for act in acts)))


def tables(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())


def test_a_new_file_has_seen_every_step_and_sees_none_again(path: Path) -> None:
    assert migrate(path, DEK, leak_ok=passes) == 0


def test_a_step_runs_once_and_is_remembered(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(monkeypatch, lambda op: op.execute("CREATE TABLE more (x)"))
    assert (run_steps(engine), run_steps(engine)) == (1, 0)
    with engine.connect() as connection:
        assert schema_version(connection) == len(STEPS) + 1
    assert "more" in tables(engine)


def test_a_newer_file_is_refused_untouched(path: Path) -> None:
    engine = open_engine(path, DEK, leak_ok=passes)
    with engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {len(STEPS) + 1}")
    engine.dispose()
    before = contents(path.parent)
    with pytest.raises(FileTooNew, match="newer Fasthold"):
        opened(path)
    with pytest.raises(FileTooNew):
        migrate(path, DEK, leak_ok=passes)
    assert contents(path.parent) == before


def test_a_failed_step_takes_those_before_it_back(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(
        monkeypatch,
        lambda op: op.execute("CREATE TABLE half (x)"),
        lambda op: op.execute("THIS IS NOT SQL"),
    )
    with pytest.raises(Exception, match="syntax error"):
        run_steps(engine)
    assert "half" not in tables(engine)
    with engine.connect() as connection:
        assert schema_version(connection) == len(STEPS)


def test_rebuilding_a_table_keeps_the_rows_that_point_to_it(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def family(op: Operations) -> None:
        op.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY, old TEXT)")
        op.execute("CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL"
                   " REFERENCES parent (id) ON DELETE CASCADE)")  # fmt: skip
        op.execute("INSERT INTO parent VALUES (1, 'x')")
        op.execute("INSERT INTO child VALUES (1, 1), (2, 1)")

    def rebuild(op: Operations) -> None:
        with op.batch_alter_table("parent", recreate="always") as batch:
            batch.drop_column("old")

    add(monkeypatch, family, rebuild)
    assert run_steps(engine) == 2
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM child").scalar() == 2


@pytest.mark.parametrize(
    "loss",
    ["DELETE FROM setting", "DROP TABLE setting", "DROP TRIGGER watched"],
)
def test_a_step_that_loses_something_is_stopped(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, loss: str
) -> None:
    watch = "CREATE TRIGGER watched AFTER INSERT ON meta BEGIN SELECT 1; END"
    add(monkeypatch, lambda op: op.execute(watch), lambda op: op.execute(loss))
    with pytest.raises(RuntimeError, match="loses something"):
        run_steps(engine)
    assert {"setting", "meta"} <= tables(engine)
    with_it = {"setting", "setting_nul_insert", "setting_nul_update", "watched"}
    monkeypatch.setattr(migrate_module, "TAKEN_AWAY", {len(STEPS) + 2: frozenset(with_it)})
    assert run_steps(engine) == 2


def test_a_row_that_points_nowhere_stops_the_migration(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def orphan(op: Operations) -> None:
        op.execute("CREATE TABLE child (id INTEGER, other TEXT REFERENCES setting (name))")
        op.execute("INSERT INTO child VALUES (1, 'nobody')")

    add(monkeypatch, orphan)
    with pytest.raises(FileDamaged):
        run_steps(engine)
    assert "child" not in tables(engine)


def test_steps_are_numbered_without_gaps() -> None:
    folder = Path(str(migrations.__file__)).parent
    numbers = [
        int(found[1])
        for path in sorted(folder.glob("m*.py"))
        if (found := re.match(r"m(\d{4})_", path.stem))
    ]
    assert numbers == [*range(1, len(STEPS) + 1)]


def test_alembic_is_loaded_only_when_a_step_has_to_run() -> None:
    program = "import sys, app.data.migrate; sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_what_was_saved_is_still_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(monkeypatch, lambda op: op.execute("CREATE TABLE more (x)"))
    assert migrate(path, DEK, leak_ok=passes) == 1
    assert saved_in(path) == ["one"]
