from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.draft import DraftKind
from app.domain.practice import PracticeId
from tests.builders import (
    closed_draft,
    doctor_draft,
    flag_draft,
    practice_draft,
    visit_draft,
)
from tests.calendars import calendar, entry
from tests.ui.conftest import Show
from tests.windows import Went, click, find, in_front, opened, press_save, type_into, words
from ui.common.check import CheckBox
from ui.common.choose_file import answer_with
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.draft_memory import flush_all
from ui.common.notice import Notice
from ui.common.piles_dialog import PilesDialog
from ui.common.row_table import RowTable
from ui.common.rows import Row, RowList
from ui.practice.practice_dialog import ClosedDialog, DoctorDialog, PracticeDialog
from ui.practice.practice_page import PracticePage
from ui.practice.preparation_dialog import PreparationDialog


@pytest.fixture
def page(desk: Desk, show: Show) -> PracticePage:
    page = PracticePage(desk)
    show(page).resize(1_200, 800)
    return page


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft("Skovbrynets Læger"))


@pytest.fixture
def one(page: PracticePage, practice: PracticeId) -> PracticePage:
    """The page, showing one practice."""
    page.show_entity(practice.hex)
    return page


def names(page: PracticePage) -> list[str]:
    return [row.name for row in find(page, RowTable).rows()]


def rows(page: PracticePage, name: str) -> list[Row]:
    return list(find(page, RowList, name).rows())


def asked(parent: QWidget) -> Dialog:
    """The question that is open."""
    return next(
        one
        for one in parent.findChildren(Dialog)
        if one.isVisible() and one.findChildren(QWidget, "confirm")
    )


def test_an_empty_register_offers_to_begin(page: PracticePage) -> None:
    assert "No practices yet." in words(page)
    assert not find(page, QWidget, "add_practice").isVisible(), "one button begins, not two"
    click(page, "first_practice")
    opened(page, PracticeDialog).reject()


def test_a_new_practice_is_kept_field_by_field_and_shown(
    page: PracticePage, services: Services
) -> None:
    page.new()
    dialog = opened(page, PracticeDialog)
    typed = {
        "name": "Åhavnens Lægehus",
        "address": "Åhavnen 0, 0000 Eksempel",
        "phone": "00 00 00 03",
        "place": "Mødelokalet",
        "minutes": "45",
        "rhythm_weeks": "7",
        "quick_facts": "Projektor i lokalet.",
    }
    for name, text in typed.items():
        type_into(dialog, name, text)
    click(dialog, "format_drop_in")
    click(dialog, "weekdays_3")
    click(dialog, "save")
    (row,) = services.practice.list_practices()
    draft = services.practice.draft(row.id)
    assert (draft.format, draft.weekdays) == ("drop_in", ("3",))
    said = words(page)
    for text in (typed["name"], typed["address"], typed["phone"], typed["quick_facts"]):
        assert text in said
    assert "Every 7 weeks, tolerated from 5 to 8 weeks" in said
    assert "45 minutes" in said


def test_a_name_that_looks_like_another_is_told_of_and_stops_nobody(
    page: PracticePage, services: Services
) -> None:
    there = services.practice.add_practice(practice_draft("Åhavnens Lægehus"))
    page.new()
    dialog = opened(page, PracticeDialog)
    find(dialog, QLineEdit, "name").insert("Åhavnens Lægehus".replace("e", "\u0435"))
    told = "There is a practice already that looks like this one: Åhavnens Lægehus."
    assert dialog.form.field("name").told() == told
    click(dialog, "save")
    assert len(services.practice.list_practices()) == 2
    page.show_entity(there.hex)
    click(page, "correct_practice")
    again = opened(page, PracticeDialog)
    assert again.form.field("name").told(), "it is said of the first one too"
    type_into(again, "name", "Havnens Læger")
    assert not again.form.field("name").told()
    again.throw_away()


def test_what_a_practice_lacks_is_said_under_each_field(page: PracticePage) -> None:
    page.new()
    dialog = opened(page, PracticeDialog)
    type_into(dialog, "at", "25.00")
    type_into(dialog, "rhythm_weeks", "-1")
    click(dialog, "save")
    for field in ("name", "at", "rhythm_weeks"):
        assert find(dialog, QLabel, f"{field}_problem").text()
    assert find(dialog, QLineEdit, "at").text() == "25.00"
    dialog.hide()


def test_search_narrows_the_register_and_enter_opens(
    page: PracticePage, services: Services, qtbot: QtBot
) -> None:
    for name in ("Lægehuset Søndergade", "Lægerne ved Torvet"):
        services.practice.add_practice(practice_draft(name))
    type_into(page, "find_practice", "torvet")
    assert names(page) == ["Lægerne ved Torvet"]
    qtbot.keyClick(find(page, QLineEdit, "find_practice"), Qt.Key.Key_Return)
    assert "Lægerne ved Torvet" in words(page)
    assert not find(page, RowTable).isVisible()


def test_a_search_without_a_hit_says_so(page: PracticePage, practice: PracticeId) -> None:
    type_into(page, "find_practice", "findes ikke")
    assert "No practice is called that." in words(page)


@pytest.mark.usefixtures("practice")
def test_the_register_is_opened_with_the_keyboard_and_left_with_esc(
    page: PracticePage, qtbot: QtBot
) -> None:
    table = find(page, RowTable)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert not table.isVisible()
    focused = page.primary_focus()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert table.isVisible()
    assert table.hasFocus()


def test_the_way_back_marks_the_practice_that_was_left(
    page: PracticePage, services: Services
) -> None:
    for name in ("Lægehuset Søndergade", "Lægerne ved Torvet"):
        left = services.practice.add_practice(practice_draft(name))
    page.show_entity(left.hex)
    page.start_over()
    marked = find(page, RowTable).current_row()
    assert marked is not None
    assert marked.id == left


def test_a_practice_that_is_gone_leads_to_the_register(
    one: PracticePage, services: Services, practice: PracticeId
) -> None:
    services.practice.remove_practice(practice)
    assert "No practices yet." in words(one)
    one.show_entity(practice.hex)
    assert "No practices yet." in words(one)


def test_a_practice_is_corrected(
    one: PracticePage, services: Services, practice: PracticeId
) -> None:
    click(one, "correct_practice")
    dialog = opened(one, PracticeDialog)
    type_into(dialog, "name", "Skovbrynets Lægehus")
    click(dialog, "save")
    assert services.practice.practice(practice).facts.name == "Skovbrynets Lægehus"
    assert "Skovbrynets Lægehus" in words(one)


def test_archiving_can_be_undone_and_the_archive_shown(
    one: PracticePage, desk: Desk, practice: PracticeId
) -> None:
    click(one, "archive_practice")
    assert "This practice is in the archive." in words(one)
    click(desk.message, "undo")
    assert "This practice is in the archive." not in words(one)
    click(one, "archive_practice")
    one.go_back()
    assert names(one) == []
    find(one, CheckBox, "show_archived").click()
    assert names(one) == ["Skovbrynets Læger"]
    one.show_entity(practice.hex)
    click(one, "restore_practice")
    assert not desk.services.practice.practice(practice).archived


def test_removing_tells_the_consequence_first(
    one: PracticePage, services: Services, practice: PracticeId
) -> None:
    services.visit.plan_visit(visit_draft(practice))
    services.flag.raise_flag(practice, None, flag_draft())
    click(one, "remove_practice")
    question = asked(one)
    assert "This also removes 1 visit and 1 flag." in words(question)
    click(question, "confirm")
    assert services.practice.list_practices(archived=True) == ()
    assert "No practices yet." in words(one)


def test_a_practice_is_not_removed_while_it_is_visited(
    one: PracticePage, services: Services, practice: PracticeId
) -> None:
    services.visit.start_visit(services.visit.plan_visit(visit_draft(practice)))
    click(one, "remove_practice")
    click(asked(one), "confirm")
    told = next(dialog for dialog in one.findChildren(Dialog) if dialog.isVisible())
    assert "A visit runs here. End the visit first." in words(told)
    click(told, "close")
    assert services.practice.list_practices()


def test_a_doctor_is_added_corrected_and_removed_by_mouse(
    one: PracticePage, services: Services, practice: PracticeId
) -> None:
    click(one, "add_doctor")
    dialog = opened(one, DoctorDialog)
    type_into(dialog, "name", "Læge Eksempel")
    type_into(dialog, "introduced_on", "1/9/2026")
    click(dialog, "role_trainee")
    click(dialog, "save")
    (row,) = rows(one, "doctors")
    assert "Trainee · Introduced 1 September 2026" in words(row)
    row.opened.emit()
    dialog = opened(one, DoctorDialog)
    type_into(dialog, "name", "Læge Prøve")
    click(dialog, "save")
    (row,) = rows(one, "doctors")
    assert row.title() == "Læge Prøve"
    row.opened.emit()
    click(opened(one, DoctorDialog), "remove_doctor")
    click(asked(one), "confirm")
    assert services.practice.practice(practice).doctors == ()
    assert "No doctors yet." in words(one)


def test_a_doctor_is_opened_and_removed_by_key(
    one: PracticePage, services: Services, practice: PracticeId, qtbot: QtBot
) -> None:
    services.practice.add_doctor(practice, doctor_draft())
    (row,) = rows(one, "doctors")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    opened(one, DoctorDialog).reject()
    (row,) = rows(one, "doctors")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    click(asked(one), "confirm")
    assert rows(one, "doctors") == []


def test_closed_days_are_added_corrected_and_removed(
    one: PracticePage, services: Services, practice: PracticeId, qtbot: QtBot
) -> None:
    click(one, "add_closed")
    dialog = opened(one, ClosedDialog)
    type_into(dialog, "first", "12/10/2026")
    type_into(dialog, "last", "9/10/2026")
    click(dialog, "save")
    assert find(dialog, QLabel, "last_problem").text()
    type_into(dialog, "last", "16/10/2026")
    type_into(dialog, "reason", "Efterårsferie")
    click(dialog, "save")
    (row,) = rows(one, "closed")
    assert row.title() == "12 October 2026 to 16 October 2026"
    row.opened.emit()
    dialog = opened(one, ClosedDialog)
    type_into(dialog, "last", "")
    click(dialog, "save")
    (row,) = rows(one, "closed")
    assert row.title() == "12 October 2026"
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    click(asked(one), "confirm")
    assert services.practice.practice(practice).closed == ()


def test_closed_days_are_removed_from_their_form(
    one: PracticePage, services: Services, practice: PracticeId
) -> None:
    services.practice.add_closed(practice, closed_draft())
    rows(one, "closed")[0].opened.emit()
    click(opened(one, ClosedDialog), "remove_closed")
    click(asked(one), "confirm")
    assert rows(one, "closed") == []


def test_visits_are_listed_and_lead_to_the_plan(
    one: PracticePage, services: Services, practice: PracticeId, went: Went, qtbot: QtBot
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice, "15/9/2026"))
    (row,) = rows(one, "visits")
    assert "Planned" in words(row)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    click(one, "plan_visit")
    assert went.pages == [("visits", visit.hex), ("visits", practice.hex)]


def test_open_flags_are_counted_and_never_named(
    one: PracticePage, services: Services, practice: PracticeId, went: Went
) -> None:
    card = services.flag.raise_flag(practice, None, flag_draft())
    said = words(one)
    assert "1 flag is open here." in said
    assert card.code not in said
    click(one, "see_flags")
    assert went.pages == [("flags", None)]


@pytest.mark.parametrize(
    ("kind", "form", "field"),
    [
        (DraftKind.PRACTICE, PracticeDialog, "name"),
        (DraftKind.DOCTOR, DoctorDialog, "name"),
        (DraftKind.CLOSED, ClosedDialog, "reason"),
    ],
)
def test_an_unfinished_edit_is_taken_up_again(
    one: PracticePage, services: Services, kind: DraftKind, form: type[Dialog], field: str
) -> None:
    buttons = {
        DraftKind.PRACTICE: "correct_practice",
        DraftKind.DOCTOR: "add_doctor",
        DraftKind.CLOSED: "add_closed",
    }
    click(one, buttons[kind])
    type_into(opened(one, form), field, "Halvt")
    flush_all()
    opened(one, form).hide()
    (waiting,) = services.draft.waiting()
    assert one.resume(waiting.kind, waiting.entity)
    assert find(opened(one, form), QLineEdit, field).text() == "Halvt"
    opened(one, form).hide()


def test_what_belongs_elsewhere_is_not_taken_up(page: PracticePage) -> None:
    assert not page.resume(DraftKind.TASK, "")


def choose_calendar(page: PracticePage, folder: Path, content: bytes) -> None:
    place = folder / "closed.ics"
    place.write_bytes(content)
    answer_with(place)
    click(page, "closed_from_file")


def test_closed_days_of_a_calendar_file_are_seen_before_they_are_kept(
    one: PracticePage, services: Services, tmp_path: Path, practice: PracticeId, qtbot: QtBot
) -> None:
    autumn = entry("a", "DTSTART;VALUE=DATE:20261012", "DTEND;VALUE=DATE:20261017")
    choose_calendar(one, tmp_path, calendar(autumn))
    qtbot.waitUntil(lambda: any(box.isVisible() for box in one.findChildren(PilesDialog)))
    dialog = opened(one, PilesDialog)
    assert "12 October 2026 to 16 October 2026" in words(dialog)
    assert services.practice.practice(practice).closed == ()
    in_front(dialog)
    press_save(dialog)
    assert len(rows(one, "closed")) == 1


def test_closed_days_that_meet_a_booked_visit_say_which_one_has_to_be_moved(
    one: PracticePage,
    services: Services,
    desk: Desk,
    tmp_path: Path,
    practice: PracticeId,
    went: Went,
    qtbot: QtBot,
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice, "14/10/2026"))
    assert not find(one, Notice, "clash").isVisible()
    autumn = entry("a", "DTSTART;VALUE=DATE:20261012", "DTEND;VALUE=DATE:20261017")
    choose_calendar(one, tmp_path, calendar(autumn))
    qtbot.waitUntil(lambda: any(box.isVisible() for box in one.findChildren(PilesDialog)))
    click(opened(one, PilesDialog), "take_in")
    said = desk.message.text()
    assert said.startswith("Closed days from the calendar file: 1 new. The other closed days stay.")
    assert "on Wednesday 14 October has to be moved. The practice is closed on this day." in said
    click(desk.message, "message_act")
    assert went.pages == [("visits", visit.hex)]
    assert find(one, Notice, "clash").isVisible()
    click(one, "prepare_visit")
    prepared = opened(one, PreparationDialog)
    assert "This visit has to be moved." in words(prepared)
    click(prepared, "close")


def test_an_image_is_no_calendar_of_closed_days_and_that_is_said(
    one: PracticePage, services: Services, tmp_path: Path, practice: PracticeId, qtbot: QtBot
) -> None:
    choose_calendar(one, tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(200))
    qtbot.waitUntil(lambda: any(box.isVisible() for box in one.findChildren(Dialog)))
    said = "This is not a calendar file that can be read. Choose an .ics file."
    dialog = opened(one, Dialog)
    assert said in words(dialog)
    assert services.practice.practice(practice).closed == ()
    dialog.accept()
