"""Where the keyboard goes when what it was on is taken out of the window.

Left alone, Qt passes it on to the next widget in the chain: a button that destroys something, or,
where a dialog stood before the window, the first one of all, in the sidebar.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from ui.common.button import Button

# What comes instead is laid out and shown by events that are sent before any timer runs out.
LAID_OUT = 1  # ms


def keep_near(leaving: QWidget) -> None:
    """Where the keyboard is in `leaving`, let what takes its place have it next.

    That is what bears the same name, else what is nearest; nothing that destroys. If a page
    gives the keyboard to something itself meanwhile, it stays there.
    """
    here = leaving.window().focusWidget()
    if here is None or not (here is leaving or leaving.isAncestorOf(here)):
        return
    area = _area(leaving)
    if area is None:
        return
    name, spot = here.objectName(), here.mapTo(leaving.window(), here.rect().center())
    area.setFocus()  # it holds the place, so that Qt has nothing to pass on
    QTimer.singleShot(LAID_OUT, area, lambda: _give(area, name, spot))


def come_back_after(dialog: QDialog) -> None:
    """When `dialog` closes and what it was opened from can no longer have the keyboard, let
    what is nearest have it, unless the page chose something that destroys nothing."""
    parent = dialog.parentWidget()
    opener = parent.window().focusWidget() if parent is not None else None
    area = _area(opener) if opener is not None else None
    if opener is None or area is None or opener is area:
        return
    spot = opener.mapTo(opener.window(), opener.rect().center())

    def come_back() -> None:
        if not shiboken6.isValid(opener) or not area.isAncestorOf(opener):
            return  # it was taken out, and its place is kept
        if not area.isVisible():
            return  # another page is in view by now
        now = area.window().focusWidget()
        if _takes_keyboard(opener) or (now and area.isAncestorOf(now) and _takes_keyboard(now)):
            return
        area.setFocus()
        _give(area, "", spot)

    dialog.finished.connect(lambda: QTimer.singleShot(LAID_OUT, area, come_back))


def _area(leaving: QWidget) -> QScrollArea | None:
    """Return what scrolls the content `leaving` is part of, or that of the page shown below it."""
    around = leaving.parentWidget()
    while around is not None and not around.isWindow():
        if isinstance(around, QScrollArea):
            return around
        around = around.parentWidget()
    areas = leaving.window().findChildren(QScrollArea)
    return next((one for one in areas if one.isVisible() and not leaving.isAncestorOf(one)), None)


def _give(area: QScrollArea, name: str, spot: QPoint) -> None:
    if area.window().focusWidget() is not area:
        return
    stops = [one for one in area.findChildren(QWidget) if _takes_keyboard(one)]
    named = [one for one in stops if name and one.objectName() == name]
    if nearest := min(named or stops, key=lambda one: _distance(one, spot), default=None):
        nearest.setFocus(Qt.FocusReason.OtherFocusReason)


def _takes_keyboard(widget: QWidget) -> bool:
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    if isinstance(widget, Button) and widget.destroys():
        return False
    return widget.isEnabled() and widget.isVisible()


def _distance(widget: QWidget, spot: QPoint) -> int:
    away = widget.mapTo(widget.window(), widget.rect().center()) - spot
    return away.manhattanLength()
