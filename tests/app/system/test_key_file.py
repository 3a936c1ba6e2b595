from __future__ import annotations

from pathlib import Path

import pytest

from app.system import key_file, keys
from app.system.key_file import KeyFile, main_place, read_copies, read_one, spare_place
from app.system.unlock import header_key
from tests.workspaces import CHEAP, DEK, PHRASE

WID = "0123456789abcdef"


def made(gen: int = 1, phrase: str = PHRASE) -> KeyFile:
    slot = keys.passphrase_slot(WID, DEK, phrase, CHEAP)
    return KeyFile(wid=WID, gen=gen, slots=(slot,)).sealed(header_key(DEK))


def test_it_is_written_in_three_places_and_read_from_each(tmp_path: Path) -> None:
    workspace, file = tmp_path / "w.fasthold", made()
    key_file.write_everywhere(workspace, file)
    assert read_copies(workspace) == (file, file, file)
    main_place(workspace).unlink()
    spare_place(workspace).unlink()
    assert read_copies(workspace) == (file,)


def test_no_place_names_the_folder_of_the_workspace(tmp_path: Path) -> None:
    workspace = tmp_path / "nancy" / "w.fasthold"
    workspace.parent.mkdir()
    key_file.write_everywhere(workspace, made())
    elsewhere = [path for path in tmp_path.rglob("*.keys") if path.parent != workspace.parent]
    assert len(elsewhere) == 1
    assert "nancy" not in elsewhere[0].name
    assert b"nancy" not in elsewhere[0].read_bytes()


def test_the_newest_generation_comes_first(tmp_path: Path) -> None:
    workspace = tmp_path / "w.fasthold"
    key_file.write_everywhere(workspace, made(gen=1))
    main_place(workspace).write_bytes(made(gen=2).content())
    assert [copy.gen for copy in read_copies(workspace)] == [2, 1, 1]


def test_keys_of_a_workspace_that_lay_here_before_are_kept_and_not_tried(tmp_path: Path) -> None:
    workspace = tmp_path / "w.fasthold"
    key_file.write_everywhere(workspace, made())
    main_place(workspace).unlink()
    spare_place(workspace).unlink()
    later = KeyFile(wid="f" * 16, gen=1, slots=()).sealed(header_key(DEK))
    key_file.write_everywhere(workspace, later)
    assert {copy.wid for copy in read_copies(workspace)} == {"f" * 16}
    main_place(workspace).unlink()
    spare_place(workspace).unlink()
    assert {copy.wid for copy in read_copies(workspace)} == {WID, "f" * 16}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"v":1,"wid":"../../x","gen":1,"slots":[],"mac":""}',
        b'{"v":2,"wid":"0123456789abcdef","gen":1,"slots":[],"mac":""}',
        b'{"v":1,"wid":"0123456789abcdef","gen":true,"slots":[],"mac":""}',
        b'{"v":1,"wid":"0123456789abcdef","gen":1,"slots":[{}],"mac":""}',
        b'{"v":1,"wid":"0123456789abcdef","gen":1,"slots":[],"mac":"","more":1}',
        b" " * 70_000,
    ],
)
def test_what_is_no_key_file_is_not_read(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "w.keys"
    place.write_bytes(content)
    assert read_one(place) is None


def test_a_replaced_slot_makes_a_new_generation_under_a_new_seal() -> None:
    old = made()
    slot = keys.code_slot(WID, DEK, bytes(20))
    new = old.with_slot(slot, header_key(DEK))
    assert new.gen == 2
    assert {one.kind for one in new.slots} == {"passphrase", "code"}
    assert new.is_sealed_by(header_key(DEK))
    assert new.without("code", header_key(DEK)).slots == old.slots


def test_with_three_slots_it_stays_small() -> None:
    file = made().with_slot(keys.code_slot(WID, DEK, bytes(20)), header_key(DEK))
    file = file.with_slot(
        keys.keychain_slot(WID, DEK, bytes(32), f"Fasthold:{WID}:3"), header_key(DEK)
    )
    assert len(file.content()) < 1_000
