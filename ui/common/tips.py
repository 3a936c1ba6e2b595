"""Tool tips in the colours of the theme.

Qt makes the window of a tip, and measures and places it, in one go. It dresses it as what it
belongs to; so a tip belongs to something in its widget that wears the dress of tips.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.common.ears import listen
from ui.common.shown import as_tip
from ui.common.style_sheet import TIP, wear


@runtime_checkable
class HasTips(Protocol):
    """Something painted that says different things at different places."""

    def tip_at(self, place: QPoint) -> str:
        """Return what is said there, or nothing."""


def dress_tips(owner: QObject) -> None:
    """Show tool tips in our colours as long as `owner` lives."""
    listen(owner, _on_asked)


def _on_asked(watched: QObject, event: QEvent) -> bool:
    asked = isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip
    if not asked or not isinstance(watched, QWidget) or not isinstance(event, QHelpEvent):
        return False
    painted = as_tip(watched.tip_at(event.pos())) if isinstance(watched, HasTips) else ""
    words = painted or watched.toolTip()  # that was made plain by whoever set it
    if not words:
        QToolTip.hideText()
        return False  # what it stands in may have one
    QToolTip.showText(event.globalPos(), words, _wearer(watched))
    return True


def _wearer(widget: QWidget) -> QWidget:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return widget.findChild(_Wearer, options=direct) or _Wearer(widget)


class _Wearer(QWidget):
    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.hide()
        wear(self, TIP)
