from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.data.file_check import check_whole
from app.domain.problem import FileInUse
from tests.source import ROOT
from tests.workspaces import DEK, contents, flip_bit, made_database, opened, saved, saved_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills and limits by POSIX means")
RUNS = 8


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return made_database(tmp_path / "work")


@contextmanager
def another(what: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process at work on `path`."""
    command = [sys.executable, "-m", "tests.files.saver", what, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        yield process
        process.kill()


def said(what: str, path: Path) -> list[str]:
    with another(what, path) as process:
        assert process.stdout
        return process.stdout.read().split()


def test_no_save_that_was_confirmed_is_lost_when_killed(path: Path) -> None:
    dice = random.Random(9)
    for _ in range(RUNS):
        with another("save", path) as process:
            assert process.stdout
            confirmed = [process.stdout.readline()]
            time.sleep(dice.random() / 5)
            process.kill()
            confirmed += process.stdout.readlines()
        last = int([line for line in confirmed if line.endswith("\n")][-1])
        vault = opened(path)
        found = saved(vault)
        assert vault.missing_saves == 0
        vault.close()
        assert found[: last + 1] == [str(number) for number in range(last + 1)]
        assert len(found) <= last + 2
    check_whole(path, DEK)


def test_saves_in_the_log_of_a_crash_come_back(path: Path) -> None:
    said("die", path)
    assert path.with_name("w.fasthold-wal").stat().st_size > 0
    assert saved_in(path) == ["one", "two", "three"]


def test_no_save_is_lost_from_the_log_without_a_word(path: Path) -> None:
    said("die", path)
    crashed = contents(path.parent)
    log, dice = path.with_name("w.fasthold-wal"), random.Random(3)
    lost = 0
    for _ in range(25):
        flip_bit(log, dice.randrange(32, log.stat().st_size))
        lost += _loss_that_is_said(path)
        _put_back(path.parent, crashed)
    assert lost >= 25
    log.unlink()
    assert _loss_that_is_said(path) == 3


def _loss_that_is_said(path: Path) -> int:
    vault = opened(path)
    lost = 3 - len(saved(vault))
    assert vault.missing_saves == lost
    vault.close()
    return lost


def _put_back(folder: Path, before: dict[str, bytes]) -> None:
    for name, content in before.items():
        (folder / name).write_bytes(content)


def test_a_full_disk_is_said_and_nothing_confirmed_is_lost(path: Path) -> None:
    *confirmed, refusal = said("small", path)
    assert refusal in {"DiskFull", "FileNotWritable"}
    assert len(confirmed) > 10
    found = saved_in(path)
    assert found[: len(confirmed)] == confirmed
    check_whole(path, DEK)


def test_a_file_that_another_window_has_open_is_in_use(path: Path) -> None:
    with another("hold", path) as process:
        assert process.stdout
        assert process.stdin
        assert process.stdout.readline() == "open\n"
        before = contents(path.parent)
        with pytest.raises(FileInUse):
            opened(path)
        assert contents(path.parent) == before
        process.stdin.write("\n")
        process.stdin.flush()
        process.wait(10)
    assert saved_in(path) == []


def test_after_a_kill_the_file_is_free_at_once(path: Path) -> None:
    with another("hold", path) as process:
        assert process.stdout
        process.stdout.readline()
    assert saved_in(path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="drops root's rights by a Linux call")
@pytest.mark.parametrize("closed", ["folder", "file"])
def test_a_read_only_place_is_said_and_left_alone(path: Path, closed: str) -> None:
    place = path.parent if closed == "folder" else path
    before = contents(path.parent)
    place.chmod(0o555 if closed == "folder" else 0o444)
    try:
        assert said("open", path) == ["FileNotWritable"]
    finally:
        place.chmod(0o755)
    assert contents(path.parent) == before
