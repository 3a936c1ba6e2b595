"""What holds an open file in the window, what watches it, and how it is taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.bootstrap import Services
    from ui.common.change_bridge import ChangeBridge
    from ui.file.file_acts import FileActs
    from ui.file.setup_page import SetupPage
    from ui.main_window.guard import Guard
    from ui.main_window.workplace import Workplace


class Holding:
    """The page of `window` that holds a file, if one does: the set-up, or the work."""

    def __init__(self, window: QWidget, acts: FileActs) -> None:
        self._window, self._acts = window, acts
        self.setup: SetupPage | None = None
        self.work: Workplace | None = None
        self._guard: Guard | None = None
        self._bridge: ChangeBridge | None = None

    def page(self) -> Workplace | SetupPage | None:
        """Return what holds an open file, or one whose code is in view."""
        if self.setup is not None and self.setup.is_made:
            return self.setup
        return self.work

    def leave_page(self) -> None:
        """Another page takes the place of the one that held."""
        self.setup = self.work = None

    def bridge_to(self, services: Services) -> None:
        """Let the windows hear what changes in the file of `services`."""
        from ui.common.change_bridge import ChangeBridge

        self._bridge = ChangeBridge(services.changes, self._window)

    def bridge(self) -> ChangeBridge | None:
        """Return what tells of changes, while a file is open."""
        return self._bridge

    def watch(self) -> Guard:
        """Watch rest and the lock keys from now on, before there is any work."""
        from ui.main_window.guard import Guard

        self._guard = Guard(self._window)
        return self._guard

    def stop_watching(self) -> None:
        """Watch no more, neither here nor in the work."""
        if self._guard is not None:
            self._guard.stop()
            self._guard.deleteLater()
            self._guard = None
        if self.work is not None:
            self.work.stop()

    def blank(self, shown: QWidget | None) -> None:
        """Let nothing of what is open be seen any more; `shown` is the page in the window."""
        if self.page() is not None and shown is not None:
            from ui.main_window.locking import blank

            blank(self._window, shown)

    def put_away(self, cause: str = "closed") -> tuple[int, bool]:
        """Close the open file, if any, and note the `cause`; return after how many minutes it
        locks, and whether a draft waits."""
        from app.domain.audit import Word
        from ui.main_window.locking import put_away

        held = self.page()
        self.stop_watching()
        if held is None:
            return 0, False
        minutes = held.idle_minutes()
        self._acts.forget()
        waits = put_away(held.services, Word(cause))
        if self._bridge is not None:
            self._bridge.deleteLater()
            self._bridge = None
        return minutes, waits
