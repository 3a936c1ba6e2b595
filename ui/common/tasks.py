"""Slow work, done away from the window and brought back to it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.problem import FastholdError
from ui.common.errors import show_error

Result = TypeVar("Result")


class Cancelled(FastholdError):
    """The person asked slow work to stop, and it did."""


class Progress(QObject):
    """How far slow work is. `work` reports here; a window listens and may cancel."""

    advanced = Signal(int, int)  # done, total

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = False

    def report(self, done: int, total: int) -> None:
        """Say how far the work is; raise `Cancelled` if it is no longer wanted."""
        if self._cancelled:
            raise Cancelled
        self.advanced.emit(done, total)

    def cancel(self) -> None:
        """Let the work stop at its next report."""
        self._cancelled = True


class TaskRunner(QObject):
    """Runs one task at a time on a single worker thread, in the language of the window.

    `work` must not touch a widget. `done` and `failed` run on the window's thread, and not at
    all once `owner` has been deleted, nor when the work was cancelled.
    """

    busy_changed = Signal(bool)
    _landed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="fasthold")
        self._flying = 0
        self._landed.connect(self._land)

    def run(
        self,
        work: Callable[[], Result],
        *,
        owner: QWidget,
        done: Callable[[Result], object],
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        """Start `work`; hand its result to `done`, or its error to `failed` or the person."""

        def finish(future: Future[Result]) -> None:
            if not shiboken6.isValid(owner):
                return
            error = future.exception()
            if error is None:
                done(future.result())
            elif not isinstance(error, Cancelled):
                (failed or (lambda trouble: show_error(owner, trouble)))(error)

        self._flying += 1
        self.busy_changed.emit(True)
        future = self._pool.submit(copy_context().run, work)
        future.add_done_callback(lambda landed: self._landed.emit(lambda: finish(landed)))

    def wait(self) -> None:
        """Block until the running task is over. For shutdown and tests."""
        self._pool.shutdown(wait=True)

    def _land(self, finish: Callable[[], None]) -> None:
        self._flying -= 1
        self.busy_changed.emit(self._flying > 0)
        finish()
