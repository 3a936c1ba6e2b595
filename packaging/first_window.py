"""Starts a window and leaves the moment its first picture is painted; bench.py times the process.

first_window.py empty              an empty PySide6 window
first_window.py fasthold [ARGS]    Fasthold, as its own command starts it
first_window.py modules [ARGS]     the same, and prints what had been imported until then
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

WHAT = sys.argv[1]
run_event_loop = QApplication.exec


class Watch(QObject):
    """Ends the process once a window with a title has been painted."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """See every event of the application on its way."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            window = watched.window()
            if window.isVisible() and window.windowTitle():
                if WHAT == "modules":
                    sys.stdout.write("\n".join(sys.modules) + "\n")
                    sys.stdout.flush()
                # The event is only on its way: leave when this and all other pictures are painted.
                self._app.removeEventFilter(self)
                QTimer.singleShot(0, lambda: os._exit(0))
        return False


def watch_and_run(*_: object) -> int:
    """Run the event loop with a watch on the application."""
    app = QApplication.instance()
    if app is not None:
        Watch(app)
    return run_event_loop()


def show_empty_window() -> None:
    """Show what every PySide6 program must at least load."""
    app = QApplication(sys.argv[:1])
    window = QWidget(windowTitle="empty")
    window.resize(1366, 768)
    window.show()
    app.exec()


def start_fasthold() -> None:
    """Start Fasthold as its own command does."""
    sys.argv = ["fasthold", *sys.argv[2:]]
    import_module("ui.__main__").main()  # not before: its imports are part of what is timed


if __name__ == "__main__":
    QApplication.exec = watch_and_run  # type: ignore[method-assign]
    show_empty_window() if WHAT == "empty" else start_fasthold()
