from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from app.changes import ChangeFeed, Topic
from app.data.state_file import place
from app.domain.problem import Refused
from tests.workspaces import DEK, contents, made_database, opened, save, saved, saved_in


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return made_database(tmp_path / "work")


def commits(path: Path) -> int:
    vault = opened(path)
    with vault.read() as session:
        found = session.execute(text("SELECT value FROM meta WHERE key = 'commit_seq'")).scalar()
    vault.close()
    return int(str(found))


def test_what_is_saved_is_there_after_reopening(path: Path) -> None:
    vault = opened(path)
    assert vault.saved_at is None
    save(vault, "one")
    assert vault.saved_at is not None
    vault.close()
    assert saved_in(path) == ["one"]
    assert commits(path) == 1


def test_what_is_changed_while_reading_is_forgotten(path: Path) -> None:
    vault = opened(path)
    with vault.read() as session:
        session.execute(text("INSERT INTO setting VALUES ('one', '')"))
    assert saved(vault) == []
    vault.close()


def test_a_write_is_kept_whole_or_not_at_all_and_only_then_announced(path: Path) -> None:
    changes, heard = ChangeFeed(), list[frozenset[Topic]]()
    changes.subscribe(heard.append)
    vault = opened(path, changes=changes)

    def write_twice() -> None:
        with vault.write(Topic.FLAG) as session:
            session.execute(text("INSERT INTO setting VALUES ('one', '')"))
            session.execute(text("INSERT INTO setting VALUES ('one', '')"))

    with pytest.raises(IntegrityError):
        write_twice()
    assert (saved(vault), heard) == ([], [])
    save(vault, "one")
    assert heard == [frozenset({Topic.SETTINGS})]
    vault.close()


def test_a_write_that_changes_nothing_is_no_save(path: Path) -> None:
    changes, heard = ChangeFeed(), list[frozenset[Topic]]()
    vault = opened(path, changes=changes)
    save(vault, "one")
    changes.subscribe(heard.append)
    before = vault.saved_at
    with vault.write(Topic.FLAG) as session, vault.write(Topic.SETTINGS):
        session.execute(text("UPDATE setting SET value = 'x' WHERE name = 'two'"))
    assert (heard, vault.saved_at) == ([], before)
    save(vault, "two")
    assert heard == [frozenset({Topic.SETTINGS})]
    vault.close()
    assert commits(path) == 2


def test_who_hears_the_news_can_read_it(path: Path) -> None:
    changes, seen = ChangeFeed(), list[list[str]]()
    vault = opened(path, changes=changes)
    changes.subscribe(lambda _topics: seen.append(saved(vault)))
    save(vault, "one")
    vault.close()
    assert seen == [["one"]]


def test_a_read_inside_a_write_sees_what_is_being_written(path: Path) -> None:
    vault = opened(path)
    with vault.write(Topic.SETTINGS) as session:
        session.execute(text("INSERT INTO setting VALUES ('one', '')"))
        assert saved(vault) == ["one"]
        with vault.read(), vault.read() as inner:
            assert inner is session
    assert saved(vault) == ["one"]
    vault.close()


def test_a_write_inside_a_write_is_one_act_with_one_announcement(path: Path) -> None:
    changes, heard = ChangeFeed(), list[frozenset[Topic]]()
    changes.subscribe(heard.append)
    vault = opened(path, changes=changes)
    with vault.write(Topic.FLAG):
        save(vault, "one")
        assert heard == []
    assert heard == [frozenset({Topic.FLAG, Topic.SETTINGS})]
    vault.close()
    assert commits(path) == 1


def test_a_failed_write_inside_a_write_takes_only_itself_back(path: Path) -> None:
    vault = opened(path)
    with vault.write(Topic.FLAG):
        save(vault, "one")
        with pytest.raises(IntegrityError):
            save(vault, "one")
        save(vault, "two")
    assert saved(vault) == ["one", "two"]
    vault.close()


def test_a_failed_act_takes_its_inner_writes_back(path: Path) -> None:
    vault = opened(path)

    def act() -> None:
        with vault.write(Topic.FLAG):
            save(vault, "one")
            raise LookupError

    with pytest.raises(LookupError):
        act()
    assert saved(vault) == []
    vault.close()


def test_a_write_inside_a_read_is_refused(path: Path) -> None:
    vault = opened(path)
    with vault.read(), pytest.raises(RuntimeError, match="inside a read"):
        save(vault, "one")
    save(vault, "two")
    assert saved(vault) == ["two"]
    vault.close()


def test_two_threads_take_turns(path: Path) -> None:
    vault = opened(path)
    other = threading.Thread(target=save, args=(vault, "second"))
    with vault.write(Topic.SETTINGS) as session:
        session.execute(text("INSERT INTO setting VALUES ('first', '')"))
        other.start()
        time.sleep(0.05)
    other.join()
    assert saved(vault) == ["first", "second"]
    vault.close()


def test_reading_in_a_task_and_saving_at_once_never_fails_or_waits_long(path: Path) -> None:
    vault = opened(path)
    errors: list[BaseException] = []

    def read_on() -> None:
        try:
            for _ in range(150):
                saved(vault)
        except BaseException as error:
            errors.append(error)

    task = threading.Thread(target=read_on)
    task.start()
    slowest = max(_seconds_to_save(vault, str(number)) for number in range(60))
    task.join()
    assert errors == []
    assert len(saved(vault)) == 60
    assert slowest < 0.5
    vault.close()


def test_a_closed_vault_gives_nothing_and_opens_nothing_again(path: Path) -> None:
    vault = opened(path)
    vault.close()
    vault.close()
    before = contents(path.parent)
    for use in (lambda: saved(vault), lambda: save(vault, "late")):
        with pytest.raises(Refused, match="locked"):
            use()
    assert not vault.is_open
    assert vault.dek == bytes(32)
    assert contents(path.parent) == before
    assert f"{path.name}-wal" not in before


def test_the_log_is_empty_after_each_save(path: Path) -> None:
    vault = opened(path)
    save(vault, "one")
    assert path.with_name(f"{path.name}-wal").stat().st_size == 0
    vault.close()


def test_a_file_put_back_from_before_says_how_many_saves_are_missing(path: Path) -> None:
    vault = opened(path)
    save(vault, "one")
    old = path.read_bytes()
    for name in ("two", "three", "four"):
        save(vault, name)
    vault.close()
    path.write_bytes(old)
    vault = opened(path)
    assert vault.missing_saves == 3
    assert vault.last_known_save is not None
    save(vault, "five")
    vault.close()
    vault = opened(path)
    assert (vault.missing_saves, saved(vault)) == (0, ["one", "five"])
    vault.close()


def test_a_copy_is_whole_and_has_all_rows(path: Path, tmp_path: Path) -> None:
    vault = opened(path)
    save(vault, "one")
    vault.copy_into(tmp_path / "copy.fasthold")
    vault.close()
    assert saved_in(tmp_path / "copy.fasthold", DEK) == ["one"]


def test_a_state_file_that_cannot_be_written_does_not_undo_the_save(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    vault = opened(path)
    place(path).mkdir()
    save(vault, "one")
    vault.close()
    assert [record.getMessage() for record in caplog.records] == ["file.state_not_written"]
    caplog.clear()
    assert saved_in(path) == ["one"]


def _seconds_to_save(vault: object, name: str) -> float:
    start = time.perf_counter()
    save(vault, name)  # type: ignore[arg-type]
    return time.perf_counter() - start
