"""Widgets below one another or at the left, as one widget."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


def stacked(*widgets: QWidget, gap: int = 10) -> QWidget:
    """Return `widgets` below one another."""
    stack = QWidget()
    column = QVBoxLayout(stack)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    for widget in widgets:
        column.addWidget(widget)
    return stack


def at_left(widget: QWidget) -> QWidget:
    """Return `widget` at the left of a line, no wider than it wishes."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return line
