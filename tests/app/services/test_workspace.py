from __future__ import annotations

from pathlib import Path

import pytest
from alembic.operations import Operations
from sqlalchemy import text

from app.data import migrate as migrate_module
from app.data.file_check import check_whole
from app.data.migrate import STEPS
from app.data.vault import Vault
from app.domain.problem import DiskFull, FileDamaged
from app.services import workspace
from app.services.file import FileService, MadeFile
from app.system import key_file
from tests.workspaces import (
    PHRASE,
    TODAY,
    contents,
    file_service,
    flip_bit,
    opened,
    save,
    saved,
    saved_in,
)


class AddTable:
    def upgrade(self, op: Operations) -> None:
        op.execute("CREATE TABLE more (x)")


class Broken:
    def upgrade(self, op: Operations) -> None:
        op.execute("CREATE TABLE half (x)")
        op.execute("THIS IS NOT SQL")


@pytest.fixture
def service() -> FileService:
    return file_service()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work" / "w.fasthold"


@pytest.fixture
def made(service: FileService, path: Path) -> MadeFile:
    made = service.make(path, PHRASE, keychain=True)
    vault = opened(path, made.dek)
    save(vault, "one")
    vault.close()
    return made


def copies(path: Path) -> list[Path]:
    return sorted((path.parent / "copies").glob("*.fasthold"))


def test_an_older_file_is_copied_and_then_brought_up_to_date(
    service: FileService, path: Path, made: MadeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate_module, "STEPS", (*STEPS, AddTable()))
    vault = opened(path, made.dek)
    assert saved(vault) == ["one"]
    with vault.read() as session:
        assert session.execute(text("SELECT count(*) FROM more")).scalar() == 0
    vault.close()
    monkeypatch.undo()
    [copy] = copies(path)
    assert copy.name.startswith("before-update-20")
    assert saved_in(copy, service.open_by_passphrase(copy, PHRASE)) == ["one"]


def test_nothing_is_left_beside_an_updated_file(
    path: Path, made: MadeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(contents(path.parent))
    monkeypatch.setattr(migrate_module, "STEPS", (*STEPS, AddTable()))
    opened(path, made.dek).close()
    after = {name for name in contents(path.parent) if not name.startswith("copies")}
    assert after == before
    opened(path, made.dek).close()
    assert len(copies(path)) == 1


def test_a_failed_update_leaves_the_file_as_it_was(
    path: Path, made: MadeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(path.parent)
    monkeypatch.setattr(migrate_module, "STEPS", (*STEPS, AddTable(), Broken()))
    with pytest.raises(Exception, match="syntax error"):
        opened(path, made.dek)
    after = {
        name: content
        for name, content in contents(path.parent).items()
        if not name.startswith("copies")
    }
    assert after == before
    monkeypatch.undo()
    assert saved_in(path, made.dek) == ["one"]


@pytest.mark.parametrize("damage", ["flip", "cut", "row"])
def test_a_copy_that_is_not_whole_gets_no_name(
    service: FileService,
    path: Path,
    tmp_path: Path,
    made: MadeFile,
    monkeypatch: pytest.MonkeyPatch,
    damage: str,
) -> None:
    checked = _damage_before_the_check(monkeypatch, damage)
    vault = opened(path, made.dek)
    with pytest.raises(FileDamaged):
        service.save_copy(vault, path, tmp_path)
    assert len(checked) == 1
    assert [file.name for file in tmp_path.iterdir() if "copy" in file.name] == []
    vault.close()


def _damage_before_the_check(monkeypatch: pytest.MonkeyPatch, damage: str) -> list[Path]:
    seen: list[Path] = []

    def check(path: Path, dek: bytes) -> dict[str, int]:
        seen.append(path)
        if damage == "flip":
            flip_bit(path, 9_000)
        elif damage == "cut":
            path.write_bytes(path.read_bytes()[:-4096])
        counts = check_whole(path, dek)
        return {**counts, "setting": 0} if damage == "row" else counts

    monkeypatch.setattr("app.data.vault.check_whole", check)
    return seen


def test_a_copy_on_a_full_disk_leaves_nothing(
    service: FileService,
    path: Path,
    tmp_path: Path,
    made: MadeFile,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    vault = opened(path, made.dek)
    with monkeypatch.context() as patch:
        patch.setattr("app.system.files.sync_file", full)
        with pytest.raises(DiskFull):
            service.save_copy(vault, path, tmp_path)
    assert [file.name for file in tmp_path.iterdir() if "copy" in file.name] == []
    assert service.save_copy(vault, path, tmp_path).is_file()
    vault.close()


def test_a_copy_carries_a_key_file_under_its_own_seal(
    path: Path, tmp_path: Path, made: MadeFile
) -> None:
    vault: Vault = opened(path, made.dek)
    copy = workspace.save_copy(vault, path, tmp_path, workspace.COPY, TODAY)
    vault.close()
    carried = key_file.read_one(key_file.main_place(copy))
    assert carried is not None
    assert {slot.kind for slot in carried.slots} == {"passphrase", "code"}
