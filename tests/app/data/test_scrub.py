"""What an index, a statistic and the log keep of a deleted word is gone after scrubbing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.changes import Topic
from app.data.engine import raw_connect
from app.data.scrub import scrub
from tests.decrypt import everything_in
from tests.workspaces import DEK, made_database, opened, passes, save

WORD = "pludselig"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made_database(tmp_path)


@pytest.fixture
def file(path: Path) -> Iterator[Any]:
    with closing(raw_connect(path, DEK, leak_ok=passes)) as connection:
        yield connection


def lies(path: Path) -> bool:
    return WORD.encode() in everything_in(path, DEK)


def test_a_search_index_forgets_the_words_of_what_was_deleted(path: Path, file: Any) -> None:
    file.execute("CREATE VIRTUAL TABLE found USING fts5(words)")
    for number in range(50):
        file.execute("INSERT INTO found VALUES (?)", (f"{WORD} {number}",))
    file.execute("DELETE FROM found")
    assert lies(path)
    assert scrub(file)
    assert not lies(path)


def test_a_statistic_forgets_the_samples_of_what_was_deleted(path: Path, file: Any) -> None:
    file.execute("CREATE INDEX setting_value ON setting (value)")
    for number in range(500):
        file.execute("INSERT INTO setting VALUES (?, ?)", (f"n{number}", f"{WORD} {number % 7}"))
    file.execute("ANALYZE")
    file.execute("DELETE FROM setting")
    assert lies(path)
    scrub(file)
    assert not lies(path)
    assert file.execute("SELECT count(*) FROM sqlite_stat1").fetchone() == (0,)


def test_a_file_is_not_written_anew_inside_a_session(path: Path) -> None:
    with closing(opened(path)) as vault:
        save(vault, "one", WORD)
        with vault.write(Topic.SETTINGS), pytest.raises(RuntimeError):
            vault.scrub()
        vault.scrub()
        assert lies(path), "what is not deleted stays"
