"""A visit is carried over the plan with the mouse or the keys, and what comes of it told first."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from app.bootstrap import Services
from app.domain.practice import PracticeId
from app.domain.visit import VisitId
from tests.builders import closed_draft, practice_draft, visit_draft
from tests.plan import block, grab, grid, heard, let_go, press_in_plan, stand_on, standing_on
from tests.windows import click, find, opened, type_into
from ui.common.calendar_popup import CalendarPopup
from ui.common.day_field import DayField
from ui.common.desk import Desk
from ui.visit.move_dialog import MoveDialog
from ui.visit.plan_room import PlanRoom
from ui.visit.plan_rows import BlockState, HalfYear
from ui.visit.visit_page import VisitPage
from ui.visit.visit_panel import VisitPanel
from ui.visit.week_strip import WeekStrip

SOUTH = "Lægehuset Søndergade"


def start_of(services: Services, visit: VisitId) -> str:
    return f"{services.visit.visit(visit).row.start:%Y-%m-%d %H:%M}"


@pytest.fixture
def planned(services: Services, practice: PracticeId) -> VisitId:
    """A visit planned on Wednesday 16 September, with closed days two weeks later."""
    services.practice.add_closed(practice, closed_draft("28/9/2026", "2/10/2026"))
    return services.visit.plan_visit(visit_draft(practice, "16/9/2026"))


def carry(page: VisitPage, at: QPoint, weeks: int, down: int = 0) -> QPoint:
    """Move the pressed mouse `weeks` columns to the side and `down` px; return where it is."""
    plan = grid(page)
    column = PlanRoom(HalfYear.of(date(2026, 9, 9)), plan.width()).week
    place = at + QPoint(round(weeks * column), down)
    for step in (at + QPoint(round(weeks * column / 2), down), place):
        QTest.mouseMove(plan.viewport(), step)
        QApplication.processEvents()
    return place


def told(page: VisitPage, name: str = "move_when") -> str:
    (label,) = page.window().findChildren(QLabel, name)
    return label.text() if label.isVisible() else ""


def test_a_carried_visit_says_what_comes_of_it_before_it_is_let_go(
    page: VisitPage, services: Services, desk: Desk, planned: VisitId
) -> None:
    at = grab(page, block(page, BlockState.PLANNED))
    place = carry(page, at, 1)
    assert told(page).startswith("Wednesday 23 September, week 39")
    assert "56 days after the visit held 29 July: within" in told(page, "move_rhythm")
    assert start_of(services, planned) == "2026-09-16 12:30"
    let_go(page, place)
    assert start_of(services, planned) == "2026-09-23 12:30"
    assert page.window().findChildren(QLabel, "move_when") == []
    click(desk.message, "undo")
    assert start_of(services, planned) == "2026-09-16 12:30"


def test_down_is_a_later_day_of_the_week(
    page: VisitPage, services: Services, planned: VisitId
) -> None:
    at = grab(page, block(page, BlockState.PLANNED))
    place = carry(page, at, 0, down=20)
    assert told(page).startswith("Thursday 17 September")
    let_go(page, place)
    assert start_of(services, planned) == "2026-09-17 12:30"


def test_on_a_closed_day_nothing_is_let_go_and_one_sentence_says_why(
    page: VisitPage, services: Services, desk: Desk, planned: VisitId
) -> None:
    at = grab(page, block(page, BlockState.PLANNED))
    place = carry(page, at, 2)
    let_go(page, place)
    said = "Not Wednesday 30 September: the practice is closed (Efterårsferie)."
    assert desk.message.text() == said
    assert start_of(services, planned) == "2026-09-16 12:30"


def test_esc_gives_a_carried_visit_up(
    page: VisitPage, services: Services, planned: VisitId
) -> None:
    at = grab(page, block(page, BlockState.PLANNED))
    place = carry(page, at, 1)
    press_in_plan(page, Qt.Key.Key_Escape)
    assert page.window().findChildren(QLabel, "move_when") == []
    let_go(page, place)
    assert start_of(services, planned) == "2026-09-16 12:30"


def test_the_keyboard_carries_a_visit_too(
    page: VisitPage, services: Services, desk: Desk, planned: VisitId
) -> None:
    one = block(page, BlockState.PLANNED)
    assert "hold Shift and press the arrows" in heard(page, one)[1]
    assert "Shift" not in heard(page, block(page, BlockState.HELD))[1]
    stand_on(page, one)
    press_in_plan(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press_in_plan(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert "the practice is closed" in told(page, "move_refusal")
    press_in_plan(page, Qt.Key.Key_Return)
    assert "the practice is closed" in desk.message.text()
    press_in_plan(page, Qt.Key.Key_Left)
    press_in_plan(page, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert told(page).startswith("Tuesday 22 September")
    press_in_plan(page, Qt.Key.Key_Return)
    assert start_of(services, planned) == "2026-09-22 12:30"
    assert standing_on(page, block(page, BlockState.PLANNED))


def test_esc_gives_up_what_the_keyboard_carries_and_tab_too(
    page: VisitPage, services: Services, planned: VisitId
) -> None:
    one = block(page, BlockState.PLANNED)
    stand_on(page, one)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
        press_in_plan(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        assert told(page)
        press_in_plan(page, key)
        assert page.window().findChildren(QLabel, "move_when") == []
        stand_on(page, one)
    assert start_of(services, planned) == "2026-09-16 12:30"


def test_with_visits_planned_after_it_letting_go_asks_which(
    page: VisitPage, services: Services, planned: VisitId, practice: PracticeId
) -> None:
    services.visit.plan_visit(visit_draft(practice, "28/10/2026"))
    at = grab(page, block(page, BlockState.PLANNED))
    place = carry(page, at, 1)
    assert "35 days later comes the next one, 28 October" in told(page, "move_following")
    let_go(page, place)
    dialog = opened(page, MoveDialog)
    assert find(dialog, QLineEdit, "day").text() == "23.09.2026"
    assert start_of(services, planned) == "2026-09-16 12:30"
    click(dialog, "save")
    assert start_of(services, planned) == "2026-09-23 12:30"


@pytest.mark.usefixtures("practice")
def test_a_proposed_visit_let_go_elsewhere_is_booked_there(
    page: VisitPage, services: Services, desk: Desk
) -> None:
    one = block(page, BlockState.PROPOSED)
    at = grab(page, one)
    place = carry(page, at, 1)
    assert "Let go to book the visit here." in find(page.window(), QLabel, "move_hint").text()
    let_go(page, place)
    assert [f"{row.start:%d/%m}" for row in services.visit.list_visits()][-1] == "16/09"
    assert "The visit to" in desk.message.text()
    booked = services.visit.list_visits()[-1]
    assert grid(page).focused_key() == booked.id.hex
    shown = find(page, VisitPanel).block()
    assert shown is not None
    assert shown.key == booked.id.hex


def test_what_was_held_stays_where_it_is(page: VisitPage, planned: VisitId) -> None:
    one = block(page, BlockState.HELD)
    at = grab(page, one)
    place = carry(page, at, 1)
    assert page.window().findChildren(QLabel, "move_when") == []
    let_go(page, place)
    stand_on(page, one)
    press_in_plan(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.window().findChildren(QLabel, "move_when") == []


def test_a_hatched_day_says_why_and_so_does_the_plan_to_a_reader(
    page: VisitPage, planned: VisitId
) -> None:
    plan = grid(page)
    one = block(page, BlockState.PLANNED)
    closed = plan._week_of(one.block, date(2026, 9, 28)).center()
    assert plan.tip_at(closed) == "Efterårsferie: 28 September 2026 to 2 October 2026"
    assert f"{SOUTH}, Efterårsferie: 28 September 2026" in plan.accessibleDescription()


def test_while_a_date_is_chosen_the_week_says_what_it_holds(
    page: VisitPage, services: Services, planned: VisitId, practice: PracticeId
) -> None:
    other = services.practice.add_practice(practice_draft("Skovbrynets Læger"))
    services.visit.plan_visit(visit_draft(other, "29/9/2026"))
    page._acts.move_visit_by_hand(planned)
    dialog = opened(page, MoveDialog)
    strip = find(dialog, WeekStrip)
    assert "Wednesday 16 September: nothing yet." in strip.accessibleName()
    type_into(dialog, "day", "uge 40 tir")
    assert strip.accessibleName().startswith("Week 40. Monday 28 September: the practice is")
    assert "Tuesday 29 September: the practice is closed (Efterårsferie) and 1 visit." in (
        strip.accessibleName()
    )
    day = find(dialog, DayField)
    day.open_calendar()
    month = day.findChildren(CalendarPopup)[0]._month
    assert month.accessibleName() == (
        "Tuesday 29 September 2026: the practice is closed (Efterårsferie) and 1 visit"
    )
    QTest.keyClick(month, Qt.Key.Key_Up)
    assert month.accessibleName() == "Tuesday 22 September 2026"
    month.window().close()
    type_into(dialog, "day", "uge 54")
    assert not strip.isVisible()
    dialog.throw_away()


def test_at_the_end_of_the_half_year_the_way_further_is_named(
    page: VisitPage, planned: VisitId
) -> None:
    one = block(page, BlockState.PLANNED)
    stand_on(page, one)
    for _press in range(17):
        press_in_plan(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert told(page).startswith("Friday 1 January")
    (hint,) = page.window().findChildren(QLabel, "move_hint")
    assert hint.text() == "The half-year ends here; “Another day …” goes further."
    press_in_plan(page, Qt.Key.Key_Escape)
