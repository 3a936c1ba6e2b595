"""Waits for the first picture of a window, for first_window.py. Imported after what is timed."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

run_event_loop = QApplication.exec


class Watch(QObject):
    """Ends the process once a window with a title has been painted."""

    def __init__(self, app: QCoreApplication, *, tell: bool) -> None:
        super().__init__(app)
        self._app = app
        self._tell = tell
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """See every event of the application on its way."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            window = watched.window()
            if window.isVisible() and window.windowTitle():
                self._end()
        return False

    def _end(self) -> None:
        if self._tell:
            sys.stdout.write("\n".join(sys.modules) + "\n")
            sys.stdout.flush()
        # The event is only on its way: leave when this and all other pictures are painted.
        self._app.removeEventFilter(self)
        QTimer.singleShot(0, lambda: os._exit(0))


def leave_at_first_picture(*, tell: bool = False) -> None:
    """Let the next event loop end the process; first tell what was imported, if asked."""

    def run(*_: object) -> int:
        app = QApplication.instance()
        if app is not None:
            Watch(app, tell=tell)
        return run_event_loop()

    QApplication.exec = run  # type: ignore[method-assign]
