"""Settings of this computer, outside the encrypted file; nothing in them tells of the work.

The first window reads them before anything else is loaded, so no database is imported here, and
the rest only where it is needed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.domain.language import LANGUAGES
from app.system.paths import settings_file

THEMES = ("system", "light", "dark")
TEXT_LIMIT = 4_000


class MachineSettings:
    """Language (empty: as the system speaks), theme, the workspace that was open last, and in
    which version of Fasthold.

    No dataclass and no named tuple: either takes longer to make than a first window has.
    """

    __slots__ = ("language", "last_file", "last_version", "theme")

    def __init__(
        self,
        language: str = "",
        theme: str = "system",
        last_file: str = "",
        last_version: str = "",
    ) -> None:
        self.language, self.theme, self.last_file = language, theme, last_file
        self.last_version = last_version

    def but(self, **changes: str) -> MachineSettings:
        """Return these settings with some of them changed."""
        return MachineSettings(**(self.as_dict() | changes))

    def as_dict(self) -> dict[str, str]:
        """Return the settings by their names, as they are kept."""
        return {
            "language": self.language,
            "theme": self.theme,
            "last_file": self.last_file,
            "last_version": self.last_version,
        }

    def was_upgraded(self, version: str) -> bool:
        """Whether a file was open on this computer before, in another Fasthold than `version`."""
        return self.last_version != version and bool(self.last_version or self.last_file)


def load_machine_settings() -> MachineSettings:
    """Return what was saved on this computer; what cannot be used falls back."""
    found = _read(settings_file())
    return MachineSettings(
        language=_one_of(found, "language", ("", *LANGUAGES), ""),
        theme=_one_of(found, "theme", THEMES, "system"),
        last_file=_text(found, "last_file"),
        last_version=_text(found, "last_version"),
    )


def save_machine_settings(settings: MachineSettings) -> None:
    """Keep the settings of this computer."""
    import json

    from app.system.files import write_whole

    content = json.dumps(settings.as_dict(), ensure_ascii=False, indent=2) + "\n"
    write_whole(settings_file(), content.encode(), overwrite=True)


def _read(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    import json

    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        _ignored()
        return {}
    return found if isinstance(found, dict) else {}


def _one_of(found: dict[str, Any], name: str, choices: tuple[str, ...], default: str) -> str:
    value = found.get(name, default)
    if value in choices:
        return str(value)
    _ignored()
    return default


def _text(found: dict[str, Any], name: str) -> str:
    value = found.get(name, "")
    if isinstance(value, str) and len(value) <= TEXT_LIMIT and "\0" not in value:
        return value
    _ignored()
    return ""


def _ignored() -> None:
    from app.system.log import event  # loads all of logging, and is nearly never needed

    event("settings.value_ignored")
