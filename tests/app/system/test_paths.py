from __future__ import annotations

from pathlib import Path

import pytest

from app.system import paths


def test_tests_never_see_the_real_home(tmp_path: Path) -> None:
    for place in (paths.log_folder(), paths.settings_file(), paths.default_workspace()):
        assert place.is_relative_to(tmp_path)


def test_asking_where_the_workspace_lies_makes_nothing() -> None:
    assert not paths.default_workspace().parent.exists()


def test_a_bundled_file_is_found() -> None:
    assert paths.resource("words", "danish_words.txt").is_file()


@pytest.mark.parametrize(
    ("folder", "client"),
    [
        ("OneDrive - Eksempel Kommune/Fasthold", "OneDrive"),
        ("Dropbox/w", "Dropbox"),
        ("Google Drive/w", "Google Drive"),
        ("Nextcloud/w", "Nextcloud"),
        ("Library/Mobile Documents/w", "iCloud"),
        ("Documents/my dropbox of letters", ""),
    ],
)
def test_a_folder_of_a_sync_client_is_known_by_its_name(
    tmp_path: Path, folder: str, client: str
) -> None:
    assert paths.sync_client(tmp_path / folder) == client


def test_a_folder_that_onedrive_names_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "moved"))
    assert paths.sync_client(tmp_path / "moved" / "w.fasthold") == "OneDrive"


def test_a_folder_that_dropbox_names_is_known(tmp_path: Path) -> None:
    info = Path.home() / ".dropbox" / "info.json"
    info.parent.mkdir()
    info.write_text(f'{{"personal": {{"path": "{tmp_path / "moved"}"}}}}', encoding="utf-8")
    assert paths.sync_client(tmp_path / "moved" / "w.fasthold") == "Dropbox"
    assert paths.sync_client(tmp_path / "other" / "w.fasthold") == ""


def test_a_desktop_kept_in_icloud_is_known() -> None:
    twin = Path.home() / "Library" / "Mobile Documents" / "com~apple~CloudDocs" / "Desktop"
    twin.mkdir(parents=True)
    assert paths.sync_client(Path.home() / "Desktop" / "w.fasthold") == "iCloud"
    assert paths.sync_client(Path.home() / "Documents" / "w.fasthold") == ""


def test_a_network_folder_is_known() -> None:
    assert paths.sync_client(Path("//server/share/w.fasthold"))
