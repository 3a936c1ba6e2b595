"""The ring round whatever the keyboard is on: 2 px, with a gap of 2 px.

It lies outside the control, so that nothing jumps when focus comes and goes. A widget says how
it wants its ring with `set_ring`; one that says nothing has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from weakref import ReferenceType, WeakKeyDictionary, ref

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

from ui.common.override import override
from ui.common.paint import RADIUS, RING, draw_box
from ui.common.tokens import Token

_MOVES = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Destroy}
)


class Ring(StrEnum):
    """Where a focused widget's ring is drawn."""

    SELF = "self"
    PARENT = "parent"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class _Look:
    ring: Ring = Ring.NONE
    radius: int = RADIUS
    token: Token = Token.ACCENT


_NO_RING = _Look()
_looks: WeakKeyDictionary[QWidget, _Look] = WeakKeyDictionary()


def set_ring(
    widget: QWidget, ring: Ring, *, radius: int = RADIUS, token: Token = Token.ACCENT
) -> None:
    """Draw the ring of `widget` round itself, round its parent, or not at all."""
    _looks[widget] = _Look(ring, radius, token)


class FocusRing(QObject):
    """Moves one ring from widget to widget as the keyboard moves."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: _Frame | None = None
        self._last: ReferenceType[QWidget] | None = None
        # Not `focusChanged`: it also hands over the old widget, which may be half destroyed.
        app.focusObjectChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, new: QObject | None) -> None:
        # The frame belongs to the window it was last seen in, and dies with it.
        if self._frame is not None and shiboken6.isValid(self._frame):
            self._frame.leave()
            self._frame.deleteLater()
        self._frame = None
        if not isinstance(new, QWidget):
            return
        # A window that comes to the front again gives the keyboard back, and stays as it was.
        if self._last is None or self._last() is not new:
            _follow_keyboard(new)
        self._last = ref(new)
        target = _target(new)
        if target is not None and not target.isWindow():
            self._frame = _Frame(new, target)


class _Frame(QWidget):
    """The ring itself, a brother of the target's outermost ancestor that scrolls with it."""

    def __init__(self, focused: QWidget, target: QWidget) -> None:
        host, chain = _chain(target)
        super().__init__(host)
        self._target = target
        self._watched = chain
        self._look = _looks.get(focused, _NO_RING)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for widget in chain:
            widget.installEventFilter(self)
        self._follow()

    def leave(self) -> None:
        """Stop following and disappear."""
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._follow()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look
        draw_box(painter, self.rect(), None, look.token, radius=look.radius + RING, width=2)
        painter.end()

    def _follow(self) -> None:
        # While a window is taken down, its parts still move and it is gone already.
        if not all(shiboken6.isValid(one) for one in (self, self._target)):
            return
        # Asked for each time: a kept wrapper of a scroll area's viewport goes stale.
        host = self.parentWidget()
        if host is None or not self._target.isVisible():
            self.hide()
            return
        corner = self._target.mapTo(host, QPoint(0, 0))
        self.setGeometry(QRect(corner, self._target.size()).adjusted(-RING, -RING, RING, RING))
        self.raise_()
        self.show()


def _chain(target: QWidget) -> tuple[QWidget, list[QWidget]]:
    """Return where the ring is put, and everything between there and `target` that may move."""
    widget, chain = target, [target]
    while (parent := widget.parentWidget()) is not None:
        if parent.isWindow() or isinstance(parent.parentWidget(), QAbstractScrollArea):
            return parent, chain
        chain.append(parent)
        widget = parent
    return widget, chain


def _target(widget: QWidget) -> QWidget | None:
    ring = _looks.get(widget, _NO_RING).ring
    return None if ring is Ring.NONE or _came_by_mouse(widget) else _ringed(widget)


def _ringed(widget: QWidget) -> QWidget:
    """Return what the ring of `widget` lies round."""
    round_parent = _looks.get(widget, _NO_RING).ring is Ring.PARENT
    return (widget.parentWidget() or widget) if round_parent else widget


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever `widget` stands in until it is seen, its end first and then its beginning.

    What lies behind its window stays: a drop-down's list must not move the form it belongs to.
    """
    parent = widget
    while not parent.isWindow() and (above := parent.parentWidget()) is not None:
        parent = above
        if isinstance(parent, QScrollArea):
            _scroll_to(parent, widget)


def _follow_keyboard(widget: QWidget) -> None:
    # Qt scrolls to where Tab leads, but not to where arrows or a form's problem lead.
    if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
        bring_into_view(_ringed(widget))


def _scroll_to(area: QScrollArea, widget: QWidget) -> None:
    # In a field Qt is content when the cursor shows: the edge below it would be cut off.
    room = 2 * RING
    area.ensureWidgetVisible(widget, 0, room)
    body = area.widget()
    if body is None or widget.height() + 2 * room > area.viewport().height():
        return
    corner = widget.mapTo(body, QPoint(0, 0))
    area.ensureVisible(corner.x(), corner.y() + widget.height(), 0, room)
    area.ensureVisible(corner.x(), corner.y(), 0, room)


def _came_by_mouse(widget: QWidget) -> bool:
    # Where one types, the ring shows at any rate; on a button it is for the keyboard.
    if widget.inherits("QLineEdit") or widget.inherits("QPlainTextEdit"):
        return False
    return QApplication.mouseButtons() != Qt.MouseButton.NoButton
