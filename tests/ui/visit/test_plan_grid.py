"""The plan is one painted view: each visit in it is pointed at, heard and moved to all the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from tests.builders import practice_draft
from tests.plan import block, click_block, grid, heard, press_in_plan, shown, stand_on
from tests.windows import find
from ui.common.tips import HasTips
from ui.visit.plan_rows import BlockState
from ui.visit.visit_page import VisitPage
from ui.visit.visit_panel import VisitPanel

SOUTH = "Lægehuset Søndergade"


def move_to(page: VisitPage, place: QPoint) -> None:
    QTest.mouseMove(grid(page).viewport(), place)


def add_practices(page: VisitPage, services: Services, qtbot: QtBot) -> None:
    """Make the plan higher than the window."""
    for number in range(12):
        services.practice.add_practice(practice_draft(f"Sted {number:02}"))
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().maximum() > 0)


@pytest.mark.usefixtures("practice")
def test_a_screen_reader_hears_every_visit_and_where_the_keyboard_is(page: VisitPage) -> None:
    plan = QAccessible.queryAccessibleInterface(grid(page))
    assert plan.text(QAccessible.Text.Name) == "Half-year plan"
    assert plan.childCount() == len(shown(page)) == 4
    name, more = heard(page, block(page, BlockState.PROPOSED))
    assert name == f"{SOUTH}, Wednesday 9 September at 12:30: Proposed"
    assert more == "Drag it to another day, or hold Shift and press the arrows."
    stand_on(page, shown(page)[0])
    press_in_plan(page, Qt.Key.Key_End)
    here = plan.focusChild()
    assert here is not None
    assert here.text(QAccessible.Text.Name).startswith(f"{SOUTH}, Wednesday 2 December")


@pytest.mark.usefixtures("practice")
def test_the_pointer_finds_a_visit_where_it_is_painted(page: VisitPage) -> None:
    one = block(page, BlockState.HELD)
    corner = grid(page).viewport().mapToGlobal(one.box().center())
    item = QAccessible.queryAccessibleInterface(grid(page)).childAt(corner.x(), corner.y())
    assert item is not None
    assert item.text(QAccessible.Text.Name) == heard(page, one)[0]
    assert item.rect().contains(corner)


@pytest.mark.usefixtures("practice")
def test_a_visit_that_can_be_carried_shows_an_open_hand_and_its_tip(page: VisitPage) -> None:
    plan, one = grid(page), block(page, BlockState.PROPOSED)
    move_to(page, one.box().center())
    assert plan.cursor().shape() is Qt.CursorShape.OpenHandCursor
    assert isinstance(plan.viewport(), HasTips)
    assert plan.tip_at(one.box().center()).startswith(f"{SOUTH}, Wednesday 9 September at 12:30")
    move_to(page, block(page, BlockState.HELD).box().center())
    assert plan.cursor().shape() is Qt.CursorShape.ArrowCursor
    move_to(page, QPoint(4, 4))
    assert plan._hovered == ""


@pytest.mark.usefixtures("practice")
def test_a_click_beside_all_visits_chooses_none(page: VisitPage) -> None:
    one = block(page, BlockState.HELD)
    QTest.mouseClick(
        grid(page).viewport(),
        Qt.MouseButton.LeftButton,
        pos=one.room().bottomRight() + QPoint(9, 9),
    )
    assert not find(page, VisitPanel).isVisible()
    QTest.mouseClick(grid(page).viewport(), Qt.MouseButton.RightButton, pos=one.box().center())
    assert not find(page, VisitPanel).isVisible()


@pytest.mark.usefixtures("practice")
def test_a_visit_pressed_and_let_go_elsewhere_is_not_chosen(page: VisitPage) -> None:
    one, plan = block(page, BlockState.HELD), grid(page).viewport()
    QTest.mousePress(plan, Qt.MouseButton.LeftButton, pos=one.box().center())
    QTest.mouseRelease(plan, Qt.MouseButton.LeftButton, pos=one.box().center() + QPoint(0, 70))
    assert not find(page, VisitPanel).isVisible()


@pytest.mark.usefixtures("practice")
def test_what_is_chosen_is_marked_for_the_eye_and_the_ear(page: VisitPage) -> None:
    one = block(page, BlockState.HELD)
    click_block(page, one)
    row = [other.block.key for other in shown(page)].index(one.block.key)
    items = QAccessible.queryAccessibleInterface(grid(page))
    chosen = [items.child(place).state().selected for place in range(items.childCount())]
    assert [place for place, is_chosen in enumerate(chosen) if is_chosen] == [row]


@pytest.mark.usefixtures("practice")
def test_arrows_bring_a_practice_far_below_into_view(
    page: VisitPage, services: Services, qtbot: QtBot
) -> None:
    add_practices(page, services, qtbot)
    stand_on(page, shown(page)[0])
    for _step in range(12):
        press_in_plan(page, Qt.Key.Key_Down)
    here = grid(page).visualRect(grid(page).currentIndex())
    assert grid(page).visibleRegion().contains(here)
    assert page.area.verticalScrollBar().value() > 0


@pytest.mark.usefixtures("practice")
def test_the_wheel_over_the_plan_scrolls_the_page(
    page: VisitPage, services: Services, qtbot: QtBot
) -> None:
    add_practices(page, services, qtbot)
    window, bar = page.window(), page.area.verticalScrollBar()
    bar.setValue(0)
    place = grid(page).viewport().mapTo(window, QPoint(200, 200))
    QTest.wheelEvent(window.windowHandle(), place, QPoint(0, -240))
    assert bar.value() > 0


def test_a_plan_without_visits_is_no_stop_for_the_keyboard(page: VisitPage) -> None:
    assert grid(page).focusPolicy() is Qt.FocusPolicy.NoFocus
    assert page.primary_focus() is None
