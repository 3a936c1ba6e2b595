"""The list of roundtables, and the ways to a new one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.draft import DraftKind
from app.domain.roundtable import RoundtableStatus
from tests.builders import party_draft, roundtable_draft
from tests.followups import EINER, EMPLOYER, NANCY, Case, held, started, with_employer
from tests.ui.conftest import Show
from tests.windows import click, find, opened, press_keys, press_save, question, words
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.draft_memory import flush_all
from ui.common.row_table import RowTable
from ui.common.rows import RowList
from ui.roundtable.part_dialog import AgreementDialog
from ui.roundtable.roundtable_dialog import PlanDialog
from ui.roundtable.roundtable_page import RoundtablePage


@pytest.fixture
def page(desk: Desk, show: Show) -> RoundtablePage:
    page = RoundtablePage(desk)
    show(page).resize(1_232, 816)
    return page


@pytest.fixture
def case(services: Services) -> Case:
    return with_employer(services, "function", "hours")


def test_without_a_follow_up_no_roundtable_is_planned_and_the_page_says_why(
    page: RoundtablePage,
) -> None:
    plan = find(page, QAbstractButton, "plan_roundtable")
    assert not plan.isEnabled()
    said = words(page)
    assert "First begin a follow-up" in said
    assert "No roundtables yet. They belong to a follow-up." in said


def test_the_list_shows_day_citizen_employer_state_and_review(
    page: RoundtablePage, services: Services, case: Case
) -> None:
    held(services, case)
    (row,) = page.list.table.rows()
    assert (row.citizen, row.employer, row.status) == (NANCY, EMPLOYER, RoundtableStatus.DRAFT)
    assert f"{row.day} {row.review_on}" == "2026-08-27 2026-10-09"


def test_a_roundtable_is_planned_by_keyboard_alone(
    page: RoundtablePage, services: Services, case: Case, qtbot: QtBot
) -> None:
    page.new()
    dialog = opened(page, PlanDialog)
    press_keys(qtbot, dialog, ("at", "10"), ("place", "Kantinen"))
    press_save(dialog)
    row = services.roundtable.list_roundtables()[0]
    assert (row.followup_id, row.place) == (case.id, "Kantinen")
    assert "9 September 2026 at 10:00" in words(page)


def test_of_several_follow_ups_one_is_chosen_first(
    page: RoundtablePage, services: Services, case: Case, qtbot: QtBot
) -> None:
    other = started(services, EINER)
    page.new()
    asked = opened(page, Dialog)
    rows = find(asked, RowList, "followups")
    assert [row.title() for row in rows.rows()] == [EINER, NANCY]
    qtbot.keyClick(rows.rows()[0], Qt.Key.Key_Return)
    click(opened(page, PlanDialog), "save")
    assert services.roundtable.list_roundtables()[0].followup_id == other


def test_which_of_two_employers_is_asked_and_never_guessed(
    page: RoundtablePage, services: Services, case: Case
) -> None:
    second = services.party.add_party(case.id, party_draft("Eksempel Transport ApS"))
    page.new()
    dialog = opened(page, PlanDialog)
    click(dialog, "save")
    assert find(dialog, QLabel, "employer_problem").text()
    dialog.form.field("employer").set_value(second.hex)
    click(dialog, "save")
    (row,) = services.roundtable.list_roundtables()
    assert row.employer == "Eksempel Transport ApS"
    assert "Eksempel Transport ApS" in words(page)


def test_one_employer_is_not_asked_about(page: RoundtablePage, case: Case) -> None:
    page.new()
    dialog = opened(page, PlanDialog)
    assert dialog.findChildren(QWidget, "employer") == []
    dialog.reject()


def test_enter_opens_and_esc_goes_back(
    page: RoundtablePage, services: Services, case: Case, qtbot: QtBot
) -> None:
    held(services, case)
    table = find(page, RowTable)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert not table.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.one.isAncestorOf(focused)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert table.isVisible()


def test_a_draft_is_removed_after_one_question(
    page: RoundtablePage, services: Services, case: Case
) -> None:
    page.show_entity(held(services, case).hex)
    click(page, "remove_roundtable")
    asked = question(page)
    assert "cannot be brought back" in words(asked)
    click(asked, "confirm")
    assert services.roundtable.list_roundtables() == ()
    assert page.list.isVisible()


def test_what_was_typed_is_there_again_after_a_lock(
    page: RoundtablePage, desk: Desk, services: Services, case: Case, show: Show
) -> None:
    page.show_entity(held(services, case))
    page.new()
    dialog = opened(page, AgreementDialog)
    find(dialog, QWidget, "function").setFocus()
    dialog.form.field("function").set_value("Koncentr")
    dialog.form.changed.emit()
    flush_all()
    dialog.hide()
    waiting = desk.services.draft.waiting()[0]
    after = RoundtablePage(desk)
    show(after)
    assert after.resume(waiting.kind, waiting.entity)
    again = opened(after, AgreementDialog)
    assert again.draft().function == "Koncentr"
    again.throw_away()


@pytest.mark.parametrize(
    "kind",
    [
        DraftKind.ROUNDTABLE,
        DraftKind.PARTICIPANT,
        DraftKind.AGREEMENT,
        DraftKind.STEP,
        DraftKind.ACTION,
    ],
)
def test_every_form_of_a_roundtable_can_be_taken_up(
    page: RoundtablePage, services: Services, case: Case, kind: DraftKind
) -> None:
    roundtable = held(services, case)
    owner = case.id if kind is DraftKind.ROUNDTABLE else roundtable
    thing = roundtable.hex if kind is DraftKind.ROUNDTABLE else ""
    assert page.resume(kind, f"{owner.hex}/{thing}")
    opened(page, Dialog).hide()


def test_a_form_of_a_roundtable_that_is_gone_is_not_taken_up(
    page: RoundtablePage, services: Services, case: Case
) -> None:
    roundtable = services.roundtable.plan_roundtable(case.id, roundtable_draft())
    services.roundtable.remove_roundtable(roundtable)
    assert not page.resume(DraftKind.STEP, f"{roundtable.hex}/")
    assert not page.resume(DraftKind.STEP, "")


def test_a_roundtable_removed_elsewhere_leads_back_to_the_list(
    page: RoundtablePage, services: Services, case: Case
) -> None:
    roundtable = held(services, case)
    page.show_entity(roundtable)
    services.roundtable.remove_roundtable(roundtable)
    assert page.list.isVisible()
