"""Taking widgets out of a window for good, even in the middle of what they were clicked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from ui.common.keyboard import keep_near

_AGAIN = 100  # ms until those are looked at again that Qt has not yet deleted


# Taken out of its window, a widget belongs to Python, which would delete it as soon as nobody here
# names it any more: while Qt is still in the middle of it, or when memory is cleaned up, and what
# was in it is taken apart in any order. Kept here, Qt deletes it when it is done with it.
_leaving: list[QWidget] = []


def discard(widget: QWidget) -> None:
    """Hide `widget`, take it out of its window at once, delete it when nobody uses it."""
    keep_near(widget)
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
    if not _leaving:
        QTimer.singleShot(0, _let_go)
    _leaving.append(widget)


def _let_go() -> None:
    """Name those no longer that Qt has deleted."""
    _leaving[:] = [widget for widget in _leaving if shiboken6.isValid(widget)]
    if _leaving:
        QTimer.singleShot(_AGAIN, _let_go)


def clear(layout: QLayout) -> None:
    """Discard every widget in `layout`."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            discard(widget)


def stand_in(layout: QLayout) -> list[QWidget]:
    """Return the widgets in `layout`, in order."""
    items = (layout.itemAt(place) for place in range(layout.count()))
    widgets = (item.widget() for item in items if item is not None)
    return [widget for widget in widgets if widget is not None]


@contextmanager
def laid_out_once(layout: QLayout) -> Iterator[None]:
    """Lay out what is put into `layout` meanwhile when all of it is there.

    Whatever is shown in a window that is in view makes Qt lay out everything around it, each time.
    """
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.invalidate()


def put_below(column: QBoxLayout, wanted: Sequence[QWidget]) -> None:
    """Let exactly these stand in `column`, in this order: those that stand in their place already
    are not touched, and those that are not wanted any more are discarded."""
    stand = stand_in(column)
    same = 0
    while same < min(len(stand), len(wanted)) and stand[same] is wanted[same]:
        same += 1
    while column.count() > same:
        column.takeAt(column.count() - 1)
    with laid_out_once(column):
        for widget in set(stand[same:]) - set(wanted):
            discard(widget)
        for widget in wanted[same:]:
            column.addWidget(widget)
            widget.setVisible(True)  # at once: what is not shown yet cannot have the keyboard
