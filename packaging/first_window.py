"""Starts a window and leaves the moment its first picture is painted; bench.py times the process.

first_window.py empty              an empty PySide6 window
first_window.py fasthold [ARGS]    Fasthold, as its own command starts it
first_window.py modules [ARGS]     the same, and prints what had been imported until then
"""

from __future__ import annotations

import sys
from importlib import import_module


def show_empty_window() -> None:
    """Show what every PySide6 program must at least load."""
    widgets = import_module("PySide6.QtWidgets")
    import_module("watch").leave_at_first_picture()
    app = widgets.QApplication(sys.argv[:1])
    window = widgets.QWidget(windowTitle="empty")
    window.resize(1366, 768)
    window.show()
    app.exec()


def start_fasthold(*, tell: bool) -> None:
    """Start Fasthold as its own command does, its imports in their own order."""
    sys.argv = ["fasthold", *sys.argv[2:]]
    main = import_module("ui.__main__").main
    import_module("ui.application")
    import_module("watch").leave_at_first_picture(tell=tell)
    main()


if __name__ == "__main__":
    what = sys.argv[1]
    show_empty_window() if what == "empty" else start_fasthold(tell=what == "modules")
