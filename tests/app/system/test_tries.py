from __future__ import annotations

from pathlib import Path

import pytest

from app.system import tries
from app.system.paths import config_folder
from app.system.tries import add_try, forget_tries, read_tries


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "nancy" / "w.fasthold"


def test_what_did_not_fit_is_counted_until_it_is_forgotten(workspace: Path) -> None:
    assert read_tries(workspace) == {}
    for kind in ("passphrase", "code", "passphrase"):
        add_try(workspace, kind)
    assert read_tries(workspace) == {"code": 1, "passphrase": 2}
    forget_tries(workspace)
    assert read_tries(workspace) == {}


def test_each_file_has_its_own_count(workspace: Path, tmp_path: Path) -> None:
    add_try(workspace, "code")
    assert read_tries(tmp_path / "other.fasthold") == {}


def test_nothing_but_numbers_is_kept_and_no_place_is_told(workspace: Path) -> None:
    add_try(workspace, "passphrase")
    (kept,) = (config_folder() / "tries").iterdir()
    assert kept.read_bytes() == b'{"passphrase": 1}'
    assert "nancy" not in kept.name


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{", b'{"code": "x"}', b'{"code": -4}', b'{"other": 3}', b'{"code": null}', b"7"],
)
def test_what_cannot_be_read_counts_for_nothing(workspace: Path, content: bytes) -> None:
    add_try(workspace, "code")
    (kept,) = (config_folder() / "tries").iterdir()
    kept.write_bytes(content)
    assert read_tries(workspace) == {}


def test_a_count_that_cannot_be_kept_stops_nobody(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise OSError

    monkeypatch.setattr(tries, "write_whole", full)
    add_try(workspace, "code")
    assert read_tries(workspace) == {}


def test_it_never_counts_further_than_an_entry_can_hold(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tries, "MOST", 2)
    for _ in range(4):
        add_try(workspace, "code")
    assert read_tries(workspace) == {"code": 2}
