"""Keeps PySide from reading our source: imported for that alone, and before the other windows.

WORKAROUND PySide6 6.12: after each import it reads the imported module's source, and looks in it
for »PySide6«, to know whether `__feature__` may be asked for there. That is never done here, and
the reading takes a tenth of the time to the first window.
"""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401 -- what is turned off comes with it


def _uses_no_feature(_module: object) -> bool:
    return False


def _leave_sources_unread() -> None:
    support = sys.modules.get("shibokensupport.feature")
    if support is not None and "_mod_uses_pyside" in vars(support):
        vars(support)["_mod_uses_pyside"] = _uses_no_feature


_leave_sources_unread()
