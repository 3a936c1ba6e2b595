"""The lock wins: windows go blank first, then what was typed is kept, then the file is closed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from app.domain.audit import Word
from app.domain.problem import FastholdError
from app.domain.words import clock_time
from app.system.clock import local, now_utc
from ui.common.clipboard import empty_clipboard
from ui.common.draft_memory import flush_all

if TYPE_CHECKING:
    from app.bootstrap import Services


def blank(window: QWidget, page: QWidget) -> None:
    """Let `page` and every other window be gone from the screen, before anything else happens."""
    QToolTip.hideText()
    page.hide()
    for other in QApplication.topLevelWidgets():
        if other is window or not other.isVisible():
            continue
        other.hide()
        if isinstance(other, QDialog):
            other.deleteLater()
    window.repaint()


def put_away(services: Services | None, cause: Word = Word.CLOSED) -> bool:
    """Keep every unfinished edit, note the lock, close the file; return whether an edit waits.

    The file is closed whatever happens before: an edit that cannot be kept must not keep it open.
    """
    waits = False
    try:
        with suppress(FastholdError):
            flush_all()
        with suppress(FastholdError):
            waits = bool(services and services.draft.waiting())
        if services is not None:
            services.audit.note_locked(cause)
    finally:
        if services is not None:
            services.vault.close()
        empty_clipboard()
    return waits


def time_now() -> str:
    """Return the time of day as it is read."""
    return clock_time(local(now_utc()))
