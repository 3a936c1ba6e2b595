"""Waits for the first picture of a window, for first_window.py. Imported after what is timed."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

run_event_loop = QApplication.exec


class Watch(QObject):
    """Ends the process once `window` has been painted.

    It sees the events of the window alone: a filter over the whole application would run Python
    for every event of every widget, and be a good part of what is timed.
    """

    def __init__(self, window: QWidget, *, tell: bool) -> None:
        super().__init__(window)
        self._window = window
        self._tell = tell
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """See the events of the window on their way."""
        if event.type() == QEvent.Type.Paint:
            self._end()
        return False

    def _end(self) -> None:
        if self._tell:
            sys.stdout.write("\n".join(sys.modules) + "\n")
            sys.stdout.flush()
        # The event is only on its way: leave when this and all other pictures are painted.
        self._window.removeEventFilter(self)
        QTimer.singleShot(0, lambda: os._exit(0))


def leave_at_first_picture(*, tell: bool = False) -> None:
    """Let the next event loop end the process; first tell what was imported, if asked."""

    def run(*_: object) -> int:
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.windowTitle():
                Watch(window, tell=tell)
        return run_event_loop()

    QApplication.exec = run  # type: ignore[method-assign]
