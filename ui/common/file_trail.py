"""Where somebody opened and saved files is remembered nowhere outside the encrypted file.

When a `QFileDialog` ends, Qt writes the folders it was in into its own settings, in clear: into
`QtProject.conf`, on Windows into the registry, and for the system's dialogs too.
"""

from __future__ import annotations

import os

from PySide6.QtCore import QSettings

_QT, _GROUP = "QtProject", "FileDialog"
_TRAIL = ("history", "lastVisited", "shortcuts")


def keep_no_trail() -> None:
    """Let Qt's own settings lie where nothing can be written, as long as this program runs."""
    # Not only round a dialog: it writes when it is destroyed, which can be as late as the window.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


class Trail:
    """What Qt remembered before a dialog. `put_back` makes that all it remembers.

    For the registry, and for the preferences of macOS: they cannot be moved away.
    """

    def __init__(self) -> None:
        settings = _settings()
        self._before = {key: settings.value(key) for key in _TRAIL if settings.contains(key)}

    def put_back(self) -> None:
        """Undo what a dialog wrote since; what other programs wrote before stays theirs."""
        settings = _settings()
        for key in _TRAIL:
            if key in self._before:
                settings.setValue(key, self._before[key])
            else:
                settings.remove(key)
        settings.sync()


def _settings() -> QSettings:
    settings = QSettings(QSettings.Scope.UserScope, _QT)
    settings.beginGroup(_GROUP)
    return settings
