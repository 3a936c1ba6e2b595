"""Tab follows reading order, also through what was put into the window later; and where the
keyboard begins in a part of it.

Qt appends a new widget to the end of the chain Tab follows, wherever it stands in the window.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_tabs(root: QWidget) -> None:
    """Let Tab go through everything inside `root` in the order it is laid out."""
    for before, after in pairwise(_stops(root)):
        QWidget.setTabOrder(before, after)


def focus_into(widget: QWidget) -> None:
    """Put the keyboard on `widget`, or on the first thing in it that takes it."""
    reason = Qt.FocusReason.TabFocusReason
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        widget.setFocus(reason)
        return
    first = next((stop for stop in _stops(widget) if _takes_focus(stop)), None)
    if first is not None:
        first.setFocus(reason)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what can take the keyboard. In a group only one of the parts is a stop now, but any
    may be the next time, so all of them have their place."""
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
    for child in _children(widget):
        yield from _stops(child)


def _children(widget: QWidget) -> list[QWidget]:
    """Return the children in the order of the layout, then those that stand in none."""
    layout = widget.layout()
    laid = list(_laid_out(layout)) if layout is not None else []
    others = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and child not in laid and not child.isWindow()
    ]
    return [*laid, *others]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        inner = item.layout() if item is not None else None
        stands = item.widget() if item is not None else None
        if inner is not None:
            yield from _laid_out(inner)
        elif stands is not None:
            yield stands


def _takes_focus(widget: QWidget) -> bool:
    stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(stop) and widget.isEnabled() and widget.isVisible()
