"""What lies between the visits to a practice, used as a hand would: topics, promises, the
cooperation agreement, the preparation of the next visit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from app.bootstrap import Services
from app.domain.draft import DraftKind
from app.domain.practice import PracticeId
from app.domain.visit import AttendanceDraft
from tests.builders import (
    cooperation_draft,
    doctor_draft,
    flag_draft,
    lesson_draft,
    practice_draft,
    promise_draft,
    visit_draft,
)
from tests.clock import Clock
from tests.conftest import TODAY
from tests.ui.conftest import Show
from tests.windows import Went, click, find, opened, type_into
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.draft_memory import flush_all
from ui.common.rows import Row, RowList
from ui.paper.paper_dialog import PaperDialog
from ui.practice.cooperation_dialog import CooperationDialog, DutyDialog
from ui.practice.lesson_dialog import LessonDialog
from ui.practice.practice_page import PracticePage
from ui.practice.preparation_dialog import PreparationDialog


@pytest.fixture
def practice(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft("Skovbrynets Læger"))


@pytest.fixture
def page(desk: Desk, show: Show, practice: PracticeId) -> PracticePage:
    page = PracticePage(desk)
    show(page).resize(1_200, 800)
    page.show_entity(practice.hex)
    return page


def rows(parent: QWidget, name: str) -> list[Row]:
    return list(find(parent, RowList, name).rows())


def titles(parent: QWidget, name: str) -> list[str]:
    return [row.title() for row in rows(parent, name)]


def press(widget: QWidget, key: Qt.Key) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key)


def say_yes(page: PracticePage) -> None:
    question = next(
        one for one in page.findChildren(Dialog) if one.findChildren(QWidget, "confirm")
    )
    click(question, "confirm")


def test_a_topic_is_planned_taught_and_removed_by_keys(
    page: PracticePage, services: Services, practice: PracticeId
) -> None:
    click(page, "add_lesson")
    form = opened(page, LessonDialog)
    type_into(form, "topic", "Delvis raskmelding")
    click(form, "save")
    press(rows(page, "lessons")[0], Qt.Key.Key_Space)
    assert services.lesson.log(practice).taught[0].facts.taught_on == TODAY
    press(rows(page, "lessons")[0], Qt.Key.Key_Delete)
    say_yes(page)
    assert not rows(page, "lessons")


def test_a_topic_with_a_bad_day_says_what_to_do_and_is_kept_for_later(
    page: PracticePage, services: Services
) -> None:
    click(page, "add_lesson")
    form = opened(page, LessonDialog)
    type_into(form, "topic", "Attester")
    type_into(form, "taught_on", "uge 54")
    click(form, "save")
    assert form.isVisible()
    flush_all()
    (waiting,) = services.draft.waiting()
    assert waiting.kind is DraftKind.LESSON
    form.done(0)
    assert page.resume(waiting.kind, waiting.entity)
    assert opened(page, LessonDialog).form.values()["topic"] == "Attester"
    opened(page, LessonDialog).throw_away()


def test_a_term_of_the_day_leads_to_its_visit(
    page: PracticePage, services: Services, practice: PracticeId, went: Went
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice))
    services.visit.start_visit(visit)
    services.visit.note_attendance(visit, AttendanceDraft(doctors="3"))
    services.visit.set_term(visit, services.visit.terms()[0].code)
    services.visit.add_promise(visit, promise_draft("Sender attestark"))
    services.visit.end_visit(visit)
    press(rows(page, "lessons")[0], Qt.Key.Key_Return)
    assert went.pages[-1] == ("visits", visit.hex)
    press(rows(page, "promises")[0], Qt.Key.Key_Space)
    assert services.practice.history(practice).promises[0].kept


def test_the_rhythm_is_said_and_can_be_read_aloud(
    page: PracticePage, services: Services, practice: PracticeId, clock: Clock
) -> None:
    for day in ("1/7/2026", "9/9/2026"):
        visit = services.visit.plan_visit(visit_draft(practice, day))
        services.visit.start_visit(visit)
        services.visit.note_attendance(visit, AttendanceDraft(doctors="3"))
        services.visit.end_visit(visit)
    said = "0 of 1 visit inside 5–8 weeks; longest gap 10 weeks"
    assert find(page, QLabel, "rhythm_words").text() == said
    strip = find(page, QWidget, "rhythm_strip")
    assert strip.accessibleName() == said
    assert strip.accessibleDescription() == ("1 July 2026 to 9 September 2026: 10 weeks, too late")


def test_an_agreement_is_made_gone_through_put_away_and_restored(
    page: PracticePage, services: Services, practice: PracticeId
) -> None:
    click(page, "add_cooperation")
    form = opened(page, CooperationDialog)
    type_into(form, "agreed_on", "9/9/2025")
    for name, words in (
        ("practice_contact", "Anna Eksempel"),
        ("practice_phone", "00 00 00 01"),
        ("own_contact", "Kim Eksempelsen"),
        ("own_phone", "00 00 00 00"),
    ):
        type_into(form, name, words)
    click(form, "save")
    assert len(rows(page, "duties")) == 7
    click(page, "review_cooperation")
    (made,) = services.cooperation.list_cooperations(practice)
    assert f"{made.facts.review_on}" == "2027-09-09"
    click(page, "archive_cooperation")
    press(rows(page, "archived_cooperations")[0], Qt.Key.Key_Return)
    click(opened(page, CooperationDialog), "restore_cooperation")
    assert services.cooperation.list_cooperations(practice)[0].archived_on is None


def test_a_line_of_the_agreement_is_added_and_removed(
    page: PracticePage, services: Services, practice: PracticeId
) -> None:
    services.cooperation.add_cooperation(practice, cooperation_draft())
    click(page, "add_duty")
    form = opened(page, DutyDialog)
    type_into(form, "what", "Melder ferie")
    click(form, "save")
    assert titles(page, "duties")[-1] == "Melder ferie"
    press(rows(page, "duties")[-1], Qt.Key.Key_Delete)
    say_yes(page)
    assert "Melder ferie" not in titles(page, "duties")


def test_an_agreement_is_removed_from_its_form(
    page: PracticePage, services: Services, practice: PracticeId
) -> None:
    services.cooperation.add_cooperation(practice, cooperation_draft())
    click(page, "correct_cooperation")
    click(opened(page, CooperationDialog), "remove_cooperation")
    say_yes(page)
    assert services.cooperation.list_cooperations(practice) == ()
    assert not find(page, QWidget, "print_cooperation").isVisible()


def test_one_key_shows_the_preparation_and_the_same_key_its_paper(
    page: PracticePage, services: Services, practice: PracticeId
) -> None:
    services.lesson.add_lesson(practice, lesson_draft())
    services.flag.raise_flag(practice, None, flag_draft())
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(page, PreparationDialog)
    assert titles(dialog, "waiting") == ["Pain"]
    assert titles(dialog, "topics") == ["Delvis raskmelding"]
    assert dialog.focusWidget() is find(dialog, QWidget, "print_preparation")
    click(dialog, "print_preparation")
    opened(dialog, PaperDialog).reject()
    click(dialog, "close")


def test_codes_stand_under_the_doctor_they_are_owed_to(
    page: PracticePage, services: Services, practice: PracticeId
) -> None:
    for name, theme in (("Bo Eksempel", "pain"), ("Anna Eksempel", "overview")):
        doctor = services.practice.add_doctor(practice, doctor_draft(name))
        draft = flag_draft(theme=theme, told_by=doctor.hex)
        services.flag.raise_flag(practice, None, draft)
    services.flag.raise_flag(practice, None, flag_draft(theme="other"))
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(page, PreparationDialog)
    rows = find(dialog, RowList, "waiting").rows()
    assert [(row.accessibleDescription(), row.title()) for row in rows] == [
        ("Anna Eksempel", "Concentration and overview"),
        ("Bo Eksempel", "Pain"),
        ("The practice", "Other"),
    ]
    click(dialog, "close")


def test_an_unfinished_agreement_and_an_unfinished_line_are_found_again(
    page: PracticePage, services: Services, practice: PracticeId
) -> None:
    place = f"{practice.hex}."
    assert page.resume(DraftKind.COOPERATION, place)
    opened(page, CooperationDialog).throw_away()
    assert not page.resume(DraftKind.DUTY, place), "there is no agreement to add a line to"
    agreed = services.cooperation.add_cooperation(practice, cooperation_draft())
    duty = services.cooperation.list_cooperations(practice)[0].duties[0].id
    assert page.resume(DraftKind.COOPERATION, place + agreed.hex)
    opened(page, CooperationDialog).throw_away()
    assert page.resume(DraftKind.DUTY, place + duty.hex)
    opened(page, DutyDialog).throw_away()
    assert page.resume(DraftKind.DUTY, place)
    opened(page, DutyDialog).throw_away()
