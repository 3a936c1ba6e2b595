from __future__ import annotations

import secrets
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from app.data.engine import APPLICATION_ID
from app.data.migrate import STEPS
from app.data.probe import PAGE, keyed, probe
from app.domain.problem import FileDamaged, FileMissing, NotOurFile, WrongPassphrase
from tests.source import ROOT
from tests.workspaces import DEK, contents, made_database

# In a process of its own: the tests' own processes do without it.
PINNED = """
from app.data.probe import keyed
connection = keyed(":memory:", bytes(32))
raise SystemExit(connection.execute("PRAGMA cipher_memory_security").fetchone() != ("1",))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return made_database(tmp_path / "work")


def test_the_header_tells_whose_it_is_and_leaves_no_trace(path: Path) -> None:
    before = contents(path.parent)
    header = probe(path, DEK)
    assert header is not None
    assert (header.application_id, header.version) == (APPLICATION_ID, len(STEPS))
    assert contents(path.parent) == before


def test_a_name_with_odd_signs_is_still_a_file(path: Path) -> None:
    odd = path.rename(path.with_name("50% æøå #1 ?.fasthold"))
    assert probe(odd, DEK) is not None


def test_a_wrong_key_is_said_and_leaves_no_trace(path: Path) -> None:
    before = contents(path.parent)
    with pytest.raises(WrongPassphrase, match="may not belong together"):
        probe(path, secrets.token_bytes(32))
    assert contents(path.parent) == before


def test_a_wrong_key_leaves_the_log_of_a_crash_alone(path: Path) -> None:
    path.with_name("w.fasthold-wal").write_bytes(secrets.token_bytes(2 * PAGE))
    before = contents(path.parent)
    with pytest.raises(WrongPassphrase):
        probe(path, secrets.token_bytes(32))
    assert contents(path.parent) == before


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileMissing, match="no file"):
        probe(tmp_path / "gone.fasthold", DEK)
    assert not (tmp_path / "gone.fasthold").exists()


@pytest.mark.parametrize(
    ("length", "words"), [(0, "is empty"), (100, "cut off"), (4095, "cut off"), (-100, "cut off")]
)
def test_a_cut_file_is_damaged_and_stays_as_it_is(path: Path, length: int, words: str) -> None:
    path.write_bytes(path.read_bytes()[PAGE if length < 0 else 0 :][:length])
    before = contents(path.parent)
    with pytest.raises(FileDamaged, match=words):
        probe(path, DEK)
    assert contents(path.parent) == before


def test_a_file_of_another_program_is_not_ours(tmp_path: Path) -> None:
    connection = sqlcipher.connect(str(tmp_path / "other.db"))
    connection.execute("CREATE TABLE other (x)")
    connection.close()
    with pytest.raises(NotOurFile, match="not a file that Fasthold"):
        probe(tmp_path / "other.db", DEK)
    with pytest.raises(NotOurFile):
        probe(tmp_path, DEK)


def test_a_text_with_another_name_is_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "w.fasthold").write_text("kære dagbog\n" * 1_000, encoding="utf-8")
    with pytest.raises((NotOurFile, FileDamaged)):
        probe(tmp_path / "w.fasthold", DEK)


def test_a_short_key_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        keyed(":memory:", b"short")


def test_the_memory_of_the_driver_is_wiped_and_pinned() -> None:
    done = subprocess.run([sys.executable, "-c", PINNED], cwd=ROOT, check=False)
    assert done.returncode == 0
