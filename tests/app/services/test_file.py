from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.null import Keyring as NullKeyring

from app.changes import ChangeFeed
from app.domain.language import in_language
from app.domain.problem import (
    FileDamaged,
    FileMissing,
    NotOurFile,
    Refused,
    Rejected,
    WrongPassphrase,
)
from app.services import workspace
from app.services.file import FileService, MadeFile
from app.system import files, key_file
from app.system.key_file import main_place, spare_place
from app.system.keychain import ACCOUNT
from app.system.recovery_code import as_code
from tests.workspaces import (
    PHRASE,
    contents,
    file_service,
    make_from_nothing,
    opened,
    save,
    saved,
    saved_in,
)

NEW = "en helt anden sætning"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work" / "w.fasthold"


@pytest.fixture
def service() -> FileService:
    return file_service()


@pytest.fixture
def made(service: FileService, path: Path) -> MadeFile:
    return service.make(path, PHRASE, keychain=True)


def kept(keychain: KeyringBackend, path: Path) -> str | None:
    file = key_file.read_one(main_place(path))
    slot = file.slot("keychain") if file else None
    return keychain.get_password(str(slot.x["service"]), ACCOUNT) if slot else None


def test_any_one_of_three_keys_opens(service: FileService, path: Path, made: MadeFile) -> None:
    assert made.keychain_active
    assert service.slots(path) == {"keychain", "passphrase", "code"}
    assert service.open_by_keychain(path) == made.dek
    assert service.open_by_passphrase(path, PHRASE) == made.dek
    assert service.open_by_code(path, made.recovery_code) == made.dek


def test_a_made_file_opens_and_keeps_what_is_saved(path: Path, made: MadeFile) -> None:
    vault = opened(path, made.dek)
    save(vault, "one")
    vault.close()
    assert saved_in(path, made.dek) == ["one"]


def test_neither_key_nor_code_is_shown_by_accident(made: MadeFile) -> None:
    assert made.recovery_code not in repr(made)
    assert made.dek.hex() not in repr(made)
    assert repr(made.dek) not in repr(made)


def test_before_anything_is_made_nothing_is_there(service: FileService, path: Path) -> None:
    assert not service.exists(path)
    assert service.slots(path) == frozenset()
    assert not path.parent.exists()


def test_five_words_are_proposed_and_the_bar_fills(service: FileService) -> None:
    assert len(service.propose_passphrase().split("-")) == 5
    assert service.strength("kort") == 0
    assert service.strength(service.propose_passphrase()) >= 4


def test_a_weak_passphrase_makes_nothing(service: FileService, path: Path) -> None:
    with pytest.raises(Rejected):
        service.make(path, "kort", keychain=True)
    assert not path.parent.exists()


@pytest.mark.parametrize(
    "place", [lambda p: p, main_place, spare_place, lambda p: p.with_name("w.fasthold.state")]
)
def test_nothing_is_made_where_something_lies(
    service: FileService, path: Path, place: Callable[[Path], Path]
) -> None:
    path.parent.mkdir()
    place(path).write_bytes(b"")
    before = contents(path.parent)
    with pytest.raises(Refused, match="already a file"):
        service.make(path, PHRASE, keychain=True)
    assert contents(path.parent) == before
    assert service.exists(path)


@pytest.mark.parametrize(
    ("module", "step"),
    [
        (workspace, "make_database"),
        (workspace, "migrate"),
        (key_file, "write_everywhere"),
        (key_file, "heal"),
        (files, "move"),
    ],
)
def test_a_making_that_fails_leaves_nothing(
    service: FileService,
    path: Path,
    tmp_path: Path,
    keychain: KeyringBackend,
    monkeypatch: pytest.MonkeyPatch,
    module: object,
    step: str,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(workspace, "make_database", make_from_nothing)
    monkeypatch.setattr(module, step, fail)
    with pytest.raises(Exception, match="no room left"):
        service.make(path, PHRASE, keychain=True)
    assert contents(tmp_path) == {}
    assert vars(keychain)["_kept"] == {}


def test_without_a_keychain_the_file_is_made_without_that_key(
    service: FileService, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.system.keychain.backend", lambda: None)
    made = service.make(path, PHRASE, keychain=True)
    assert not service.has_keychain()
    assert not made.keychain_active
    assert service.slots(path) == {"passphrase", "code"}


def test_a_keychain_that_swallows_secrets_is_not_trusted(
    service: FileService, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.system.keychain.backend", NullKeyring)
    assert not service.make(path, PHRASE, keychain=True).keychain_active


def test_without_being_asked_the_keychain_gets_nothing(
    service: FileService, path: Path, keychain: KeyringBackend
) -> None:
    made = service.make(path, PHRASE, keychain=False)
    assert not made.keychain_active
    assert vars(keychain)["_kept"] == {}


def test_a_wrong_passphrase_is_said_and_changes_nothing_but_is_counted(
    service: FileService, path: Path, tmp_path: Path, made: MadeFile
) -> None:
    before = contents(tmp_path)
    for wrong in ("", PHRASE[:-1], PHRASE.upper(), PHRASE + " "):
        with pytest.raises(WrongPassphrase, match="does not fit"):
            service.open_by_passphrase(path, wrong)
    after = contents(tmp_path)
    counted = after.keys() - before.keys()
    assert {name: after[name] for name in before} == before
    assert [after[name] for name in counted] == [b'{"passphrase": 4}']


def test_a_wrong_code_names_the_group_or_belongs_elsewhere(
    service: FileService, path: Path, made: MadeFile
) -> None:
    other = "0" if made.recovery_code[-1] != "0" else "1"
    with pytest.raises(Rejected, match="Group 8"):
        service.open_by_code(path, made.recovery_code[:-1] + other)
    with pytest.raises(WrongPassphrase, match="another file"):
        service.open_by_code(path, as_code(secrets.token_bytes(20)))


def test_the_code_can_be_tested_from_the_paper(
    service: FileService, path: Path, made: MadeFile
) -> None:
    assert service.check_code(path, made.dek, made.recovery_code.lower())
    assert not service.check_code(path, made.dek, as_code(secrets.token_bytes(20)))


def test_what_is_no_workspace_is_said_before_any_key_is_tried(
    service: FileService, path: Path
) -> None:
    with pytest.raises(FileMissing):
        service.open_by_passphrase(path, PHRASE)
    path.parent.mkdir()
    path.write_bytes(b"")
    with pytest.raises(FileDamaged, match="empty"):
        service.open_by_passphrase(path, PHRASE)
    path.write_bytes(b"SQLite format 3\0" + bytes(8192))
    with pytest.raises(NotOurFile):
        service.open_by_code(path, as_code(bytes(20)))
    assert list(contents(path.parent)) == ["w.fasthold"]


def test_a_lost_database_is_said_and_none_is_made(
    service: FileService, path: Path, made: MadeFile
) -> None:
    path.unlink()
    assert service.exists(path)
    with pytest.raises(FileMissing):
        service.open_by_passphrase(path, PHRASE)
    with pytest.raises(FileMissing):
        opened(path, made.dek)
    assert not path.exists()


def test_a_new_passphrase_opens_and_the_old_one_no_longer(
    service: FileService, path: Path, made: MadeFile
) -> None:
    service.set_passphrase(path, service.open_by_code(path, made.recovery_code), NEW)
    assert service.open_by_passphrase(path, NEW) == made.dek
    with pytest.raises(WrongPassphrase):
        service.open_by_passphrase(path, PHRASE)
    main_place(path).unlink()
    with pytest.raises(WrongPassphrase):
        service.open_by_passphrase(path, PHRASE)
    assert service.open_by_keychain(path) == made.dek


def test_a_new_passphrase_must_be_strong_and_needs_the_key(
    service: FileService, path: Path, tmp_path: Path, made: MadeFile
) -> None:
    before = contents(tmp_path)
    with pytest.raises(Rejected):
        service.set_passphrase(path, made.dek, "kort")
    with pytest.raises(FileDamaged):
        service.set_passphrase(path, secrets.token_bytes(32), NEW)
    assert contents(tmp_path) == before


def test_a_new_code_makes_the_old_paper_worthless(
    service: FileService, path: Path, made: MadeFile
) -> None:
    code = service.new_recovery_code(path, made.dek)
    assert service.open_by_code(path, code) == made.dek
    with pytest.raises(WrongPassphrase):
        service.open_by_code(path, made.recovery_code)


def test_the_keychain_can_be_switched_off_and_on(
    service: FileService, path: Path, keychain: KeyringBackend, made: MadeFile
) -> None:
    first = kept(keychain, path)
    assert not service.set_keychain(path, made.dek, on=False)
    assert service.slots(path) == {"passphrase", "code"}
    assert vars(keychain)["_kept"] == {}
    with pytest.raises(Refused, match="Write your passphrase"):
        service.open_by_keychain(path)
    assert service.set_keychain(path, made.dek, on=True)
    assert service.open_by_keychain(path) == made.dek
    assert first != kept(keychain, path)


def test_renewing_the_keychain_leaves_one_secret_under_a_new_name(
    service: FileService, path: Path, keychain: KeyringBackend, made: MadeFile
) -> None:
    before = set(vars(keychain)["_kept"])
    assert service.set_keychain(path, made.dek, on=True)
    after = set(vars(keychain)["_kept"])
    assert len(after) == 1
    assert before != after


def test_a_keychain_that_refuses_leaves_the_old_slot(
    service: FileService, path: Path, made: MadeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("app.system.keychain.backend", lambda: None)
        assert not service.set_keychain(path, made.dek, on=True)
        with pytest.raises(Refused, match="keychain did not open"):
            service.open_by_keychain(path)
    assert service.open_by_keychain(path) == made.dek


def test_a_keychain_secret_of_another_time_is_never_called_a_wrong_passphrase(
    service: FileService, path: Path, keychain: KeyringBackend, made: MadeFile
) -> None:
    for name in vars(keychain)["_kept"]:
        vars(keychain)["_kept"][name] = "A" * 44
    with pytest.raises(Refused, match="keychain did not open"):
        service.open_by_keychain(path)


def test_a_copy_opens_with_passphrase_and_code_but_no_keychain(
    service: FileService, path: Path, tmp_path: Path, made: MadeFile
) -> None:
    vault = opened(path, made.dek)
    save(vault, "one")
    copy = service.save_copy(vault, path, tmp_path)
    save(vault, "two")
    vault.close()
    assert copy.name == "fasthold-copy-2026-09-09.fasthold"
    assert service.slots(copy) == {"passphrase", "code"}
    assert saved_in(copy, service.open_by_passphrase(copy, PHRASE)) == ["one"]
    assert service.open_by_code(copy, made.recovery_code) == made.dek


def test_copies_get_numbers_and_replace_nothing(
    service: FileService, path: Path, tmp_path: Path, made: MadeFile
) -> None:
    vault = opened(path, made.dek)
    names = [service.save_copy(vault, path, tmp_path).name for _ in range(2)]
    assert names[1] == "fasthold-copy-2026-09-09-2.fasthold"
    with pytest.raises(Refused, match="already a file"):
        service.save_copy(vault, path, tmp_path / names[0])
    assert service.save_copy(vault, path, tmp_path / "min kopi.fasthold").is_file()
    vault.close()


def test_an_older_copy_put_back_is_said(
    service: FileService, path: Path, tmp_path: Path, made: MadeFile
) -> None:
    vault = opened(path, made.dek)
    copy = service.save_copy(vault, path, tmp_path)
    assert service.missing_saves_warning(vault) == ""
    save(vault, "one")
    save(vault, "two")
    vault.close()
    path.write_bytes(copy.read_bytes())
    vault = service.open_vault(path, made.dek, ChangeFeed(), leak_ok=lambda _text: True)
    assert saved(vault) == []
    assert service.missing_saves_warning(vault).startswith("The last 2 saves are missing")
    vault.close()


def test_a_folder_in_a_sync_client_is_warned_about(service: FileService, tmp_path: Path) -> None:
    assert service.cloud_warning(tmp_path / "w.fasthold") == ""
    assert "OneDrive" in service.cloud_warning(tmp_path / "OneDrive" / "w.fasthold")


def test_every_sentence_is_in_the_catalogue(
    service: FileService, path: Path, made: MadeFile
) -> None:
    with in_language("xx"), pytest.raises(WrongPassphrase, match="⟦"):
        service.open_by_passphrase(path, "x")


def test_no_file_is_called_like_a_person(
    service: FileService, path: Path, made: MadeFile, tmp_path: Path
) -> None:
    telling = tmp_path / "Fatima Yilmaz.fasthold"
    assert [bool(service.name_warning(one)) for one in (path, telling)] == [False, True]
    with pytest.raises(Refused, match="name of the file"):
        service.make(telling, PHRASE, keychain=False)
    with closing(opened(path, made.dek)) as vault, pytest.raises(Refused, match="name of the file"):
        service.save_copy(vault, path, telling)
    assert not telling.exists()
