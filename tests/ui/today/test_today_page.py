from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.problem import FileDamaged
from app.domain.sender import SenderDraft
from app.domain.visit import AttendanceDraft
from app.services.today import TodayService
from tests.builders import (
    closed_draft,
    cooperation_draft,
    doctor_draft,
    flag_draft,
    followup_draft,
    grant_draft,
    party_draft,
    practice_draft,
    promise_draft,
    question_draft,
    relayed_draft,
    task_draft,
    visit_draft,
)
from tests.clock import Clock
from tests.ui.conftest import Show
from tests.visits import hold
from tests.windows import Went, click, find, opened, type_into, words
from ui.common.badge import CodeLook, CodeTag
from ui.common.button import Button
from ui.common.card import Card, Rule
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.rows import Row, RowList
from ui.practice.preparation_dialog import PreparationDialog
from ui.task.task_dialog import TaskDialog
from ui.today.feedback_table import FeedbackTable
from ui.today.next_visit_card import NextVisitCard
from ui.today.task_card import FIRST
from ui.today.today_page import TodayPage

NANCY = "Nancy Ann Test Berggren"


@pytest.fixture
def page(desk: Desk, show: Show) -> TodayPage:
    page = TodayPage(desk)
    show(page).resize(1_200, 800)
    return page


def rows(page: TodayPage, name: str) -> list[Row]:
    return list(find(page, RowList, name).rows())


def test_a_new_file_says_what_to_do_first(page: TodayPage, went: Went, qtbot: QtBot) -> None:
    steps = rows(page, "first_steps")
    assert [row.key for row in steps] == ["settings", "practices", "visits"]
    assert page.primary_focus() is steps[0]
    for row in steps:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert [name for name, _id in went.pages] == ["settings", "practices", "visits"]


def test_the_first_steps_go_when_they_are_done(page: TodayPage, services: Services) -> None:
    services.settings.save_sender(
        SenderDraft(
            name="Kim Eksempelsen",
            title="Konsulent",
            phone="00 00 00 00",
            email="kim@kommune.example",
            reachable="8-14",
            municipality="Eksempel Kommune",
        )
    )
    practice = services.practice.add_practice(practice_draft())
    assert "Begin here" in words(page)
    services.visit.plan_visit(visit_draft(practice))
    assert "Begin here" not in words(page)


def test_what_is_not_there_is_said_in_one_line_each(page: TodayPage) -> None:
    said = words(page)
    for sentence in (
        "No visit is planned.",
        "No tasks in the next 7 days.",
        "None within 30 days.",
    ):
        assert sentence in said
    assert "Overdue visits" not in said


def test_the_next_visit_says_when_where_and_with_whom(page: TodayPage, services: Services) -> None:
    practice = services.practice.add_practice(practice_draft())
    services.visit.plan_visit(visit_draft(practice, at="16.48"))
    said = words(page)
    for part in ("16:48", "until 17:18", "in 4 h 18 min", "Frokoststuen, 1. sal", "First visit"):
        assert part in said
    assert find(page, QLabel, "next_practice").text() == "Lægehuset Søndergade"


def test_a_first_visit_ends_with_its_facts(page: TodayPage, services: Services) -> None:
    wished = practice_draft(quick_facts="")
    services.visit.plan_visit(visit_draft(services.practice.add_practice(wished), at="16.48"))
    assert not any(rule.isVisible() for rule in find(page, NextVisitCard).findChildren(Rule))


def test_ctrl_b_goes_into_the_room_of_todays_visit(
    page: TodayPage, services: Services, went: Went, qtbot: QtBot
) -> None:
    practice = services.practice.add_practice(practice_draft())
    visit = services.visit.plan_visit(visit_draft(practice))
    assert page.primary_focus() is find(page, Button, "start_visit")
    qtbot.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert went.pages == [("visit_room", visit.hex)]


def test_ctrl_p_shows_what_to_get_ready_for_the_next_visit(
    page: TodayPage, services: Services, qtbot: QtBot
) -> None:
    practice = services.practice.add_practice(practice_draft())
    services.visit.plan_visit(visit_draft(practice, "16/9/2026"))
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(page, PreparationDialog)
    assert "Lægehuset Søndergade" in words(dialog)
    dialog.accept()


def test_an_agreement_to_go_through_leads_to_its_practice(
    page: TodayPage, services: Services, went: Went, qtbot: QtBot
) -> None:
    practice = services.practice.add_practice(practice_draft())
    services.cooperation.add_cooperation(
        practice, cooperation_draft("1/9/2025", review_on="1/9/2026")
    )
    (row,) = rows(page, "reviews")
    assert "8 days ago" in row.accessibleName()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert went.pages[-1] == ("practices", practice.hex)


def test_a_visit_on_another_day_is_not_started_in_haste(
    page: TodayPage, services: Services, went: Went
) -> None:
    practice = services.practice.add_practice(practice_draft())
    visit = services.visit.plan_visit(visit_draft(practice, "15/9/2026"))
    assert "No visit today. The next booked one is Tuesday 15 September." in words(page)
    assert not find(page, Button, "start_visit").isVisible()
    click(page, "see_plan")
    assert went.pages == [("visits", visit.hex)]


def test_the_day_says_what_was_held_and_who_has_no_date_though_it_is_due(
    page: TodayPage, services: Services, went: Went
) -> None:
    held, due = (
        services.practice.add_practice(practice_draft(name))
        for name in ("Lægehuset Søndergade", "Skovbrynets Læger")
    )
    hold(services, due, "29/7/2026")
    hold(services, held, "9/9/2026")
    services.visit.plan_visit(visit_draft(held, "21/10/2026"))
    said = "1 visit held today. The next booked one is Wednesday 21 October."
    assert f"{said} Still without a date: Skovbrynets Læger." in words(page)
    (row,) = rows(page, "to_decide")
    assert "Due this week" in row.accessibleName()
    row.opened.emit()
    assert went.pages == [("visits", due.hex)]


def test_a_visit_on_a_day_that_was_closed_afterwards_is_to_be_moved(
    page: TodayPage, services: Services, went: Went
) -> None:
    practice = services.practice.add_practice(practice_draft())
    visit = services.visit.plan_visit(visit_draft(practice, "14/10/2026"))
    assert not find(page, RowList, "to_decide").rows()
    services.practice.add_closed(practice, closed_draft())
    (row,) = rows(page, "to_decide")
    assert "The practice is closed on this day" in row.accessibleName()
    row.opened.emit()
    assert went.pages == [("visits", visit.hex)]


def test_feedback_stands_by_code_and_only_in_allowed_words(
    page: TodayPage, services: Services
) -> None:
    practice = services.practice.add_practice(practice_draft())
    card = services.flag.raise_flag(practice, None, flag_draft(next_step="patient_rings"))
    services.visit.plan_visit(visit_draft(practice))
    table = find(page, FeedbackTable)
    assert [tag.code() for tag in table.findChildren(CodeTag)] == [card.code]
    assert "Nothing to report." in words(table)


def test_feedback_stands_under_the_doctor_it_is_owed_to(
    page: TodayPage, services: Services
) -> None:
    practice = services.practice.add_practice(practice_draft())
    doctor = services.practice.add_doctor(practice, doctor_draft())
    services.flag.raise_flag(practice, None, flag_draft())
    services.flag.raise_flag(practice, None, flag_draft(told_by=doctor.hex))
    services.visit.plan_visit(visit_draft(practice))
    said = words(find(page, FeedbackTable)).splitlines()
    asked = "Ask: have you had a chance to talk to the patient?"
    found = [line for line in said if line in ("Læge Eksempel", "The practice", asked)]
    assert found == ["Læge Eksempel", asked, "The practice", asked]


def test_feedback_that_is_read_again_takes_no_more_room(
    page: TodayPage, services: Services
) -> None:
    practice = services.practice.add_practice(practice_draft())
    services.visit.plan_visit(visit_draft(practice))
    services.flag.raise_flag(practice, None, flag_draft())
    table = find(page, FeedbackTable)
    once = table.sizeHint().height()
    page.reload()
    assert table.sizeHint().height() == once


def test_flags_without_feedback_stand_by_practice_and_lead_to_them(
    page: TodayPage, services: Services, went: Went, qtbot: QtBot
) -> None:
    practice = services.practice.add_practice(practice_draft())
    services.flag.raise_flag(practice, None, flag_draft(next_step="patient_rings"))
    services.flag.raise_flag(practice, None, flag_draft(next_step="advice_only"))
    services.visit.plan_visit(visit_draft(practice, "15/9/2026"))
    (row,) = rows(page, "untold")
    said = "Lægehuset Søndergade, 2 flags, something to tell about 1, Visit 15 Sep"
    assert row.accessibleName() == said
    qtbot.keyClick(row, Qt.Key.Key_Return)
    click(page, "see_untold")
    assert went.pages == [("flags", f"untold:{practice.hex}"), ("flags", "untold")]


def test_a_question_without_an_answer_is_no_promise(page: TodayPage, services: Services) -> None:
    practice = services.practice.add_practice(practice_draft())
    visit = services.visit.plan_visit(visit_draft(practice, "8/9/2026"))
    services.visit.start_visit(visit)
    services.visit.add_promise(visit, promise_draft("Sender attestark"))
    services.visit.add_question(visit, question_draft(question="Er LÆ 125 nok?"))
    services.visit.note_attendance(visit, AttendanceDraft(doctors="2"))
    services.visit.end_visit(visit)
    services.visit.plan_visit(visit_draft(practice))
    lines = words(page).splitlines()
    assert "Owed since last time: Sender attestark" in lines
    assert "Asked last time, no answer yet: Er LÆ 125 nok?" in lines


def test_space_ticks_a_task_and_undo_takes_it_back(
    page: TodayPage, services: Services, desk: Desk, qtbot: QtBot
) -> None:
    services.task.add_task(task_draft())
    qtbot.keyClick(rows(page, "tasks")[0], Qt.Key.Key_Space)
    assert rows(page, "tasks") == []
    assert desk.message.text() == "The task is done."
    click(desk.message, "undo")
    assert [row.title() for row in rows(page, "tasks")] == ["Bestil nye kodesedler"]


def test_tasks_are_those_of_today_of_a_week_or_all_with_those_done(
    page: TodayPage, services: Services
) -> None:
    for what, day in (("Nu", "9/9/2026"), ("Snart", "16/9/2026"), ("Senere", "17/9/2026")):
        services.task.add_task(task_draft(what, due_on=day))
    gone = services.task.add_task(task_draft("Klaret", due_on="1/9/2026"))
    services.task.tick_task(gone, done=True)
    shown = []
    for span in ("tasks_today", "tasks_week", "tasks_all"):
        click(page, span)
        shown.append([row.title() for row in rows(page, "tasks")])
    assert shown == [["Nu"], ["Nu", "Snart"], ["Nu", "Snart", "Senere", "Klaret"]]


def test_of_many_tasks_the_first_are_shown_beside_how_many_there_are(
    page: TodayPage, services: Services, qtbot: QtBot
) -> None:
    for number in range(FIRST + 3):
        services.task.add_task(task_draft(f"Opgave {number:02}"))
    assert len(rows(page, "tasks")) == FIRST + 1
    assert f"{FIRST + 3}" in words(page)
    rest = rows(page, "tasks")[-1]
    assert rest.title() == "Show 3 more"
    rest.setFocus()
    qtbot.keyClick(rest, Qt.Key.Key_Return)
    assert [row.title() for row in rows(page, "tasks")][-1] == f"Opgave {FIRST + 2:02}"
    assert rows(page, "tasks")[FIRST].hasFocus()


def test_what_has_not_changed_stays_as_it_is(
    page: TodayPage, services: Services, qtbot: QtBot
) -> None:
    practice = services.practice.add_practice(practice_draft())
    services.flag.raise_flag(practice, None, flag_draft(next_step="patient_rings"))
    services.visit.plan_visit(visit_draft(practice))
    for what in ("Første", "Anden", "Tredje"):
        services.task.add_task(task_draft(what))
    names = ("tasks", "waiting", "untold")
    before = {row for name in names for row in rows(page, name)}
    told = set(find(page, FeedbackTable).findChildren(CodeTag))
    qtbot.keyClick(rows(page, "tasks")[1], Qt.Key.Key_Space)
    after = {row for name in names for row in rows(page, name)}
    assert len(before - after) == 1
    assert after < before
    assert set(find(page, FeedbackTable).findChildren(CodeTag)) == told


def test_enter_opens_a_task_to_correct(page: TodayPage, services: Services, qtbot: QtBot) -> None:
    services.task.add_task(task_draft())
    qtbot.keyClick(rows(page, "tasks")[0], Qt.Key.Key_Return)
    dialog = opened(page, TaskDialog)
    assert dialog.draft().what == "Bestil nye kodesedler"
    dialog.reject()


def test_a_task_is_made_with_the_button(page: TodayPage) -> None:
    click(page, "add_task")
    dialog = opened(page, TaskDialog)
    assert dialog.draft().what == ""
    dialog.reject()


def test_del_removes_a_task_after_asking(page: TodayPage, services: Services, qtbot: QtBot) -> None:
    services.task.add_task(task_draft())
    row = rows(page, "tasks")[0]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    click(opened(page, Dialog), "confirm")
    assert rows(page, "tasks") == []


def test_a_late_task_says_so_in_words(page: TodayPage, services: Services) -> None:
    services.task.add_task(task_draft(due_on="8/9/2026"))
    assert "Overdue: 8 Sep" in words(page)


def test_a_late_practice_leads_to_a_date(
    page: TodayPage, services: Services, went: Went, clock: Clock
) -> None:
    practice = services.practice.add_practice(practice_draft("Skovbrynets Læger"))
    clock.day = date(2026, 7, 7)
    hold(services, practice, "7/7/2026")
    clock.day = date(2026, 9, 9)
    page.reload()
    assert "Last visited 7 July, 22 days over the rhythm." in words(page)
    click(page, "find_date")
    assert went.pages == [("visits", practice.hex)]


def test_a_consent_that_ends_leads_to_its_follow_up(
    page: TodayPage, services: Services, went: Went, qtbot: QtBot
) -> None:
    followup = services.followup.begin(followup_draft(NANCY))
    party = services.party.add_party(followup, party_draft())
    services.consent.grant(followup, grant_draft(party, until="14/9/2026"))
    (row,) = rows(page, "expiring")
    assert row.title() == NANCY
    assert "In 5 days" in words(row)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert went.pages == [("followups", followup.hex)]


def test_a_yes_passed_on_says_when_it_lapses_and_leads_to_the_person(
    page: TodayPage, services: Services, went: Went, qtbot: QtBot
) -> None:
    assert not find(page, RowList, "first_contacts").isVisible()
    citizen = services.consent.record_relayed(relayed_draft(NANCY, given_on="3/9/2026"))
    (row,) = rows(page, "first_contacts")
    assert row.title() == NANCY
    assert "Lapses in 15 days" in words(row)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert went.pages == [("followups", citizen.hex)]


def test_flags_wait_by_code_and_lead_to_the_flags(
    page: TodayPage, services: Services, went: Went, qtbot: QtBot
) -> None:
    practice = services.practice.add_practice(practice_draft())
    card = services.flag.raise_flag(practice, None, flag_draft(next_step="doctor_talks"))
    (row,) = rows(page, "waiting")
    assert CodeLook(card.code, row.marks()[0].size.width()) in row.marks()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    click(page, "see_flags")
    assert went.pages == [("flags", card.id.hex), ("flags", None)]


def test_no_row_holds_a_code_and_a_name(page: TodayPage, services: Services) -> None:
    practice = services.practice.add_practice(practice_draft())
    services.flag.raise_flag(practice, None, flag_draft(next_step="doctor_talks"))
    followup = services.followup.begin(followup_draft(NANCY))
    about = task_draft("Ring", subject="followup", subject_id=str(followup))
    services.task.add_task(about)
    named = [row for row in page.findChildren(Row) if NANCY in words(row)]
    assert named
    assert not any(isinstance(mark, CodeLook) for row in named for mark in row.marks())


def test_what_cannot_be_read_says_so_and_leaves_the_rest(
    page: TodayPage, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.task.add_task(task_draft())

    def torn(_self: TodayService, _most: int) -> None:
        raise FileDamaged("torn")

    with monkeypatch.context() as broken:
        broken.setattr(TodayService, "today", torn)
        page.reload()
    assert "The next visit could not be read." in words(page)
    assert "Bestil nye kodesedler" in words(page)
    damaged = next(card for card in page.findChildren(Card) if "could not be read" in words(card))
    click(damaged, "act_0")
    assert "could not be read" not in words(page)


def test_a_task_due_later_than_the_days_shown_is_said_to_be_saved(
    page: TodayPage, desk: Desk
) -> None:
    page.new()
    dialog = opened(page, TaskDialog)
    type_into(dialog, "what", "Bestil kodesedler")
    type_into(dialog, "due_on", "18/9/2026")
    click(dialog, "save")
    assert rows(page, "tasks") == []
    assert desk.message.accessibleName() == "The task is saved. It is due Fri 18 Sep."
