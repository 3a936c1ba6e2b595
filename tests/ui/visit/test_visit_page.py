from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.absence import AbsenceDraft
from app.domain.draft import DraftKind
from app.domain.practice import PracticeId
from app.domain.visit import AttendanceDraft, MissedReason, VisitId, VisitStatus
from app.domain.words import short_weekday_and_day
from tests.builders import closed_draft, practice_draft, visit_draft
from tests.clock import Clock
from tests.plan import block, click_block, grid, press_in_plan, shown, stand_on, standing_on
from tests.visits import hold
from tests.windows import Went, click, find, opened, press, type_into, words
from tests.workspaces import TODAY
from ui.common.choice_field import ChoiceBox
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.draft_memory import flush_all
from ui.common.row_table import RowTable
from ui.common.rows import RowList
from ui.practice.preparation_dialog import PreparationDialog
from ui.visit.move_dialog import MoveDialog
from ui.visit.plan_block import PlanBlock
from ui.visit.plan_grid import PlanGrid
from ui.visit.plan_room import PlanRoom
from ui.visit.plan_rows import BlockState, HalfYear, plan_lines, read_sheet
from ui.visit.series_dialog import SeriesDialog
from ui.visit.visit_dialog import MissedDialog, VisitDialog
from ui.visit.visit_page import VisitPage
from ui.visit.visit_panel import VisitPanel

SOUTH, WOOD = "Lægehuset Søndergade", "Skovbrynets Læger"


def plan(page: VisitPage) -> list[tuple[str, str]]:
    blocks = [one.block for one in shown(page)]
    return [(f"{block.day:%d.%m.}", block.state.value) for block in blocks]


def start_of(services: Services, visit: VisitId) -> str:
    return f"{services.visit.visit(visit).row.start:%Y-%m-%d %H:%M}"


def panel(page: VisitPage) -> VisitPanel:
    return find(page, VisitPanel)


def confirm(parent: QWidget) -> None:
    for dialog in parent.findChildren(Dialog):
        if dialog.isVisible() and dialog.findChildren(QAbstractButton, "confirm"):
            click(dialog, "confirm")


def test_without_practices_the_page_leads_to_the_register(page: VisitPage, went: Went) -> None:
    assert "No practices yet. Register the first one under Practices." in words(page)
    click(page, "go_to_practices")
    assert went.pages == [("practices", None)]


@pytest.mark.usefixtures("practice")
def test_the_plan_shows_what_was_held_and_what_is_proposed(page: VisitPage) -> None:
    assert plan(page) == [
        ("29.07.", "held"),
        ("09.09.", "proposed"),
        ("21.10.", "proposed"),
        ("02.12.", "proposed"),
    ]


def test_other_data_gives_another_plan(
    page: VisitPage, services: Services, practice: PracticeId
) -> None:
    hold(services, practice, "5/8/2026")
    assert ("16.09.", "proposed") in plan(page)


def test_each_move_shows_its_reason(
    page: VisitPage, services: Services, practice: PracticeId
) -> None:
    services.practice.add_closed(practice, closed_draft("21/10/2026", "21/10/2026"))
    click_block(page, next(b for b in shown(page) if b.block.day == date(2026, 10, 28)))
    assert "Not Wednesday 21 October: the practice is closed (Efterårsferie)." in words(panel(page))


@pytest.mark.usefixtures("practice")
def test_a_proposed_visit_is_accepted_with_the_keyboard_and_taken_back(
    page: VisitPage, services: Services, desk: Desk, qtbot: QtBot
) -> None:
    stand_on(page, shown(page)[0])
    press_in_plan(page, Qt.Key.Key_Right)
    assert standing_on(page, shown(page)[1])
    press_in_plan(page, Qt.Key.Key_Return)
    accept = find(page, QAbstractButton, "accept")
    assert accept.hasFocus()
    assert accept.text() == "Accept Wed 9 Sep"
    qtbot.keyClick(accept, Qt.Key.Key_Return)
    assert plan(page)[1] == ("09.09.", "today")
    assert len(services.visit.list_visits()) == 2
    click(desk.message, "undo")
    assert plan(page)[1] == ("09.09.", "proposed")


@pytest.mark.usefixtures("practice")
def test_a_digit_chooses_another_of_the_proposed_dates(
    page: VisitPage, services: Services, qtbot: QtBot
) -> None:
    click_block(page, shown(page)[1])
    second = services.plan.proposals(services.practice.list_practices()[0].id)[1]
    accept = find(page, QAbstractButton, "accept")
    qtbot.keyClick(accept, Qt.Key.Key_2)
    assert accept.text() == f"Accept {short_weekday_and_day(second.start.date())}"
    click(page, "accept")
    (visit,) = [v for v in services.visit.list_visits() if v.status is VisitStatus.PLANNED]
    assert visit.start == second.start


def test_up_and_down_lead_to_the_nearest_visit_of_the_neighbour(
    page: VisitPage, services: Services, practice: PracticeId
) -> None:
    other = services.practice.add_practice(practice_draft(WOOD, at="8.15"))
    hold(services, other, "30/7/2026")
    stand_on(page, next(one for one in shown(page) if one.block.practice_id == practice))
    press_in_plan(page, Qt.Key.Key_Down)
    focused = next(one.block for one in shown(page) if standing_on(page, one))
    assert (focused.practice_id, focused.day) == (other, date(2026, 7, 30))


def test_ctrl_p_shows_what_to_get_ready_for_the_chosen_visit(
    page: VisitPage, services: Services, practice: PracticeId, qtbot: QtBot
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice, "16/9/2026"))
    page.show_entity(visit.hex)
    assert find(page, QAbstractButton, "prepare_visit").isVisible()
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    opened(page, PreparationDialog).accept()


@pytest.mark.usefixtures("practice")
def test_on_a_low_screen_the_way_into_the_panel_ends_where_the_button_is_seen(
    page: VisitPage, qtbot: QtBot
) -> None:
    page.window().resize(1_240, 520)
    stand_on(page, block(page, BlockState.PROPOSED))
    press_in_plan(page, Qt.Key.Key_Return)
    accept = find(page, QAbstractButton, "accept")
    qtbot.waitUntil(lambda: accept.visibleRegion().boundingRect() == accept.rect())
    assert accept.hasFocus()


def test_a_conflict_is_shown_with_its_reason_and_moved_alone(
    page: VisitPage, services: Services, practice: PracticeId, qtbot: QtBot
) -> None:
    services.visit.plan_visit(visit_draft(practice, "16/9/2026"))
    services.visit.plan_visit(visit_draft(practice, "28/10/2026"))
    services.practice.add_closed(practice, closed_draft("16/9/2026", "16/9/2026"))
    (row,) = find(page, RowList, "decisions").rows()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert "the practice is closed (Efterårsferie)" in words(panel(page))
    click(page, "move_visit")
    assert ("16.09.", "conflict") not in plan(page)
    assert ("16.09.", "moved") in plan(page)
    assert ("28.10.", "planned") in plan(page)
    assert find(page, RowList, "decisions").rows() == []


def test_a_visit_on_a_day_better_avoided_is_planned_and_says_so(
    page: VisitPage, services: Services, practice: PracticeId
) -> None:
    services.visit.plan_visit(visit_draft(practice, "31/12/2026"))
    one = next(one for one in shown(page) if one.block.day == date(2026, 12, 31))
    click_block(page, one)
    assert one.block.state is BlockState.PLANNED
    assert "better avoided: Christmas and New Year." in words(panel(page))
    assert not services.plan.decisions()


def test_the_last_week_of_a_year_of_53_stands_in_its_own_column(
    page: VisitPage, services: Services, practice: PracticeId
) -> None:
    services.visit.plan_visit(visit_draft(practice, "31/12/2026"))
    one = next(one for one in shown(page) if one.block.day == date(2026, 12, 31))
    room = PlanRoom(HalfYear.of(TODAY), grid(page).width())
    assert abs(one.box().center().x() - (room.left(26) + room.week / 2)) < 2


@pytest.mark.parametrize("width", [560, 816, 1_240])
def test_neither_frames_nor_dates_of_neighbours_cross(
    services: Services, practice: PracticeId, qtbot: QtBot, width: int
) -> None:
    for day in ("2/9/2026", "8/9/2026"):
        hold(services, practice, day)
    visit = services.visit.plan_visit(visit_draft(practice, "10/9/2026"))
    services.visit.move_visit(visit, visit_draft(practice, "23/9/2026"))
    near = [one for one in plan_alone(services, qtbot, width) if one.block.day.month == 9]
    assert [one.block.state.value for one in near] == ["held", "held", "moved", "planned"]
    for one, other in pairwise(near):
        assert one.above != other.above
        assert one.box().top() == other.box().top()
        assert not one.frame().intersects(other.frame())


def plan_alone(services: Services, qtbot: QtBot, width: int) -> Sequence[PlanBlock]:
    """Return the blocks of a plan as wide as said, whatever the window would leave it."""
    alone = PlanGrid()
    qtbot.addWidget(alone)
    alone.resize(width, 200)
    half = HalfYear.of(TODAY)
    sheet = read_sheet(services, half)
    alone.show_lines(plan_lines(sheet, half, TODAY), half, TODAY, sheet.own)
    return alone.blocks()


def test_a_visit_moved_by_choice_can_be_moved_back(
    page: VisitPage, services: Services, practice: PracticeId, desk: Desk
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice, "15/9/2026"))
    click_block(page, block(page, BlockState.PLANNED))
    assert "Choose one of the dates to move the visit there." in words(panel(page))
    click(page, "proposal_1")
    click(page, "move_visit")
    assert services.visit.visit(visit).row.moved_from == date(2026, 9, 15)
    click(desk.message, "undo")
    assert start_of(services, visit) == "2026-09-15 12:30"


def test_another_day_is_written_by_hand_and_refused_where_it_cannot_be(
    page: VisitPage, services: Services, practice: PracticeId
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice, "15/9/2026"))
    click_block(page, block(page, BlockState.PLANNED))
    click(page, "other_day")
    dialog = opened(page, VisitDialog)
    assert not dialog.findChildren(QWidget, "practice_id")
    assert SOUTH in words(dialog)
    type_into(dialog, "day", "25/12/2026")
    click(dialog, "save")
    assert "Christmas" in find(dialog, QLabel, "day_problem").text()
    type_into(dialog, "day", "17/9/2026")
    type_into(dialog, "at", "8.15")
    click(dialog, "save")
    assert start_of(services, visit) == "2026-09-17 08:15"


def test_the_following_visits_go_along_when_that_is_chosen_and_are_shown_before(
    page: VisitPage, services: Services, practice: PracticeId
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice, "16/9/2026"))
    later = services.visit.plan_visit(visit_draft(practice, "28/10/2026"))
    away = AbsenceDraft(first="28/10/2026", last="29/10/2026", reason="Kursus")
    services.absence.add_absence(away)
    click_block(page, block(page, BlockState.PLANNED))
    click(page, "other_day")
    dialog = opened(page, MoveDialog)
    assert not find(dialog, QLabel, "series").isVisible()
    type_into(dialog, "day", "17/9/2026")
    click(dialog, "scope_following")
    shown = find(dialog, QLabel, "series").text()
    assert shown == (
        "Wednesday 28 October goes to Friday 30 October."
        " Not Thursday 29 October: you are away (Kursus)."
    )
    click(dialog, "save")
    assert start_of(services, visit) == "2026-09-17 12:30"
    assert start_of(services, later) == "2026-10-30 12:30"


def test_a_move_of_several_visits_is_taken_back_as_one(
    page: VisitPage, services: Services, practice: PracticeId, desk: Desk
) -> None:
    services.visit.plan_visit(visit_draft(practice, "16/9/2026"))
    later = services.visit.plan_visit(visit_draft(practice, "28/10/2026"))
    click_block(page, block(page, BlockState.PLANNED))
    click(page, "other_day")
    dialog = opened(page, MoveDialog)
    type_into(dialog, "day", "17/9/2026")
    click(dialog, "scope_following")
    click(dialog, "save")
    said = "The visit at Lægehuset Søndergade is moved, and 1 following one with it."
    assert said in words(desk.message)
    click(desk.message, "undo")
    assert start_of(services, later) == "2026-10-28 12:30"


def test_without_following_visits_nothing_is_asked_about_them(
    page: VisitPage, services: Services, practice: PracticeId
) -> None:
    services.visit.plan_visit(visit_draft(practice, "16/9/2026"))
    click_block(page, block(page, BlockState.PLANNED))
    click(page, "proposal_1")
    click(page, "other_day")
    dialog = opened(page, MoveDialog)
    assert not dialog.findChildren(QWidget, "scope_following")
    assert find(dialog, QLineEdit, "day").text() == "09.09.2026"
    dialog.reject()


def test_a_visit_that_did_not_happen_keeps_its_reason(
    page: VisitPage, services: Services, practice: PracticeId
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice, "8/9/2026"))
    click_block(page, block(page, BlockState.UNSETTLED))
    assert "The day has passed. Was the visit held, or did it not happen?" in words(panel(page))
    click(page, "miss_visit")
    missed = opened(page, MissedDialog)
    click(missed, "save")
    assert find(missed, QLabel, "reason_problem").text() == "Choose one of these."
    click(missed, "reason_practice_cancelled")
    click(missed, "save")
    assert services.visit.visit(visit).row.missed_reason is MissedReason.PRACTICE_CANCELLED
    assert "Proposed dates" in words(panel(page))
    click_block(page, block(page, BlockState.MISSED))
    assert "The practice cancelled." in words(panel(page))
    click(page, "plan_visit")
    dialog = opened(page, VisitDialog)
    assert find(dialog, QComboBox, "practice_id").currentText() == SOUTH
    dialog.reject()


def test_a_planned_visit_is_removed_after_asking(
    page: VisitPage, services: Services, practice: PracticeId, qtbot: QtBot
) -> None:
    services.visit.plan_visit(visit_draft(practice, "15/9/2026"))
    click_block(page, block(page, BlockState.PLANNED))
    click(page, "remove_visit")
    confirm(page)
    assert ("15.09.", "planned") not in plan(page)
    services.visit.plan_visit(visit_draft(practice, "16/9/2026"))
    planned = block(page, BlockState.PLANNED)
    click_block(page, planned)
    qtbot.keyClick(panel(page), Qt.Key.Key_Delete)
    confirm(page)
    assert ("16.09.", "planned") not in plan(page)


@pytest.mark.usefixtures("practice")
def test_a_held_visit_cannot_be_removed_and_leads_to_its_room(
    page: VisitPage, services: Services, went: Went
) -> None:
    click_block(page, block(page, BlockState.HELD))
    assert page.findChildren(QAbstractButton, "remove_visit") == []
    click(page, "open_visit")
    (held,) = services.visit.list_visits()
    assert went.pages == [("visit_room", held.id.hex)]


def test_a_visit_days_away_is_not_begun_by_the_first_button(
    page: VisitPage, services: Services, practice: PracticeId, went: Went
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice, "16/9/2026"))
    click_block(page, block(page, BlockState.PLANNED))
    click(page, "other_day")
    dialog = opened(page, MoveDialog)
    assert "The later visits there are only proposals" in words(dialog)
    type_into(dialog, "day", "17/9")
    click(dialog, "save")
    assert went.pages == []
    assert start_of(services, visit).startswith("2026-09-17")
    click(page, "open_visit")
    assert went.pages == [("visit_room", visit.hex)]


def test_todays_visit_is_opened(
    page: VisitPage, services: Services, practice: PracticeId, went: Went
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice))
    click_block(page, block(page, BlockState.TODAY))
    click(page, "open_visit")
    assert went.pages == [("visit_room", visit.hex)]


def test_a_new_visit_is_written_by_hand(
    page: VisitPage, services: Services, practice: PracticeId
) -> None:
    click(page, "plan_visit_by_hand")
    dialog = opened(page, VisitDialog)
    where = find(dialog, QComboBox, "practice_id")
    assert where.currentIndex() == 0  # the only practice there is
    assert (dialog.draft().at, dialog.draft().minutes) == ("12:30", "30")  # as it usually is
    where.setCurrentIndex(-1)
    click(dialog, "save")
    assert find(dialog, QLabel, "practice_id_problem").text() == "Choose the practice."
    where.setCurrentIndex(0)
    type_into(dialog, "day", "15/9/2026")
    type_into(dialog, "at", "8.15")
    type_into(dialog, "minutes", "45")
    click(dialog, "save")
    visit = services.visit.list_visits(practice)[-1]
    assert (start_of(services, visit.id), visit.minutes) == ("2026-09-15 08:15", 45)


@pytest.mark.usefixtures("practice")
def test_other_half_years_are_a_key_away(page: VisitPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert "First half of 2027" in find(page, QAbstractButton, "half_year").text()
    assert ("13.01.", "proposed") in plan(page)
    click(page, "half_year_before")
    click(page, "half_year_before")
    assert find(page, QAbstractButton, "half_year").text() == "First half of 2026"
    click(page, "half_year")
    assert find(page, QAbstractButton, "half_year").text() == "Second half of 2026"


@pytest.mark.usefixtures("practice")
def test_tab_leads_from_a_chosen_visit_to_what_stands_beside_it(
    page: VisitPage, qtbot: QtBot
) -> None:
    click_block(page, shown(page)[1])
    grid(page).setFocus()
    seen = []
    for _step in range(4):
        qtbot.keyClick(page.window().focusWidget() or page, Qt.Key.Key_Tab)
        here = page.window().focusWidget()
        assert here is not None
        assert panel(page).isAncestorOf(here)
        seen.append(here.objectName())
    assert seen[1:] == ["proposal_1", "accept", "other_day"], "after the cross that closes it"


def test_the_list_shows_all_or_one_practice_and_opens_a_visit(
    page: VisitPage, services: Services, practice: PracticeId, qtbot: QtBot
) -> None:
    other = services.practice.add_practice(practice_draft(WOOD))
    services.visit.plan_visit(visit_draft(other, "15/9/2026"))
    click(page, "view_list")
    table = find(page, RowTable)
    assert [row.practice for row in table.rows()] == [WOOD, SOUTH]
    combo = find(page, ChoiceBox, "filter_practice")
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert [row.practice_id for row in table.rows()] == [practice]
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert find(page, QLabel, "chosen_practice").text() == SOUTH


@pytest.mark.usefixtures("practice")
def test_the_keyboard_begins_this_week(page: VisitPage) -> None:
    begins = grid(page).here()
    assert begins is not None
    assert begins.day == date(2026, 9, 9)


def test_what_comes_next_at_a_practice_is_opened_and_in_view(
    page: VisitPage, practice: PracticeId, qtbot: QtBot
) -> None:
    page.resize(700, 420)
    page.show_entity(practice.hex)
    grid(page).setFocus()  # as the frame does
    qtbot.waitUntil(lambda: find(page, QAbstractButton, "accept").hasFocus())
    title = find(page, QLabel, "chosen_practice")
    qtbot.waitUntil(lambda: not title.visibleRegion().isEmpty())


def test_a_practice_that_is_late_leads_to_its_proposed_date(
    page: VisitPage, services: Services, practice: PracticeId
) -> None:
    page.show_entity(practice.hex)
    assert find(page, QLabel, "chosen_when").text().startswith("Wednesday 9 September")
    assert "Why this day" in words(panel(page))


@pytest.mark.usefixtures("practice")
def test_esc_closes_the_chosen_visit(page: VisitPage, qtbot: QtBot) -> None:
    click_block(page, block(page, BlockState.HELD))
    assert panel(page).isVisible()
    qtbot.keyClick(panel(page), Qt.Key.Key_Escape)
    assert not panel(page).isVisible()


def test_an_unfinished_visit_is_taken_up_again(
    page: VisitPage, services: Services, practice: PracticeId
) -> None:
    page.new()
    type_into(opened(page, VisitDialog), "day", "15/9/2026")
    flush_all()
    opened(page, VisitDialog).hide()
    (waiting,) = services.draft.waiting()
    assert waiting.kind is DraftKind.VISIT
    assert page.resume(waiting.kind, waiting.entity)
    dialog = opened(page, VisitDialog)
    assert find(dialog, QLineEdit, "day").text() == "15/9/2026"
    dialog.hide()


def test_the_whole_series_names_every_better_day_and_what_stands_in_for_it(
    page: VisitPage, services: Services, practice: PracticeId
) -> None:
    services.practice.add_closed(practice, closed_draft("9/9/2026", "11/9/2026"))
    click_block(page, block(page, BlockState.PROPOSED))
    click(page, "see_series")
    dialog = opened(page, SeriesDialog)
    first = words(dialog).split("\n")
    assert "Wednesday 16 September 2026, 12:30–13:00 · week 38" in first
    reason = "the practice is closed (Efterårsferie)"
    assert f"Not Wed 9 Sep: {reason}." in first
    click(dialog, "close")


def test_the_next_visit_says_until_when_it_is_due(
    page: VisitPage, services: Services, practice: PracticeId
) -> None:
    assert services.plan.plan().visits
    click_block(page, block(page, BlockState.PROPOSED))
    assert "Due this week, at the latest Wed 23 Sep." in words(panel(page))


def test_a_visit_written_down_after_its_day_is_marked(
    page: VisitPage, services: Services, practice: PracticeId
) -> None:
    hold(services, practice, "7/9/2026")
    held = [one for one in shown(page) if one.block.state is BlockState.HELD]
    click_block(page, held[-1])
    assert "It was written down on Wednesday 9 September, after the visit." in words(panel(page))


def ended_today(services: Services, practice: PracticeId) -> VisitId:
    visit = services.visit.plan_visit(visit_draft(practice, "9/9/2026"))
    services.visit.start_visit(visit)
    services.visit_end.close_visit(visit, AttendanceDraft(doctors="2"))
    return visit


@pytest.mark.parametrize("by_hand", [True, False])
def test_the_end_of_a_visit_is_taken_back_from_the_visit_itself(
    page: VisitPage, services: Services, desk: Desk, practice: PracticeId, went: Went, by_hand: bool
) -> None:
    visit = ended_today(services, practice)
    page.show_entity(visit.hex)
    QTest.qWait(1)
    if by_hand:
        click(panel(page), "take_back_end")
    else:
        press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert services.visit.visit(visit).row.status is VisitStatus.RUNNING
    assert went.pages == [("visit_room", visit.hex)]
    assert desk.message.text() == "The visit at Lægehuset Søndergade runs again."


def test_an_end_that_stays_says_why(page: VisitPage, practice: PracticeId, clock: Clock) -> None:
    clock.day += timedelta(days=1)
    page.show_entity(practice.hex)
    click_block(page, block(page, BlockState.HELD))
    button = find(panel(page), QAbstractButton, "take_back_end")
    assert not button.isEnabled()
    assert "A visit can only be reopened on the day it ended." in words(panel(page))
