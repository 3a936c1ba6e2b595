"""Taking widgets out of a window for good, even in the middle of what they were clicked for."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

from ui.common.keyboard import keep_near


def discard(widget: QWidget) -> None:
    """Hide `widget`, take it out of its window at once, delete it when nobody uses it."""
    keep_near(widget)
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def clear(layout: QLayout) -> None:
    """Discard every widget in `layout`."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            discard(widget)
