"""Which file the window is about, and that it is the only window about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.services.machine import MachineSettings
from app.system.paths import default_workspace

if TYPE_CHECKING:
    from ui.file.sole_window import SoleWindow


class Place(QObject):
    """Holds the place of the one window of a file; without a file it holds none."""

    raise_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sole: SoleWindow | None = None

    @property
    def path(self) -> Path | None:
        """The file the window is about, if any."""
        return self._sole.path if self._sole else None

    def move_to(self, path: Path) -> bool:
        """Be about `path` from now on; False, and its window is called, if it has one."""
        from ui.file.sole_window import SoleWindow, ask_first_window

        if path == self.path:
            return True
        sole = SoleWindow(path, self)
        if not sole.take():
            ask_first_window(path)
            sole.deleteLater()
            return False
        self.leave()
        self._sole = sole
        sole.raise_requested.connect(self.raise_requested)
        return True

    def watch(self) -> None:
        """Listen for others who want this window."""
        if self._sole is not None:
            self._sole.take()
            self._sole.watch()

    def leave(self) -> None:
        """Be about no file."""
        if self._sole is not None:
            self._sole.leave()
            self._sole.deleteLater()
            self._sole = None


def known_file(machine: MachineSettings) -> Path | None:
    """Return the file that was open last, or the one in its usual place, if any."""
    if machine.last_file:
        return Path(machine.last_file)
    usual = default_workspace()
    return usual if usual.exists() else None


def default_place() -> Path:
    """Return where one's own file is put unless one says otherwise."""
    return default_workspace()
