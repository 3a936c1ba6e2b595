"""Where Fasthold keeps its own things on this computer, and where its bundled files lie."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import PlatformDirs

DIRS = PlatformDirs("Fasthold", appauthor=False)
# A frozen app keeps the packages' places, so resources/ lies two floors up there as well.
RESOURCES = Path(__file__).parents[2] / "resources"

_CLIENTS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "nextcloud": "Nextcloud",
    "mobile documents": "iCloud",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
}


def resource(*parts: str) -> Path:
    """Return the bundled file or folder `resources/parts…`."""
    return RESOURCES.joinpath(*parts)


def default_workspace() -> Path:
    """Return where the workspace lies unless the user says otherwise. Nothing is made here."""
    return DIRS.user_data_path / "workspace.fasthold"


def config_folder() -> Path:
    """Return the folder of machine settings, made if need be."""
    return made(DIRS.user_config_path)


def log_folder() -> Path:
    """Return the folder of the log, made if need be."""
    return made(DIRS.user_log_path)


def settings_file() -> Path:
    """Return the file of machine settings."""
    return config_folder() / "settings.json"


def made(folder: Path) -> Path:
    """Return `folder`, made for this user alone if it was not there."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def sync_client(place: Path) -> str:
    """Return the name of the sync client or network that `place` lies in, or an empty text."""
    full = Path(os.path.abspath(place))  # noqa: PTH100 -- resolve() would ask a network drive
    if str(full).startswith(("\\\\", "//")):
        return full.parts[0].strip("\\/") or "network"
    for part in full.parts:
        for mark, name in _CLIENTS.items():
            if part.lower() == mark or part.lower().startswith(f"{mark} -"):
                return name
    return _client_by_environment(full)


def _client_by_environment(full: Path) -> str:
    for variable, folder in os.environ.items():
        if variable.upper().startswith("ONEDRIVE") and folder and full.is_relative_to(folder):
            return "OneDrive"
    if _dropbox_holds(full):
        return "Dropbox"
    return "iCloud" if _icloud_desktop_holds(full) else ""


def _dropbox_holds(full: Path) -> bool:
    """Dropbox tells other programs where its folder is in a small file."""
    try:
        text = (Path.home() / ".dropbox" / "info.json").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return any(f'"{parent}"' in text.replace("\\\\", "\\") for parent in full.parents)


def _icloud_desktop_holds(full: Path) -> bool:
    """macOS can keep Desktop and Documents in iCloud; they then have a twin in Mobile Documents."""
    cloud = Path.home() / "Library" / "Mobile Documents" / "com~apple~CloudDocs"
    return any(
        (cloud / name).exists() and full.is_relative_to(Path.home() / name)
        for name in ("Desktop", "Documents")
    )
