"""Every text in the open windows: written, painted by hand, or said by a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

Of = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Shown:
    """One text, and the widget it stands in."""

    text: str
    widget: QWidget

    @property
    def where(self) -> str:
        """Return the widget and what it lies in, so that somebody can find it in the code."""
        above, parents = self.widget.parentWidget(), []
        while above is not None:
            if type(above).__module__.startswith("ui."):
                parents.append(type(above).__name__)
            above = above.parentWidget()
        return " in ".join([_name(self.widget), *parents[:3]])


# What a widget of each kind shows besides what every widget may say.
WRITTEN: tuple[tuple[type[QWidget], tuple[Of, ...]], ...] = (
    (QLabel, (QLabel.text,)),
    (QAbstractButton, (QAbstractButton.text,)),
    (QLineEdit, (QLineEdit.text, QLineEdit.placeholderText)),
    (QPlainTextEdit, (QPlainTextEdit.toPlainText, QPlainTextEdit.placeholderText)),
    (QTextEdit, (QTextEdit.toPlainText, QTextEdit.placeholderText)),
    (QComboBox, (QComboBox.currentText, QComboBox.placeholderText)),
)
BREAK = "\u200b"  # where a word without end may be broken; nobody sees it
SAID: tuple[Of, ...] = (
    QWidget.toolTip,
    QWidget.accessibleName,
    QWidget.accessibleDescription,
    QWidget.statusTip,
    QWidget.whatsThis,
)


def windows() -> list[QWidget]:
    """Return the top-level windows somebody can see."""
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def read_all() -> list[Shown]:
    """Return every text in every window that is open."""
    return [shown for window in windows() for shown in read(window)]


def read(window: QWidget) -> list[Shown]:
    """Return every text in `window`, scrolled out of view or not."""
    shown = _painted(window)
    if window.isWindow():
        shown.append(Shown(window.windowTitle(), window))
    for widget in (window, *window.findChildren(QWidget)):
        if widget is window or widget.isVisibleTo(window):
            shown.extend(Shown(text, widget) for text in texts_of(widget))
    whole = [Shown(one.text.replace(BREAK, ""), one.widget) for one in shown]
    return [one for one in whole if one.text and not one.text.isspace()]


def texts_of(widget: QWidget) -> Iterator[str]:
    """Yield what a widget holds, without letting it paint."""
    for kind, ways in WRITTEN:
        if isinstance(widget, kind):
            yield from (way(widget) for way in ways)
    yield from (way(widget) for way in SAID)
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, QAbstractItemView):
        yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model, root = view.model(), QModelIndex()
    if model is None:
        return
    if isinstance(view, QListView):  # its model has one column, and no head
        for row in range(model.rowCount(root)):
            yield str(model.index(row, 0, root).data(Qt.ItemDataRole.ToolTipRole) or "")
        return
    for column in range(model.columnCount(root)):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount(root)):
            yield str(model.index(row, column, root).data() or "")


def _painted(window: QWidget) -> list[Shown]:
    """Let everything paint itself, also what is scrolled out of view, and listen."""
    with _listening(window) as heard:
        window.grab()
        for area in window.findChildren(QScrollArea):
            inner = area.widget()
            if inner is not None and area.isVisibleTo(window):
                inner.grab()
    return heard


@contextmanager
def _listening(window: QWidget) -> Iterator[list[Shown]]:
    heard: list[Shown] = []
    draw = QPainter.drawText

    def listen(painter: QPainter, *told: Any) -> Any:
        device = painter.device()
        widget = device if isinstance(device, QWidget) else window
        heard.extend(Shown(one, widget) for one in told if isinstance(one, str))
        return draw(painter, *told)

    QPainter.drawText = listen  # type: ignore[method-assign,assignment]
    try:
        yield heard
    finally:
        QPainter.drawText = draw  # type: ignore[method-assign]


def _name(widget: QWidget) -> str:
    named = widget.objectName()
    return f"{type(widget).__name__}#{named}" if named else type(widget).__name__
