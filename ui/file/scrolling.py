"""A page of this room: scrolls up and down when the window is small, never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolling(inner: QWidget) -> QScrollArea:
    """Return `inner` in an area that scrolls it."""
    inner.setObjectName("page_body")
    area = QScrollArea(widgetResizable=True)
    # One made by Qt would be met first by whoever asks for its children's parent, and PySide then
    # looks through every kind of widget there is: 14 ms of the time to the first picture.
    area.setViewport(QWidget())
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
