"""Acts on a file, done away from the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.common.tasks import TaskRunner
    from ui.file.loaded import Load, Loaded

Result = TypeVar("Result")


class FileActs:
    """Runs acts one after the other; the first one loads what all of them need."""

    def __init__(self, load: Load, parent: QWidget) -> None:
        self._load = load
        self._parent = parent
        self._tasks: TaskRunner | None = None
        self._loaded: Loaded | None = None

    def warm_up(self, owner: QWidget) -> None:
        """Load now, so that nobody waits for it later."""
        self.run(lambda _loaded: None, owner=owner, done=lambda _none: None)

    def demo_phrase(self) -> str:
        """Return the passphrase of every made-up file, once it is loaded."""
        return self._loaded.demo_phrase if self._loaded else ""

    def run(
        self,
        act: Callable[[Loaded], Result],
        *,
        owner: QWidget,
        done: Callable[[Result], object],
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        """Do `act` on the worker; `done` or `failed` come back to the window's thread."""
        self.tasks().run(lambda: act(self._ready()), owner=owner, done=done, failed=failed)

    def tasks(self) -> TaskRunner:
        """Return the worker that acts are done on; made when first asked for."""
        if self._tasks is None:
            from ui.common.tasks import TaskRunner

            self._tasks = TaskRunner(self._parent)
        return self._tasks

    def forget(self) -> None:
        """Let nothing that is being done now come back."""
        if self._tasks is not None:
            self._tasks.forget()

    def wait(self) -> None:
        """Block until nothing is being done any more."""
        if self._tasks is not None:
            self._tasks.wait()

    def _ready(self) -> Loaded:
        # Only ever asked on the one worker, so it is loaded once.
        if self._loaded is None:
            self._loaded = self._load()
        return self._loaded
