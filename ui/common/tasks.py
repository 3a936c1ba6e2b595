"""Slow work, done away from the window and brought back to it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import Any, TypeVar

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
    _landed = Signal(int, object)  # the task's number and its Future

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="fasthold")
        self._begun = 0
        self._closed = False
        # Kept here, so that the worker never holds the last thread to a widget.
        self._flying: dict[int, Callable[[Future[Any]], None]] = {}
        self._landed.connect(self._land)

    def run(
        self,
        work: Callable[[], Result],
        *,
        owner: QWidget,
        done: Callable[[Result], object],
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        """Start `work`; hand its result to `done`, or its error to `failed` or the person. Once
        the runner has shut down nobody waits for a result any more, and nothing is begun."""
        if self._closed:
            return

        def finish(future: Future[Result]) -> None:
            if not shiboken6.isValid(owner):
                return
            error = future.exception()
            if error is None:
                done(future.result())
            elif not isinstance(error, Cancelled):
                (failed or (lambda trouble: show_error(owner, trouble)))(error)

        # Whichever thread happens to collect garbage destroys the widgets in it; away from the
        # window's thread that is a crash. So none is collected while work is done there.
        gc.disable()
        number = self._begun = self._begun + 1
        self._flying[number] = finish
        self.busy_changed.emit(True)
        future = self._pool.submit(copy_context().run, work)
        future.add_done_callback(lambda landed: self._landed.emit(number, landed))

    def wait(self) -> None:
        """Block until the running task is over. For shutdown and tests."""
        self._closed = True
        self._pool.shutdown(wait=True)
        gc.enable()

    def forget(self) -> None:
        """Let nothing that is being done now come back to the window: what asked for it goes."""
        self._flying = dict.fromkeys(self._flying, _nobody)

    def _land(self, number: int, future: Future[Any]) -> None:
        finish = self._flying.pop(number)
        if not self._flying:
            gc.enable()
        self.busy_changed.emit(bool(self._flying))
        finish(future)


def _nobody(_future: Future[Any]) -> None:
    """Take a result that nobody waits for any more."""
