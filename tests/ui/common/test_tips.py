"""Tool tips wear the colours of the theme, whatever they are shown for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from ui.common.theme import Theme
from ui.common.tokens import DARK, LIGHT, Token


class Painted(QWidget):
    def tip_at(self, place: QPoint) -> str:
        return "Left" if place.x() < 10 else ""


def point_at(widget: QWidget, place: QPoint) -> QWidget | None:
    """The tip that comes up where the pointer rests."""
    asked = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, asked)
    shown = (one for one in QApplication.topLevelWidgets() if one.isVisible())
    return next((one for one in shown if one.objectName() == "qtooltip_label"), None)


def ground_of(tip: QWidget) -> QColor:
    return tip.grab().toImage().pixelColor(3, 3)


def test_a_tip_is_dark_on_light_and_light_on_dark(show: Show, theme: Theme) -> None:
    widget = QWidget()
    widget.setToolTip("What it is for")
    show(widget)
    tip = point_at(widget, QPoint(2, 2))
    assert tip is not None
    assert ground_of(tip) == QColor(LIGHT[Token.INK])
    QToolTip.hideText()
    theme.apply("dark")
    tip = point_at(widget, QPoint(2, 2))
    assert tip is not None
    assert ground_of(tip) == QColor(DARK[Token.INK])


def test_what_has_no_tip_of_its_own_has_that_of_what_it_stands_in(show: Show) -> None:
    outer, inner = QWidget(), QWidget()
    QVBoxLayout(outer).addWidget(inner)
    outer.setToolTip("Of the whole")
    show(outer)
    assert point_at(inner, QPoint(2, 2)) is not None
    assert QToolTip.text() == "Of the whole"


def test_what_is_painted_says_what_is_there(show: Show, qtbot: QtBot) -> None:
    widget = Painted()
    show(widget)
    assert point_at(widget, QPoint(2, 2)) is not None
    assert QToolTip.text() == "Left"
    point_at(widget, QPoint(30, 2))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
