"""The one window: what is seen before the file is open, and the frame once it is.

The first picture must come fast, so nothing here that is needed only later is imported before it:
`loading` brings in database, papers and rooms on the worker while the passphrase is written.
"""

from __future__ import annotations

from ui.main_window.window import MainWindow

__all__ = ["MainWindow"]
