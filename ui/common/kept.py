"""Keeps Python's own constants where Qt would use them up."""

from __future__ import annotations

import sys
from functools import cache

_PLENTY = 1 << 40


@cache
def keep_what_qt_drops() -> None:
    """Let a run of many hours have enough of them; called early in the life of a program."""
    # WORKAROUND PySide6 6.12: it hands out None and True as if nobody counted them, which is so
    # from Python 3.12 on. Python 3.11 counts, and ends the program when the last one is gone:
    # after some ten thousand calls, a few minutes of work.
    if sys.version_info < (3, 12):
        import ctypes  # takes part of the time to the first window, which needs few calls

        for counted in (None, True, False):
            ctypes.c_ssize_t.from_address(id(counted)).value += _PLENTY
