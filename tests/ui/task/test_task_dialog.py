from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.draft import DraftKind
from app.domain.language import use_language
from app.domain.task import TaskDraft, TaskRow, TaskSubject
from tests.builders import followup_draft, practice_draft, task_draft
from tests.ui.conftest import Show
from tests.windows import click, find, opened, type_into
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.draft_memory import flush_all
from ui.common.notice import Notice
from ui.task.task_dialog import TaskDialog, edit_task, new_task, task_removal

Open = Callable[[TaskDraft | None], TaskDialog]


@pytest.fixture
def window(show: Show) -> QWidget:
    return show(QWidget())


@pytest.fixture
def blank(desk: Desk, window: QWidget) -> TaskDialog:
    return new_task(desk, window)


def only_task(services: Services) -> TaskRow:
    (row,) = services.task.list_tasks(done=True)
    return row


def test_what_who_and_when_are_kept_as_typed(blank: TaskDialog, services: Services) -> None:
    type_into(blank, "what", "Bestil kodesedler")
    type_into(blank, "who", "Sekretariatet")
    type_into(blank, "due_on", "11/9/2026")
    click(blank, "save")
    row = only_task(services)
    assert (row.what, row.who, f"{row.due_on}") == (
        "Bestil kodesedler",
        "Sekretariatet",
        "2026-09-11",
    )
    assert not blank.isVisible()


def test_everything_missing_is_said_under_its_field(blank: TaskDialog) -> None:
    click(blank, "save")
    assert find(blank, QLabel, "what_problem").text() == "Write something here."
    assert find(blank, QLabel, "due_on_problem").text() == "Write the day like 9/9/2026."
    blank.reject()


def test_a_number_of_a_person_is_refused_and_stays_to_be_mended(blank: TaskDialog) -> None:
    type_into(blank, "what", "Ring til 251248-9996")
    type_into(blank, "due_on", "11/9/2026")
    click(blank, "save")
    assert find(blank, QLabel, "what_problem").text()
    assert find(blank, QLineEdit, "what").text() == "Ring til 251248-9996"
    blank.reject()
    click(blank, "throw_away")


def test_a_task_about_a_practice_asks_which(desk: Desk, window: QWidget) -> None:
    desk.services.practice.add_practice(practice_draft("Skovbrynets Læger"))
    desk.services.followup.begin(followup_draft())
    dialog = new_task(desk, window, task_draft())
    which = find(dialog, QComboBox, "subject_id")
    assert not which.isVisible()
    click(dialog, "subject_practice")
    assert [which.itemText(n) for n in range(which.count())] == ["Skovbrynets Læger"]
    click(dialog, "save")
    assert find(dialog, QLabel, "subject_id_problem").text()
    which.setCurrentIndex(0)
    click(dialog, "save")
    assert only_task(desk.services).about == "Skovbrynets Læger"


def test_a_follow_up_hands_over_whom_the_task_is_about(desk: Desk, window: QWidget) -> None:
    followup = desk.services.followup.begin(followup_draft())
    draft = task_draft("Ring som aftalt", subject="followup", subject_id=str(followup))
    dialog = new_task(desk, window, draft)
    click(dialog, "save")
    row = only_task(desk.services)
    assert (row.subject, row.subject_id) == (TaskSubject.FOLLOWUP, UUID(str(followup)))


def test_a_task_is_corrected_without_a_mouse(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    task_id = desk.services.task.add_task(task_draft())
    dialog = edit_task(desk, window, task_id)
    type_into(dialog, "what", "Bestil flere")
    what = find(dialog, QLineEdit, "what")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(what, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert only_task(desk.services).what == "Bestil flere"


def test_what_a_task_is_about_stays_when_the_practice_is_archived(
    desk: Desk, window: QWidget
) -> None:
    practice = desk.services.practice.add_practice(practice_draft("Skovbrynets Læger"))
    about = task_draft(subject="practice", subject_id=str(practice))
    task_id = desk.services.task.add_task(about)
    desk.services.practice.archive_practice(practice)
    dialog = edit_task(desk, window, task_id)
    click(dialog, "save")
    assert only_task(desk.services).about == "Skovbrynets Læger"


def test_a_task_is_removed_from_its_form_after_asking(desk: Desk, window: QWidget) -> None:
    dialog = edit_task(desk, window, desk.services.task.add_task(task_draft()))
    click(dialog, "remove_task")
    asked = next(one for one in dialog.findChildren(Dialog) if one.isVisible())
    click(asked, "confirm")
    assert desk.services.task.list_tasks() == ()
    assert not dialog.isVisible()


def test_in_danish_the_task_stands_in_one_pair_of_quotation_marks(
    desk: Desk, window: QWidget
) -> None:
    use_language("da")
    task_id = desk.services.task.add_task(task_draft("Ring til lægehuset igen"))
    removal = task_removal(desk, task_id, "Ring til lægehuset igen")
    assert removal.consequence == "»Ring til lægehuset igen« forsvinder og kan ikke hentes tilbage."


def test_what_was_typed_when_the_lock_fell_is_offered_again(
    desk: Desk, window: QWidget, blank: TaskDialog
) -> None:
    type_into(blank, "what", "Halvt skrevet")
    flush_all()
    blank.hide()
    assert desk.services.draft.find(DraftKind.TASK, "") is not None
    again = opened_again(desk, window)
    assert find(again, QLineEdit, "what").text() == "Halvt skrevet"
    notices = [notice.what() for notice in again.findChildren(Notice) if notice.isVisible()]
    assert notices == ["You were in the middle of this."]
    again.hide()


def opened_again(desk: Desk, window: QWidget) -> TaskDialog:
    new_task(desk, window)
    return opened(window, TaskDialog)
