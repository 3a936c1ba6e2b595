"""The clipboard of the system, as far as it holds something of ours."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication


def empty_clipboard() -> None:
    """Take back what was copied from Fasthold; what another program copied stays."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
