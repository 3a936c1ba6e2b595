"""Where a message lies over a page: it moves nothing, and covers nothing one is about to use."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.common.button import Button, Kind
from ui.common.field import Field
from ui.common.fonts import Role
from ui.common.text import Text

MOST_WIDE = 720
SIDE, EDGE = 24, 12  # from the sides of the page, and from its top and foot
_ROUND = 4  # px kept free round what one is about to use: its focus ring
_STEP = 24  # px between the places that are tried one above the other
_NEVER, _RATHER_NOT, _BRIEFLY = 1_000, 10, 1  # how bad it is to cover something
_UNEXPECTED = 5  # how bad it is not to be at the foot, where one looks for it
_TITLES = {Role.PAGE_TITLE: _NEVER, Role.CARD_TITLE: _BRIEFLY}


def free_place(size: QSize, area: QWidget) -> QRect:
    """Return where in the window a message of this size covers least of `area`.

    At the foot if that is free: to the left, in the middle, to the right; else as near to it as
    there is room, and at the top if nowhere else.
    """
    inside = QRect(area.mapTo(area.window(), QPoint(0, 0)), area.size())
    inside = inside.adjusted(SIDE, EDGE, -SIDE, -EDGE)
    pointer = QRect(area.window().mapFromGlobal(QCursor.pos()), QSize(1, 1))
    used = [(_NEVER, _around(pointer)), *_used(area)]
    foot, top = inside.bottom() + 1 - size.height(), inside.top()
    right = inside.right() + 1 - size.width()
    across = (inside.left(), inside.center().x() - size.width() // 2, right)
    heights = [*range(foot, top, -_STEP), top]
    places = [QRect(QPoint(x, y), size) for y in heights for x in across]

    def harm(place: QRect) -> int:
        covered = sum(bad for bad, at in used if at.intersects(place))
        return covered + (0 if place.top() == foot else _UNEXPECTED)

    return min(places, key=harm)


def is_in_the_way(place: QRect, area: QWidget) -> bool:
    """Return whether a message there covers what one is likely to use next."""
    return any(bad == _NEVER and at.intersects(place) for bad, at in _used(area))


def _used(area: QWidget) -> list[tuple[int, QRect]]:
    """Return what one may use next, and how bad it is to cover it."""
    here = area.window().focusWidget()
    parts: list[QWidget] = [
        *area.findChildren(QAbstractButton),
        *area.findChildren(Field),
        *area.findChildren(Text),
    ]
    used = [(_weight(part), _around(_at(part))) for part in parts if part.isVisible()]
    if here is not None and area.isAncestorOf(here) and here.isVisible():
        used.append((_NEVER, _around(_at(here))))
    return used


def _weight(widget: QWidget) -> int:
    if isinstance(widget, Text):
        return _TITLES.get(widget.role(), 0)
    if not isinstance(widget, Button):
        return _BRIEFLY  # a cell, a card or a field among others
    return _NEVER if widget.kind() is Kind.PRIMARY or widget.destroys() else _RATHER_NOT


def _at(widget: QWidget) -> QRect:
    """Return what is seen of `widget`, in the window."""
    seen = widget.visibleRegion().boundingRect()
    return seen.translated(widget.mapTo(widget.window(), QPoint(0, 0)))


def _around(rect: QRect) -> QRect:
    return rect.adjusted(-_ROUND, -_ROUND, _ROUND, _ROUND) if not rect.isEmpty() else QRect()
