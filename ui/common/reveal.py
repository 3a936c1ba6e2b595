"""Bringing into view what has just been said, wherever one has scrolled to."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.common.focus_ring import bring_into_view
from ui.common.keyboard import LAID_OUT


def reveal(widget: QWidget) -> None:
    """Scroll to `widget` and all that stands in it, once that has been laid out."""
    QTimer.singleShot(LAID_OUT, widget, lambda: bring_into_view(widget))
