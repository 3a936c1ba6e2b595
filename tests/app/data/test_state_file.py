from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.data.audit import Head
from app.data.state_file import SLOT, StateFile, place
from tests.workspaces import flip_bit

KEY = bytes(32)
NOW = datetime(2026, 9, 9, 8, 30, tzinfo=UTC)
HEAD = Head(99_999, "e" * 64)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "w.fasthold"


def state(workspace: Path, key: bytes = KEY, wid: str = "w") -> StateFile:
    file = StateFile(workspace, wid, key)
    file.read()
    return file


def test_before_the_first_save_nothing_is_known(workspace: Path) -> None:
    assert state(workspace).read() is None


def test_the_newest_save_is_known(workspace: Path) -> None:
    file = state(workspace)
    for number in (1, 2, 3):
        file.write(number, NOW, HEAD)
    known = state(workspace).read()
    assert known is not None
    assert (known.commit_seq, known.saved_at, known.audit) == (3, NOW, HEAD)
    assert place(workspace).stat().st_size == 2 * SLOT


def test_a_torn_slot_leaves_the_one_before(workspace: Path) -> None:
    file = state(workspace)
    file.write(1, NOW, HEAD)
    file.write(2, NOW, HEAD)
    content = bytearray(place(workspace).read_bytes())
    content[:40] = bytes(40)
    place(workspace).write_bytes(content)
    known = state(workspace).read()
    assert known is not None
    assert known.commit_seq == 1


def test_no_changed_bit_is_believed(workspace: Path) -> None:
    state(workspace).write(7, NOW, HEAD)
    used = SLOT + len(place(workspace).read_bytes()[SLOT:].rstrip())
    whole = place(workspace).read_bytes()
    for byte in range(SLOT, used):
        flip_bit(place(workspace), byte)
        known = state(workspace).read()
        assert known is None or known.commit_seq == 7
        place(workspace).write_bytes(whole)


@pytest.mark.parametrize(("key", "wid"), [(b"x" * 32, "w"), (KEY, "other")])
def test_the_state_of_another_workspace_is_not_believed(
    workspace: Path, key: bytes, wid: str
) -> None:
    state(workspace).write(7, NOW, HEAD)
    assert state(workspace, key, wid).read() is None


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]" * 400, b"\xff" * 1024, b"null"])
def test_rubbish_is_no_state(workspace: Path, content: bytes) -> None:
    place(workspace).write_bytes(content)
    assert state(workspace).read() is None


def test_the_state_of_a_file_that_had_no_audit_trail_yet_is_believed(workspace: Path) -> None:
    body = {"wid": "w", "turn": 1, "commit_seq": 7, "at": NOW.isoformat()}
    sealed = {**body, "mac": state(workspace)._mac(body)}
    place(workspace).write_bytes(json.dumps(sealed).encode().ljust(SLOT))
    known = state(workspace).read()
    assert known is not None
    assert (known.commit_seq, known.audit) == (7, Head())
