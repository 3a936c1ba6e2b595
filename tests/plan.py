"""The visits in the half-year plan, found and used as a hand would, for tests."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.windows import find
from ui.visit.plan_block import PlanBlock
from ui.visit.plan_grid import PlanGrid
from ui.visit.plan_rows import BlockState

NO_KEY = Qt.KeyboardModifier.NoModifier


def grid(page: QWidget) -> PlanGrid:
    """Return the plan on a page."""
    return find(page, PlanGrid)


def shown(page: QWidget) -> list[PlanBlock]:
    """Return the visits where they are, line by line."""
    return list(grid(page).blocks())


def block(page: QWidget, state: BlockState) -> PlanBlock:
    """Return the first visit that stands so."""
    return next(one for one in shown(page) if one.block.state is state)


def stand_on(page: QWidget, one: PlanBlock) -> None:
    """Put the keyboard on a visit."""
    grid(page).focus_block(one.block.key)


def standing_on(page: QWidget, one: PlanBlock) -> bool:
    """Return whether the keyboard is on a visit."""
    return grid(page).focused_key() == one.block.key


def press_in_plan(page: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
    """Press a key in the plan."""
    QTest.keyClick(grid(page), key, modifier)


def click_block(page: QWidget, one: PlanBlock) -> None:
    """Press and let go of a visit with the mouse."""
    place = one.box().center()
    QTest.mouseClick(grid(page).viewport(), Qt.MouseButton.LeftButton, pos=place)


def grab(page: QWidget, one: PlanBlock) -> QPoint:
    """Press the mouse on a visit; return where."""
    place = one.box().center()
    QTest.mousePress(grid(page).viewport(), Qt.MouseButton.LeftButton, pos=place)
    return place


def let_go(page: QWidget, place: QPoint) -> None:
    """Let go of the mouse."""
    QTest.mouseRelease(grid(page).viewport(), Qt.MouseButton.LeftButton, pos=place)


def heard(page: QWidget, one: PlanBlock) -> tuple[str, str]:
    """Return what a screen reader says of a visit: its name, and the rest."""
    row = [other.block.key for other in shown(page)].index(one.block.key)
    item = QAccessible.queryAccessibleInterface(grid(page)).child(row)
    return item.text(QAccessible.Text.Name), item.text(QAccessible.Text.Description)
