"""One window per file: a second start only brings the first one forward.

A lock file says that somebody has the file. Whoever comes second leaves a note beside it, and the
first window, which watches the folder, takes the note away and shows itself.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import QFileSystemWatcher


class SoleWindow(QObject):
    """Holds the place of the one window of `path`."""

    raise_requested = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._note = note_beside(path)
        self._lock = QLockFile(str(path.with_name(f"{path.name}.lock")))
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None

    def take(self) -> bool:
        """Take the place; False if another window has it.

        Where no lock can be written there is no telling; the database has a lock of its own.
        """
        if self._lock.isLocked() or not self.path.parent.is_dir() or self._lock.tryLock(0):
            return True
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def watch(self) -> None:
        """Listen from now on for others who want this window."""
        if self._watcher is not None or not self._lock.isLocked():
            return
        from PySide6.QtCore import QFileSystemWatcher

        self._remove_note()
        self._watcher = QFileSystemWatcher([str(self.path.parent)], self)
        self._watcher.directoryChanged.connect(self._on_folder_changed)

    def leave(self) -> None:
        """Give the place up."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._lock.unlock()

    def _on_folder_changed(self) -> None:
        if self._note.exists():
            self._remove_note()
            self.raise_requested.emit()

    def _remove_note(self) -> None:
        with suppress(OSError):
            self._note.unlink(missing_ok=True)


def ask_first_window(path: Path) -> None:
    """Leave the note that brings the first window of `path` forward."""
    with suppress(OSError):
        note_beside(path).touch(mode=0o600)


def note_beside(path: Path) -> Path:
    """Return where the note of `path` lies."""
    return path.with_name(f"{path.name}.raise")
