from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.problem import FileDamaged
from app.system import key_file, keys
from app.system.key_file import KeyFile, main_place, read_one, spare_place
from app.system.unlock import data_key, header_key
from tests.workspaces import CHEAP, DEK, PHRASE

WID = "0123456789abcdef"
SECRET = bytes(20)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    slots = (keys.passphrase_slot(WID, DEK, PHRASE, CHEAP), keys.code_slot(WID, DEK, SECRET))
    file = KeyFile(wid=WID, gen=1, slots=slots).sealed(header_key(DEK))
    key_file.write_everywhere(tmp_path / "w.fasthold", file)
    return tmp_path / "w.fasthold"


def by_phrase(workspace: Path, phrase: str = PHRASE) -> bytes | None:
    return data_key(workspace, "passphrase", lambda slot: keys.passphrase_key(slot, phrase, CHEAP))


def test_either_key_opens(workspace: Path) -> None:
    assert by_phrase(workspace) == DEK
    assert data_key(workspace, "code", lambda _slot: keys.code_key(SECRET)) == DEK
    assert data_key(workspace, "keychain", lambda _slot: bytes(32)) is None


def test_a_wrong_passphrase_is_derived_once_for_all_copies(workspace: Path) -> None:
    asked: list[str] = []

    def key_of(slot: key_file.Slot) -> bytes:
        asked.append(slot.kind)
        return bytes(32)

    assert data_key(workspace, "passphrase", key_of) is None
    assert asked == ["passphrase"]


@pytest.mark.parametrize("lost", [main_place, spare_place])
def test_a_lost_copy_is_mended_from_another(workspace: Path, lost: Any) -> None:
    whole = lost(workspace).read_bytes()
    lost(workspace).write_bytes(b"{")
    assert by_phrase(workspace) == DEK
    assert lost(workspace).read_bytes() == whole


def test_without_any_copy_the_sentence_says_what_is_missing(workspace: Path) -> None:
    for place in workspace.parent.rglob("*.keys*"):
        place.unlink()
    with pytest.raises(FileDamaged, match="key file is missing"):
        by_phrase(workspace)


def test_an_older_generation_cannot_bring_back_an_old_passphrase(workspace: Path) -> None:
    old = read_one(main_place(workspace))
    assert old is not None
    slot = keys.passphrase_slot(WID, DEK, "en helt anden sætning", CHEAP)
    key_file.write_everywhere(workspace, old.with_slot(slot, header_key(DEK)))
    spare_place(workspace).write_bytes(old.content())
    assert by_phrase(workspace) is None
    assert by_phrase(workspace, "en helt anden sætning") == DEK
    assert spare_place(workspace).read_bytes() == main_place(workspace).read_bytes()


def test_an_added_slot_is_noticed(workspace: Path) -> None:
    for place in workspace.parent.rglob("*.keys*"):
        plain = json.loads(place.read_bytes())
        plain["slots"] = plain["slots"][:1]
        place.write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(FileDamaged, match="changed by something else"):
        by_phrase(workspace)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=st.integers(0, 10_000), value=st.integers(0, 255))
def test_no_changed_byte_of_the_key_file_is_accepted(
    workspace: Path, place: int, value: int
) -> None:
    whole = _only_copy(workspace)
    content = bytearray(whole)
    content[place % len(content)] = value
    main_place(workspace).write_bytes(content)
    try:
        opened = by_phrase(workspace)
    except FileDamaged:
        opened = None
    unchanged = read_one(main_place(workspace)) is not None and _same(bytes(content), whole)
    main_place(workspace).write_bytes(whole)
    assert opened == (DEK if unchanged else None)


def _only_copy(workspace: Path) -> bytes:
    whole = main_place(workspace).read_bytes()
    for place in workspace.parent.rglob("*.keys*"):
        place.unlink()
    main_place(workspace).write_bytes(whole)
    return whole


def _same(one: bytes, other: bytes) -> bool:
    try:
        return bool(json.loads(one.lower()) == json.loads(other.lower()))
    except ValueError:
        return False
