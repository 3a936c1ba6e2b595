from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.draft import DraftKind
from app.domain.paper import Prepared
from app.domain.practice import PracticeId
from app.domain.visit import AttendanceDraft, VisitId, VisitStatus
from app.domain.visit_pause import PauseKind
from tests.builders import (
    doctor_draft,
    flag_draft,
    practice_draft,
    promise_draft,
    question_draft,
    sender_draft,
    visit_draft,
)
from tests.clock import Clock
from tests.ui.conftest import Show
from tests.windows import Went, click, find, in_front, press, type_into, words
from ui.common.desk import Desk
from ui.common.discard import discard
from ui.common.rows import Row, RowList
from ui.paper.paper_dialog import PaperDialog
from ui.visit.plan_rows import Block, BlockState
from ui.visit.room.end_dialog import EndDialog
from ui.visit.visit_entry import enter_visit
from ui.visit.visit_panel import when_words
from ui.visit.visit_room import VisitRoom

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def practice_id(services: Services) -> PracticeId:
    services.settings.save_sender(sender_draft())
    return services.practice.add_practice(practice_draft())


@pytest.fixture
def visit_id(services: Services, practice_id: PracticeId) -> VisitId:
    visit_id = services.visit.plan_visit(visit_draft(practice_id))
    services.visit.start_visit(visit_id)
    return visit_id


@pytest.fixture
def room(desk: Desk, show: Show, visit_id: VisitId) -> Iterator[VisitRoom]:
    room = VisitRoom(desk, visit_id)
    window = show(desk.message, room)
    window.resize(1440, 900)
    QTest.qWait(1)
    yield room
    for dialog in window.findChildren(QDialog):
        dialog.hide()


def ending(room: VisitRoom) -> EndDialog:
    press(Qt.Key.Key_E, CONTROL)
    dialog = find(room, EndDialog)
    in_front(dialog)
    return dialog


def paper(room: VisitRoom, qtbot: QtBot) -> Prepared:
    dialog = find(room.window(), PaperDialog)
    qtbot.waitUntil(lambda: dialog.prepared is not None, timeout=10_000)
    prepared = dialog.prepared
    assert prepared is not None
    return prepared


def end_with_keys(room: VisitRoom, doctors: str = "5") -> None:
    dialog = room.findChild(EndDialog) or ending(room)
    type_into(dialog, "doctors", doctors)
    press(Qt.Key.Key_Return, CONTROL)


def text_of(pdf: bytes) -> str:
    words = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(words.split())


def texts(widget: QWidget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    rows = [row for row in widget.findChildren(Row) if row.isVisible()]
    return "\n".join([*labels, *(part for row in rows for part in row.words())])


def test_the_end_gives_a_summary_of_exactly_what_was_noted(
    services: Services, room: VisitRoom, visit_id: VisitId, practice_id: PracticeId, qtbot: QtBot
) -> None:
    flag = services.flag.raise_flag(practice_id, visit_id, flag_draft(note="Kniber med løft"))
    services.visit.add_question(visit_id, question_draft("Ja, med et nyt skøn."))
    services.visit.add_promise(visit_id, promise_draft("Tager attestark med"))
    end_with_keys(room)
    said = text_of(paper(room, qtbot).pdf)
    for expected in (flag.code, "Er LÆ 125 nok", "Ja, med et nyt skøn.", "Tager attestark med"):
        assert expected in said
    assert "5 doctors" in said
    assert "21 October" in said
    assert "Kniber" not in said


def test_other_notes_give_another_paper(
    services: Services, room: VisitRoom, visit_id: VisitId, practice_id: PracticeId, qtbot: QtBot
) -> None:
    end_with_keys(room)
    first = paper(room, qtbot).pdf
    services.visit.add_promise(visit_id, promise_draft("Sender kodesedler"))
    second = services.export.prepare_visit_summary(visit_id, "en").pdf
    assert first != second
    assert "Sender kodesedler" not in text_of(first)
    assert "Sender kodesedler" in text_of(second)


def test_the_best_date_is_booked_unless_it_is_unticked(
    services: Services, room: VisitRoom, practice_id: PracticeId, visit_id: VisitId, went: Went
) -> None:
    end_with_keys(room)
    planned = [v for v in services.visit.list_visits(practice_id) if v.status == "planned"]
    assert [f"{visit.start:%d.%m.%Y %H.%M}" for visit in planned] == ["21.10.2026 12.30"]
    assert ("visits", visit_id.hex) in went.pages, "the plan stands on the visit that ended"


def test_no_date_is_booked_when_it_is_unticked(
    services: Services, room: VisitRoom, practice_id: PracticeId
) -> None:
    dialog = ending(room)
    type_into(dialog, "doctors", "5")
    find(dialog, QWidget, "book").setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, CONTROL)
    assert [v.status for v in services.visit.list_visits(practice_id)] == [VisitStatus.HELD]


def test_a_date_booked_already_is_only_said(
    services: Services, room: VisitRoom, practice_id: PracticeId
) -> None:
    services.visit.plan_visit(visit_draft(practice_id, "20/10/2026"))
    assert "Tuesday 20 October at 12:30" in texts(room)
    assert "Next visit, booked: Tuesday 20 October" in texts(ending(room))


def test_the_number_of_doctors_is_asked_for_and_kept_as_it_is_typed(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    dialog = ending(room)
    click(dialog, "save")
    assert dialog.isVisible()
    assert find(dialog, QLabel, "doctors_problem").text()
    type_into(dialog, "doctors", "4")
    assert services.visit.visit(visit_id).present_doctors == 4
    running = services.visit.running()
    assert running is not None


def test_open_points_are_listed_and_do_not_stop(
    services: Services, room: VisitRoom, visit_id: VisitId, practice_id: PracticeId
) -> None:
    services.flag.raise_flag(practice_id, None, flag_draft(next_step="advice_only"))
    services.visit.add_question(visit_id, question_draft())
    room._flag.form.show_draft(flag_draft())
    said = texts(ending(room))
    for point in (
        "A flag is begun and not saved.",
        "Not told at this visit",
        "Certificate question without an answer",
        "what was not told stands as “Nothing to report.”",
    ):
        assert point in said


def test_open_codes_stand_under_their_doctor_and_the_rest_beneath(
    services: Services, room: VisitRoom, visit_id: VisitId, practice_id: PracticeId
) -> None:
    doctor = services.practice.add_doctor(practice_id, doctor_draft())
    services.visit.add_question(visit_id, question_draft())
    for told_by in ("", doctor.hex):
        services.flag.raise_flag(practice_id, None, flag_draft(told_by=told_by))
    rows = find(ending(room), RowList).rows()
    assert [row.accessibleDescription() for row in rows] == [
        *("Læge Eksempel", "The practice", "Promises and questions"),
    ]
    assert rows[-1].title().startswith("Er LÆ 125")


def test_an_open_point_is_dropped_and_taken_up_again_by_key(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    services.visit.add_question(visit_id, question_draft())
    dialog = ending(room)
    row = find(dialog, RowList).rows()[0]
    row.setFocus()
    for dropped in (True, False):
        press(Qt.Key.Key_Space)
        assert [one.dropped for one in services.visit_end.open_points(visit_id)] == [dropped]
        assert ("Dropped" in words(dialog)) is dropped


def test_the_time_of_an_interruption_is_told_at_the_end(
    services: Services, room: VisitRoom, visit_id: VisitId, clock: Clock
) -> None:
    services.visit_pause.stop_clock(visit_id, PauseKind.INTERRUPTION)
    clock.at = time(10, 37)
    services.visit_pause.go_on(visit_id)
    clock.at = time(10, 50)
    assert "The visit was interrupted for 7 minutes." in texts(ending(room))


@pytest.mark.parametrize(
    ("day", "at", "start"),
    [("22/10", "", "22.10.2026 12.30"), ("uge 44 tir", "14", "27.10.2026 14.00")],
)
def test_another_day_than_those_proposed_is_typed(
    services: Services, room: VisitRoom, practice_id: PracticeId, day: str, at: str, start: str
) -> None:
    dialog = ending(room)
    type_into(dialog, "doctors", "5")
    find(dialog, QWidget, "book").setFocus()
    press(Qt.Key.Key_Space)  # none of those
    type_into(dialog, "day", day)
    type_into(dialog, "at", at)
    press(Qt.Key.Key_Return, CONTROL)
    planned = [v for v in services.visit.list_visits(practice_id) if v.status == "planned"]
    assert [f"{visit.start:%d.%m.%Y %H.%M}" for visit in planned] == [start]


def test_a_day_that_cannot_be_is_refused_where_it_stands(
    services: Services, room: VisitRoom
) -> None:
    dialog = ending(room)
    type_into(dialog, "doctors", "5")
    type_into(dialog, "day", "25/12")
    press(Qt.Key.Key_Return, CONTROL)
    assert "Choose another day" in find(dialog, QLabel, "day_problem").text()
    assert services.visit.running() is not None


def test_what_i_promised_becomes_a_task_and_the_end_says_so(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    services.visit.add_promise(visit_id, promise_draft("Sender attestark"))
    assert "A task is made of what you promised: Sender attestark." in texts(ending(room))
    end_with_keys(room)
    assert [task.what for task in services.task.list_tasks()] == ["Sender attestark"]


def test_one_undo_opens_the_visit_again_without_its_task_and_its_next_date(
    desk: Desk,
    services: Services,
    room: VisitRoom,
    visit_id: VisitId,
    practice_id: PracticeId,
    went: Went,
) -> None:
    services.visit.add_promise(visit_id, promise_draft("Sender attestark"))
    end_with_keys(room)
    find(room.window(), PaperDialog).reject()
    assert desk.message.text() == "The visit at Lægehuset Søndergade is ended."
    click(desk.message, "undo")
    running = services.visit.running()
    assert running is not None
    assert running.id == visit_id
    assert services.task.list_tasks() == ()
    assert [row.id for row in services.visit.list_visits(practice_id)] == [visit_id]
    assert isinstance(went.room, VisitRoom)
    went.room.deleteLater()


def test_a_flag_begun_keeps_its_code_when_the_end_is_taken_back(
    desk: Desk, services: Services, room: VisitRoom, visit_id: VisitId, went: Went
) -> None:
    code = room._flag._tag.code()
    press(Qt.Key.Key_6)
    end_with_keys(room)
    kept = services.draft.find(DraftKind.FLAG, visit_id.hex)
    assert kept is not None
    assert code in kept.values
    find(room.window(), PaperDialog).reject()
    click(desk.message, "undo")
    assert isinstance(went.room, VisitRoom)
    went.room._flag.save()
    assert [card.code for card in services.flag.flags_of_visit(visit_id)] == [code]
    went.room.deleteLater()


def test_a_held_visit_shows_its_summary_again(
    desk: Desk, services: Services, room: VisitRoom, visit_id: VisitId, qtbot: QtBot, went: Went
) -> None:
    end_with_keys(room)
    first = paper(room, qtbot).sha256
    discard(find(room.window(), PaperDialog))
    enter_visit(desk, visit_id)
    assert paper(room, qtbot).sha256 == first
    assert went.room is None


def test_two_promises_that_read_alike_are_told_apart(
    desk: Desk, show: Show, services: Services, practice_id: PracticeId, clock: Clock
) -> None:
    for day, who in (("9/9/2026", "doctor"), ("20/1/2027", "consultant")):
        visit = services.visit.plan_visit(visit_draft(practice_id, day))
        services.visit.start_visit(visit)
        services.visit.add_promise(visit, promise_draft("Spørger patienten", who=who))
        services.visit.note_attendance(visit, AttendanceDraft(doctors="2"))
        services.visit.end_visit(visit)
        clock.day += timedelta(days=133)
    clock.day = date(2027, 1, 27)
    last = services.visit.plan_visit(visit_draft(practice_id, "27/1/2027"))
    services.visit.start_visit(last)
    room = VisitRoom(desk, last)
    show(desk.message, room)
    dialog = room.end()
    said = texts(dialog)
    assert "The doctor, promised 9 Sep 2026, not ticked" in said
    assert "Me, promised 20 Jan, not ticked" in said
    dialog.hide()
    room.hide()


def test_the_plan_tells_when_a_visit_was_held_not_when_it_was_to_be(
    services: Services, visit_id: VisitId, clock: Clock
) -> None:
    clock.at = time(10, 34)
    services.visit.note_attendance(visit_id, AttendanceDraft(doctors="2"))
    services.visit.end_visit(visit_id)
    row = services.visit.visit(visit_id).row
    block = Block(
        key="",
        state=BlockState.HELD,
        practice_id=row.practice_id,
        practice=row.practice,
        start=row.start,
        minutes=row.minutes,
        day=row.start.date(),
        visit=row,
    )
    assert "12:30–12:34" in when_words(block)
