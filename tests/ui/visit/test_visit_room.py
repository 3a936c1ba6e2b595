from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date, time, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget
from sqlalchemy import text

from app.bootstrap import Services
from app.domain.draft import DraftKind
from app.domain.flag import CorrectionDraft, FlagDraft
from app.domain.practice import PracticeId
from app.domain.visit import AgendaCode, AttendanceDraft, VisitId
from app.domain.visit_note import Promiser
from app.domain.visit_pause import PauseKind
from app.domain.visit_people import Attendance
from tests.builders import (
    doctor_draft,
    flag_draft,
    practice_draft,
    promise_draft,
    question_draft,
    visit_draft,
)
from tests.clock import Clock
from tests.ui.conftest import Show
from tests.windows import Went, click, find, in_front, press, question, type_into, words
from ui.common.badge import Badge, CodeLook
from ui.common.button import Button
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.draft_memory import flush_all
from ui.common.draft_place import place_of
from ui.common.keys import KeyHint
from ui.common.notice import Notice
from ui.common.rows import Row
from ui.common.text_field import TextField
from ui.flag.code_dialog import CodeDialog
from ui.flag.flag_dialog import FlagDialog
from ui.visit.room.note_dialogs import PromiseDialog, QuestionDialog
from ui.visit.visit_entry import enter_visit, return_to_visit
from ui.visit.visit_room import VisitRoom

Kind = TypeVar("Kind", bound=QDialog)
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEYS = Qt.Key
IN_THE_MIDDLE = "You were in the middle of this flag. Nothing of it is saved yet."
WIDE, NARROW = (1440, 900), (880, 480)


class Hand:
    """Presses keys and counts them."""

    def __init__(self) -> None:
        self.presses = 0

    def press(
        self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        for key in keys:
            press(key, modifier)
            self.presses += 1


@pytest.fixture
def practice_id(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft())


@pytest.fixture
def visit_id(services: Services, practice_id: PracticeId) -> VisitId:
    visit_id = services.visit.plan_visit(visit_draft(practice_id))
    services.visit.start_visit(visit_id)
    return visit_id


@pytest.fixture
def room(desk: Desk, show: Show, visit_id: VisitId) -> Iterator[VisitRoom]:
    room = shown(desk, show, visit_id)
    yield room
    for dialog in room.findChildren(QDialog):
        dialog.hide()


def shown(desk: Desk, show: Show, visit_id: VisitId) -> VisitRoom:
    room = VisitRoom(desk, visit_id)
    window = show(desk.message, room)
    window.resize(*WIDE)
    QTest.qWait(1)
    return room


def opened(room: VisitRoom, kind: type[Kind]) -> Kind:
    [dialog] = [one for one in room.findChildren(kind) if one.isVisible()]
    in_front(dialog)
    return dialog


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def note_of(room: VisitRoom) -> QWidget:
    return find(room, QWidget, "note")


def everything_in(services: Services) -> str:
    """Every value of every table, as text."""
    with services.vault.read() as session:
        names = session.execute(text("SELECT name FROM sqlite_schema WHERE type = 'table'"))
        tables = [name for (name,) in names]
        asked = [text(f'SELECT * FROM "{name}"') for name in tables]  # noqa: S608 -- our own names
        return repr([session.execute(one).all() for one in asked])


def test_a_flag_takes_twelve_presses_from_an_empty_form(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    hand = Hand()
    hand.press(KEYS.Key_4, KEYS.Key_Tab, KEYS.Key_1, KEYS.Key_Tab, KEYS.Key_2)
    hand.press(KEYS.Key_Tab, KEYS.Key_Tab, KEYS.Key_2, KEYS.Key_Tab, KEYS.Key_Tab, KEYS.Key_1)
    hand.press(KEYS.Key_Return, modifier=CONTROL)
    [card] = services.flag.flags_of_visit(visit_id)
    facts = card.facts
    assert (facts.theme.value, facts.employment.value) == ("overview", "in_job")
    assert (facts.urgency.value, facts.next_step.value) == ("within_14_days", "doctor_talks")
    assert [function.value for function in facts.functions] == ["concentration"]
    assert hand.presses <= 12


def test_a_flag_with_a_note_takes_twelve_presses_beside_the_note(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    hand = Hand()
    hand.press(KEYS.Key_4, KEYS.Key_Tab, KEYS.Key_1, KEYS.Key_Tab, KEYS.Key_2)
    hand.press(KEYS.Key_Tab, KEYS.Key_Tab, KEYS.Key_2)
    hand.press(KEYS.Key_S, modifier=ALT)
    hand.press(KEYS.Key_1)
    hand.press(KEYS.Key_N, modifier=ALT)
    QTest.keyClicks(focused(), "Kniber med overblik")
    hand.press(KEYS.Key_Return, modifier=CONTROL)
    [card] = services.flag.flags_of_visit(visit_id)
    facts = card.facts
    assert (facts.theme.value, facts.employment.value) == ("overview", "in_job")
    assert (facts.urgency.value, facts.next_step.value) == ("within_14_days", "doctor_talks")
    assert facts.note == "Kniber med overblik"
    assert hand.presses <= 12


def test_after_saving_the_next_flag_begins(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    hand = Hand()
    for theme in (KEYS.Key_6, KEYS.Key_1):
        hand.press(theme)
        hand.press(KEYS.Key_Return, modifier=CONTROL)
    themes = [card.facts.theme.value for card in services.flag.flags_of_visit(visit_id)]
    assert sorted(themes) == ["pain", "work_pressure"]
    assert len({card.code for card in services.flag.flags_of_visit(visit_id)}) == 2


def test_the_code_in_view_is_the_one_the_flag_gets(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    code = room._flag._tag.code()
    Hand().press(KEYS.Key_6)
    Hand().press(KEYS.Key_Return, modifier=CONTROL)
    assert [card.code for card in services.flag.flags_of_visit(visit_id)] == [code]
    assert room._flag._tag.code() != code


def test_without_a_theme_nothing_is_saved_and_it_is_asked_for(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    Hand().press(KEYS.Key_Return, modifier=CONTROL)
    assert services.flag.flags_of_visit(visit_id) == ()
    assert find(room, QLabel, "theme_problem").text() == "Choose one of these."


def test_a_person_in_the_note_is_refused_and_nothing_of_it_is_kept(
    services: Services, room: VisitRoom
) -> None:
    Hand().press(KEYS.Key_6)
    type_into(room, "note", "Kniber med overblik 251248-9996 og ring Nancy")
    QTest.qWait(1)
    flush_all()
    assert not find(room, Button, "raise_flag").isEnabled()
    assert "Stopped: the note points to a person." in texts(room)
    Hand().press(KEYS.Key_Return, modifier=CONTROL)
    assert services.flag.list_flags() == ()
    kept = everything_in(services)
    assert "9996" not in kept
    assert "Kniber" not in kept
    assert '"theme": "pain"' in kept, "the other fields are kept"


def test_alt_f_mends_the_note_and_the_flag_can_be_saved(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    Hand().press(KEYS.Key_6)
    type_into(room, "note", "Kniber med overblik 251248-9996")
    QTest.qWait(1)
    Hand().press(KEYS.Key_F, modifier=ALT)
    Hand().press(KEYS.Key_Return, modifier=CONTROL)
    [card] = services.flag.flags_of_visit(visit_id)
    assert card.facts.note == "Kniber med overblik"


def test_esc_clears_and_undo_brings_all_of_it_back(room: VisitRoom) -> None:
    room._flag.form.show_draft(flag_draft(note="Kniber med løft", urgency="this_week"))
    before = room._flag.form.values()
    press(KEYS.Key_Escape)
    assert not room._flag.is_begun()
    press(KEYS.Key_Z, CONTROL)
    assert room._flag.form.values() == before


def test_esc_is_offered_only_where_it_clears_something(room: VisitRoom) -> None:
    assert "Clear the flag" in words(room._agenda)
    assert "Esc" in dict(room.keys())
    room.go_to(AgendaCode.QUESTIONS)
    assert "Clear the flag" not in words(room._agenda)
    assert "Esc" not in dict(room.keys())


def test_undo_does_not_bring_a_person_back(room: VisitRoom) -> None:
    Hand().press(KEYS.Key_6)
    type_into(room, "note", "ring 251248-9996")
    press(KEYS.Key_Escape)
    click(room, "undo_clear")
    assert room._flag.form.values()["note"] == ""
    assert room._flag.form.values()["theme"] == "pain"


def test_a_begun_flag_comes_back_with_its_code_and_says_so_until_it_is_saved(
    desk: Desk, show: Show, services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    draft = flag_draft(note="Kniber med løft", mentioned="3", act_by="23.09.2026")
    room._flag.form.show_draft(draft)
    room._flag.form.changed.emit()
    code = room._flag._tag.code()
    room.hide()
    again = shown(desk, show, visit_id)
    assert again._flag.form.draft(FlagDraft) == draft
    assert again._flag._tag.code() == code
    again._flag._timer.timeout.emit()
    assert IN_THE_MIDDLE in texts(again)
    again._flag.save()
    again._flag._timer.timeout.emit()
    assert IN_THE_MIDDLE not in texts(again)
    again.hide()


def test_what_was_saved_leaves_no_draft(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    Hand().press(KEYS.Key_6)
    flush_all()
    assert services.draft.find(DraftKind.FLAG, visit_id.hex) is not None
    Hand().press(KEYS.Key_Return, modifier=CONTROL)
    flush_all()
    assert services.draft.find(DraftKind.FLAG, visit_id.hex) is None


def test_a_flag_emptied_by_hand_leaves_no_draft(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    type_into(room, "note", "Kniber")
    flush_all()
    assert services.draft.find(DraftKind.FLAG, visit_id.hex) is not None
    type_into(room, "note", "")
    flush_all()
    assert services.draft.find(DraftKind.FLAG, visit_id.hex) is None


def test_every_field_typed_comes_back_when_it_is_corrected(
    services: Services, room: VisitRoom, visit_id: VisitId, practice_id: PracticeId
) -> None:
    draft = flag_draft(
        functions=("concentration", "planning"),
        employment="in_job",
        sector="office",
        age_band="40-49",
        urgency="within_14_days",
        mentioned="3",
        may_quote=True,
        next_step="doctor_talks",
        who_acts="staff",
        act_by="23.09.2026",
        note="Kniber med at nå opgaverne",
    )
    room._flag.form.show_draft(draft)
    room._flag.save()
    press(KEYS.Key_5, ALT)
    press(KEYS.Key_Return)
    as_typed = CorrectionDraft(**asdict(draft), raised_on="09.09.2026")
    assert opened(room, FlagDialog).draft() == as_typed


def test_alt_and_digits_go_through_the_agenda(room: VisitRoom) -> None:
    for key, code in zip((KEYS.Key_1, KEYS.Key_2, KEYS.Key_3, KEYS.Key_4), AgendaCode, strict=True):
        press(key, ALT)
        assert room._stack.currentWidget() is room._parts[code]
        assert room._parts[code].isAncestorOf(focused())


def test_the_minutes_sum_to_the_visit(room: VisitRoom) -> None:
    minutes = [said for said in texts(room._agenda) if said.endswith(" min")]
    assert minutes == ["30 min", "6 min", "14 min", "6 min", "4 min"]


def test_minutes_turn_to_words_when_they_are_over(room: VisitRoom, clock: Clock) -> None:
    room.go_to(AgendaCode.QUESTIONS)
    clock.at = time(11, 3, 10)  # 33 minutes after it began
    room.clock.ticked.emit()
    assert find(room, QLabel, "clock_words").text() == "3 minutes over"
    said = texts(room._agenda)
    assert said[:2] == ["Agenda", "3 minutes over"]
    assert "7 minutes over" in said, "the questions were to end after 26 minutes"
    assert "4 min" in said


def test_who_drops_in_has_no_minutes(
    desk: Desk, show: Show, services: Services, clock: Clock
) -> None:
    practice_id = services.practice.add_practice(practice_draft(format="drop_in"))
    visit_id = services.visit.plan_visit(visit_draft(practice_id))
    services.visit.start_visit(visit_id)
    room = shown(desk, show, visit_id)
    assert "No fixed minutes" in texts(room._agenda)
    assert find(room, QLabel, "clock_figure").text() == "30:00"
    room.hide()


def test_feedback_is_ticked_by_key_and_taken_back(
    desk: Desk, show: Show, services: Services, visit_id: VisitId, practice_id: PracticeId
) -> None:
    earlier = services.flag.raise_flag(practice_id, None, flag_draft(next_step="advice_only"))
    room = shown(desk, show, visit_id)
    row = focused()
    assert isinstance(row, Row), "the room begins where something is owed"
    assert row.title() == "Advice was given. The flag is closed."
    press(KEYS.Key_Space)
    assert services.flag.flag(earlier.id).fed_back_on == date(2026, 9, 9)
    assert "1 of 1 code told" in texts(room._agenda)
    press(KEYS.Key_Space)
    assert services.flag.flag(earlier.id).fed_back_on is None
    room.hide()


def test_a_promise_from_last_time_is_ticked_and_taken_back(
    desk: Desk, show: Show, services: Services, practice_id: PracticeId, clock: Clock
) -> None:
    first = services.visit.plan_visit(visit_draft(practice_id))
    services.visit.start_visit(first)
    services.visit.add_promise(first, promise_draft("Sender attestark", due_on="1/10/2026"))
    end(services, first)
    clock.day += timedelta(days=42)
    second = services.visit.plan_visit(visit_draft(practice_id, "21/10/2026"))
    services.visit.start_visit(second)
    room = shown(desk, show, second)
    assert "Overdue: 1 Oct" in words(room)
    press(KEYS.Key_Space)
    assert services.visit.visit(second).owed == ()
    click(desk.message, "undo")
    assert [row.facts.what for row in services.visit.visit(second).owed] == ["Sender attestark"]
    room.hide()


def test_a_question_is_asked_by_keys_and_answered_later(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    press(KEYS.Key_3, ALT)
    QTest.keyClicks(focused(), "Er LÆ 125 nok her?")
    press(KEYS.Key_Return, CONTROL)
    [row] = services.visit.visit(visit_id).questions
    assert (row.facts.question, row.facts.answer) == ("Er LÆ 125 nok her?", "")
    assert "1 question waits" in texts(room._agenda)
    room._notes.correct_question(row.id)
    dialog = opened(room, QuestionDialog)
    assert dialog.draft().question == "Er LÆ 125 nok her?"
    type_into(dialog, "answer", "Ja, med et nyt skøn.")
    press(KEYS.Key_Return, CONTROL)
    [row] = services.visit.visit(visit_id).questions
    assert row.facts.answer == "Ja, med et nyt skøn."


def test_a_person_in_a_question_is_refused_where_it_stands(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    press(KEYS.Key_3, ALT)
    QTest.keyClicks(focused(), "Hvad med 251248-9996?")
    press(KEYS.Key_Return, CONTROL)
    assert services.visit.visit(visit_id).questions == ()
    [notice] = [one for one in room.findChildren(Notice, "guard") if one.isVisible()]
    assert "CPR" in notice.what()
    press(KEYS.Key_F, ALT)
    assert find(room, QLineEdit, "question").text() == "Hvad med ?"


def test_a_question_can_be_removed(services: Services, room: VisitRoom, visit_id: VisitId) -> None:
    question_id = services.visit.add_question(visit_id, question_draft())
    room._notes.correct_question(question_id)
    click(opened(room, QuestionDialog), "remove_question")
    click(asked(room), "confirm")
    assert services.visit.visit(visit_id).questions == ()


def test_what_is_agreed_is_added_corrected_and_removed_by_keys(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    press(KEYS.Key_A, ALT)
    dialog = opened(room, PromiseDialog)
    find(dialog, QWidget, "who").setFocus()
    press(KEYS.Key_1)
    type_into(dialog, "what", "Spørger patienten igen")
    type_into(dialog, "due_on", "23/9")
    press(KEYS.Key_Return, CONTROL)
    [row] = services.visit.visit(visit_id).promises
    assert row.facts.who is Promiser.DOCTOR
    assert row.facts.due_on == date(2026, 9, 23)
    in_front(room.window())
    press(KEYS.Key_5, ALT)
    press(KEYS.Key_Return)
    dialog = opened(room, PromiseDialog)
    assert dialog.draft().what == "Spørger patienten igen"
    click(dialog, "remove_promise")
    click(asked(room), "confirm")
    assert services.visit.visit(visit_id).promises == ()


def test_the_term_is_chosen_and_given_up(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    press(KEYS.Key_4, ALT)
    press(KEYS.Key_Return)
    first = services.visit.terms()[0]
    assert services.visit.visit(visit_id).term == first
    assert first.left_text in texts(room._agenda)
    click(room, "no_term")
    assert services.visit.visit(visit_id).term is None


def test_the_room_names_no_citizen_and_no_other_practice(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    elsewhere = services.flag.raise_flag(other, None, flag_draft())
    said = " ".join(texts(room))
    assert elsewhere.code not in said
    assert "Torvet" not in said
    assert room.window().windowTitle() in ("", "Fasthold", "fasthold", "pytest-qt-qapp")


@pytest.fixture
def doctors(services: Services, practice_id: PracticeId) -> list[str]:
    names = ["Anna Eksempel", "Bo Eksempel", "Cilla Eksempel"]
    for name, role in zip(names, ("owner", "employed", "trainee"), strict=True):
        services.practice.add_doctor(practice_id, doctor_draft(name, role=role))
    return names


def states(services: Services, visit_id: VisitId) -> list[Attendance | None]:
    return [one.attendance for one in services.visit.visit(visit_id).people]


def test_who_is_there_is_ticked_by_digits_and_the_end_knows_the_number(
    services: Services, doctors: list[str], room: VisitRoom, visit_id: VisitId
) -> None:
    press(KEYS.Key_0, ALT)
    for key in (KEYS.Key_1, KEYS.Key_2, KEYS.Key_3):
        press(key)
    press(KEYS.Key_Space)  # the keyboard is on the first one still
    assert states(services, visit_id) == [None, Attendance.SEEN, Attendance.SEEN]
    assert "2 of 3 ticked" in texts(room._agenda)
    dialog = room.end()
    assert (dialog.draft().doctors, dialog.draft().trainees) == ("1", "1")
    assert "Ticked: Bo Eksempel and Cilla Eksempel." in texts(dialog)


def test_who_drops_in_stands_in_line_and_is_called_in_from_anywhere(
    desk: Desk,
    show: Show,
    services: Services,
    practice_id: PracticeId,
    doctors: list[str],
    visit_id: VisitId,
) -> None:
    wished = replace(services.practice.draft(practice_id), format="drop_in")
    services.practice.correct_practice(practice_id, wished)
    room = shown(desk, show, visit_id)
    press(KEYS.Key_0, ALT)
    press(KEYS.Key_3)
    press(KEYS.Key_1)
    assert "Next: Cilla Eksempel" in texts(room._agenda)
    press(KEYS.Key_2, ALT)
    press(KEYS.Key_6)
    press(KEYS.Key_D, ALT)
    press(KEYS.Key_Escape)
    press(KEYS.Key_D, ALT)
    assert states(services, visit_id) == [Attendance.IN_ROOM, None, Attendance.SEEN]
    assert desk.message.text() == "Anna Eksempel is in the room."
    assert "Anna Eksempel is in the room" in texts(room._agenda), "who is inside is not through"
    press(KEYS.Key_Z, CONTROL)
    assert states(services, visit_id) == [Attendance.WAITING, None, Attendance.IN_ROOM]
    end = room.end()
    assert "Came in: Cilla Eksempel." in texts(end)
    end.reject()
    room.hide()


def test_where_nobody_waits_there_is_nothing_to_take_back(
    desk: Desk, show: Show, services: Services, practice_id: PracticeId, visit_id: VisitId
) -> None:
    wished = replace(services.practice.draft(practice_id), format="drop_in")
    services.practice.correct_practice(practice_id, wished)
    room = shown(desk, show, visit_id)
    press(KEYS.Key_0, ALT)
    assert "Nobody stands in line." in texts(room), "the grey button says why"
    press(KEYS.Key_D, ALT)
    assert desk.message.text() == "Nobody waits."
    assert find(desk.message, Button, "undo").isHidden()
    room.hide()


@pytest.fixture
def line(
    desk: Desk,
    show: Show,
    services: Services,
    practice_id: PracticeId,
    doctors: list[str],
    visit_id: VisitId,
) -> Iterator[VisitRoom]:
    """A room whose doctors drop in; Anna and Bo are owed a code each, Bo is called in first."""
    wished = replace(services.practice.draft(practice_id), format="drop_in")
    services.practice.correct_practice(practice_id, wished)
    anna, bo, _cilla = services.visit.visit(visit_id).people
    for one, code in ((anna, "K7-QX"), (bo, "N7-K2")):
        services.flag.raise_flag(practice_id, None, flag_draft(told_by=one.id.hex), code)
    for one in (bo, anna):
        services.visit_people.note_doctor(visit_id, one.id, Attendance.WAITING)
    room = shown(desk, show, visit_id)
    yield room
    room.hide()


def test_in_a_line_a_flag_is_told_by_the_doctor_whose_turn_it_is(
    services: Services, line: VisitRoom, visit_id: VisitId
) -> None:
    press(KEYS.Key_2, ALT)
    for key in (KEYS.Key_6, KEYS.Key_1):
        press(KEYS.Key_D, ALT)
        press(key)
        press(KEYS.Key_Return, CONTROL)
    press(KEYS.Key_5)
    press(KEYS.Key_D, ALT)  # a flag that is begun stays with the doctor it was begun with
    press(KEYS.Key_Return, CONTROL)
    told = {card.facts.theme: card.doctor for card in services.flag.flags_of_visit(visit_id)}
    assert told == {
        "pain": "Bo Eksempel",
        "work_pressure": "Anna Eksempel",
        "sleep_energy": "Anna Eksempel",
    }


def test_a_begun_flag_comes_back_with_the_doctor_it_was_begun_with(
    desk: Desk, show: Show, services: Services, line: VisitRoom, visit_id: VisitId
) -> None:
    press(KEYS.Key_D, ALT)
    press(KEYS.Key_2, ALT)
    press(KEYS.Key_6)
    line.hide()
    services.visit_people.next_doctor(visit_id)
    again = shown(desk, show, visit_id)
    again._flag.save()
    assert [card.doctor for card in services.flag.flags_of_visit(visit_id)] == ["Bo Eksempel"]
    again.hide()


def test_in_a_line_the_codes_owed_to_the_doctor_in_the_room_come_first_and_are_said(
    desk: Desk, line: VisitRoom
) -> None:
    def codes() -> list[str]:
        marks = [mark for row in line._feedback.findChildren(Row) for mark in row.marks()]
        return [mark.code for mark in marks if isinstance(mark, CodeLook)]

    assert codes() == ["K7-QX", "N7-K2"]
    press(KEYS.Key_D, ALT)
    assert codes() == ["N7-K2", "K7-QX"]
    said = words(line._feedback)
    assert said.index("Bo Eksempel") < said.index("Anna Eksempel")
    assert "In the room" in said
    assert desk.message.text() == "Bo Eksempel is in the room. Feedback to give: N7-K2."


def test_where_all_are_present_who_told_of_a_flag_is_chosen_with_two_keys_or_not_at_all(
    services: Services, doctors: list[str], room: VisitRoom, visit_id: VisitId
) -> None:
    cilla = services.visit.visit(visit_id).people[2]
    services.visit_people.note_doctor(visit_id, cilla.id, Attendance.SEEN)
    press(KEYS.Key_6)
    press(KEYS.Key_Return, CONTROL)
    press(KEYS.Key_1)
    press(KEYS.Key_T, ALT)
    press(KEYS.Key_1)
    press(KEYS.Key_Return, CONTROL)
    told = {card.facts.theme: card.doctor for card in services.flag.flags_of_visit(visit_id)}
    assert told == {"pain": "", "work_pressure": "Cilla Eksempel"}
    assert not room._flag.is_begun()


def test_an_interruption_stops_the_clock_and_outlives_the_room(
    desk: Desk, services: Services, room: VisitRoom, visit_id: VisitId, clock: Clock, went: Went
) -> None:
    clock.at = time(10, 41)
    press(KEYS.Key_I, ALT)
    clock.at = time(10, 50)
    room.clock.ticked.emit()
    assert find(room, QLabel, "clock_words").text() == "interrupted since 12:41"
    enter_visit(desk, visit_id)
    assert isinstance(went.room, VisitRoom)
    assert went.room.clock.figure() == "19:00"
    assert desk.message.text() == "The visit is still there. Its clock stands since 12:41."
    went.room.deleteLater()
    press(KEYS.Key_P, ALT)
    clock.at = time(10, 51)
    assert room.clock.figure() == "18:00"
    [pause] = services.visit.visit(visit_id).pauses
    assert pause.kind is PauseKind.INTERRUPTION


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("point", [KEYS.Key_0, KEYS.Key_1, KEYS.Key_4, KEYS.Key_5])
def test_a_promise_is_typed_at_once_wherever_the_room_is(
    services: Services,
    room: VisitRoom,
    visit_id: VisitId,
    size: tuple[int, int],
    point: Qt.Key,
) -> None:
    room.window().resize(*size)
    QTest.qWait(1)
    press(point, ALT)
    press(KEYS.Key_A, ALT)
    opened(room, PromiseDialog)
    QTest.keyClicks(focused(), "Sender attestark")
    press(KEYS.Key_Return, CONTROL)
    [row] = services.visit.visit(visit_id).promises
    assert (row.facts.what, row.facts.who) == ("Sender attestark", Promiser.CONSULTANT)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_note_of_a_flag_is_one_key_away_from_every_point(
    room: VisitRoom, size: tuple[int, int]
) -> None:
    room.window().resize(*size)
    QTest.qWait(1)
    for key, name in ((KEYS.Key_N, "note"), (KEYS.Key_S, "next_step")):
        press(KEYS.Key_4, ALT)
        press(key, ALT)
        assert find(room._flag, QWidget, name).isAncestorOf(focused())


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_alt_p_pauses_and_goes_on_at_any_width(room: VisitRoom, size: tuple[int, int]) -> None:
    room.window().resize(*size)
    QTest.qWait(1)
    press(KEYS.Key_P, ALT)
    assert room.clock.is_paused()
    press(KEYS.Key_P, ALT)
    assert not room.clock.is_paused()


def test_coming_back_to_a_visit_says_that_its_clock_went_on(
    desk: Desk, services: Services, visit_id: VisitId, went: Went, clock: Clock
) -> None:
    clock.at = time(10, 45)
    return_to_visit(desk, visit_id)
    assert isinstance(went.room, VisitRoom)
    assert went.room.clock.figure() == "15:00"
    assert "Its clock went on meanwhile: it counts from 12:30." in desk.message.text()
    went.room.deleteLater()


def test_a_promise_half_typed_is_open_again_when_one_comes_back(
    desk: Desk, show: Show, services: Services, visit_id: VisitId, went: Went
) -> None:
    services.draft.keep(DraftKind.PROMISE, place_of(visit_id), '{"what": "Sender attestark"}')
    return_to_visit(desk, visit_id)
    assert isinstance(went.room, VisitRoom)
    show(went.room)
    assert opened(went.room, PromiseDialog).draft().what == "Sender attestark"
    opened(went.room, PromiseDialog).hide()


def test_a_question_half_typed_stands_in_the_middle_when_one_comes_back(
    desk: Desk, show: Show, services: Services, visit_id: VisitId
) -> None:
    services.draft.keep(DraftKind.QUESTION, place_of(visit_id), '{"question": "Er LÆ 125 nok"}')
    room = shown(desk, show, visit_id)
    assert room._stack.currentWidget() is room._question
    room.hide()


def test_who_only_looked_at_another_page_is_told_nothing_of_the_clock(
    desk: Desk, visit_id: VisitId, went: Went
) -> None:
    enter_visit(desk, visit_id)
    assert isinstance(went.room, VisitRoom)
    assert desk.message.text() == ""
    went.room.deleteLater()


def test_f11_takes_the_whole_screen_and_esc_ends_nothing(
    services: Services, room: VisitRoom
) -> None:
    press(KEYS.Key_F11)
    assert room.window().isFullScreen()
    Hand().press(KEYS.Key_6)
    Hand().press(KEYS.Key_Escape, KEYS.Key_Escape)
    assert room.window().isFullScreen()
    assert services.visit.running() is not None
    click(room, "full_screen")
    assert not room.window().isFullScreen()


def test_leaving_the_room_leaves_full_screen(room: VisitRoom) -> None:
    window = room.window()
    press(KEYS.Key_F11)
    click(room, "leave")
    assert not window.isFullScreen()


def test_a_second_visit_the_same_day_says_so(
    desk: Desk, show: Show, services: Services, practice_id: PracticeId, visit_id: VisitId
) -> None:
    end(services, visit_id)
    second = services.visit.plan_visit(visit_draft(practice_id, at="13:00"))
    services.visit.start_visit(second)
    room = shown(desk, show, second)
    badges = [badge.text() for badge in room.findChildren(Badge) if badge.isVisible()]
    assert "Visit no. 2 here today" in badges
    assert "Visit mode" not in badges, "beside both the name would be cut"
    room.hide()


def test_where_it_is_narrow_a_strip_holds_the_agenda_and_what_is_noted(
    room: VisitRoom, services: Services, visit_id: VisitId
) -> None:
    services.flag.raise_flag(room._sheet.row.practice_id, visit_id, flag_draft())
    room.window().resize(*NARROW)
    QTest.qWait(1)
    assert not room._agenda.isVisible()
    assert room._strip.isVisible()
    assert find(room, Button, "end_visit").isVisible()
    press(KEYS.Key_5, ALT)
    assert room._side.isVisible()
    assert room._side.isAncestorOf(focused())
    room.window().resize(*WIDE)
    QTest.qWait(1)
    assert room._side.isVisible()
    assert room._stack.currentWidget() is room._parts[AgendaCode.NEW_FLAGS]


def test_where_it_is_narrow_the_name_of_the_practice_is_still_whole(room: VisitRoom) -> None:
    room.window().resize(*NARROW)
    QTest.qWait(1)
    name = room._header._practice
    assert name.fontMetrics().horizontalAdvance(name.text()) <= name.width()


def test_the_room_can_be_left_while_the_visit_goes_on(
    desk: Desk, services: Services, room: VisitRoom, visit_id: VisitId, went: Went
) -> None:
    Hand().press(KEYS.Key_6)
    click(room, "leave")
    running = services.visit.running()
    assert running is not None
    assert running.id == visit_id
    assert went.room is None
    assert "“Back to the visit”" in desk.message.text(), "as the button on Today reads"
    assert services.draft.find(DraftKind.FLAG, visit_id.hex) is not None


def test_entering_starts_a_planned_visit(
    desk: Desk, services: Services, practice_id: PracticeId, went: Went
) -> None:
    visit_id = services.visit.plan_visit(visit_draft(practice_id))
    enter_visit(desk, visit_id.hex)
    running = services.visit.running()
    assert running is not None
    assert running.id == visit_id
    assert isinstance(went.room, VisitRoom)
    went.room.deleteLater()


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        ("21/10/2026", "planned for 21 October 2026, in 42 days. Hold it today instead?"),
        ("1/9/2026", "planned for 1 September 2026, 8 days ago. Write it down now?"),
    ],
)
def test_a_visit_of_another_time_is_started_only_if_that_is_meant(
    desk: Desk,
    show: Show,
    services: Services,
    practice_id: PracticeId,
    went: Went,
    day: str,
    asked: str,
) -> None:
    window = show(desk.message)
    visit_id = services.visit.plan_visit(visit_draft(practice_id, day))
    enter_visit(desk, visit_id)
    dialog = question(window)
    assert asked in dialog.accessibleName()
    assert services.visit.running() is None
    assert dialog.focusWidget() is find(dialog, Button, "cancel")
    click(dialog, "confirm")
    assert services.visit.running() is not None
    assert went.room is not None
    went.room.deleteLater()


@pytest.mark.parametrize("day", ["9/9/2026", "2/9/2026"])
def test_todays_visit_and_last_weeks_are_started_at_once(
    desk: Desk, services: Services, practice_id: PracticeId, went: Went, day: str
) -> None:
    enter_visit(desk, services.visit.plan_visit(visit_draft(practice_id, day)))
    assert services.visit.running() is not None
    assert went.room is not None
    went.room.deleteLater()


def test_entering_while_another_visit_runs_says_which(
    desk: Desk, show: Show, services: Services, visit_id: VisitId, went: Went
) -> None:
    window = show(desk.message)
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    planned = services.visit.plan_visit(visit_draft(other, at="14"))
    enter_visit(desk, planned)
    assert went.room is None
    [dialog] = window.findChildren(QDialog)
    assert any("The visit at Lægehuset Søndergade still runs" in said for said in texts(dialog))
    dialog.hide()


def test_entering_what_is_no_visit_leads_nowhere(desk: Desk, went: Went) -> None:
    enter_visit(desk, "no id")
    assert went.room is None


def test_typing_a_question_is_kept(
    desk: Desk, show: Show, room: VisitRoom, visit_id: VisitId
) -> None:
    press(KEYS.Key_3, ALT)
    QTest.keyClicks(focused(), "Er LÆ 125 nok")
    room.hide()
    again = shown(desk, show, visit_id)
    field = again._question.form.field("question")
    assert isinstance(field, TextField)
    assert field.value() == "Er LÆ 125 nok"
    again.hide()


def asked(room: VisitRoom) -> QDialog:
    [question] = [one for one in room.findChildren(Dialog) if type(one) is Dialog]
    return question


def end(services: Services, visit_id: VisitId) -> None:
    services.visit.note_attendance(visit_id, AttendanceDraft(doctors="3"))
    services.visit.end_visit(visit_id)


def test_a_term_of_the_day_takes_no_room_from_the_keys(
    services: Services, room: VisitRoom, visit_id: VisitId
) -> None:
    services.visit.set_term(visit_id, services.visit.terms()[0].code)
    room.window().resize(1366, 640)
    QTest.qWait(1)
    for hint in room._agenda.findChildren(KeyHint):
        foot = hint.mapTo(room._agenda, hint.rect().bottomLeft()).y()
        assert not hint.isVisible() or foot < room._agenda.height()


def asked_for(room: VisitRoom, code: str) -> CodeDialog:
    room.search()
    dialog = opened(room, CodeDialog)
    type_into(dialog, "code", code)
    click(dialog, "save")
    return dialog


def test_a_code_said_in_the_room_opens_its_flag_however_it_is_written(
    room: VisitRoom, services: Services, practice_id: PracticeId
) -> None:
    card = services.flag.raise_flag(practice_id, None, flag_draft(), "K7-QX")
    asked_for(room, "k7qx")
    assert f"Correct flag {card.code}" in texts(opened(room, FlagDialog))


def test_a_code_of_another_practice_is_not_found_in_the_room(
    room: VisitRoom, services: Services, practice_id: PracticeId
) -> None:
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    services.flag.raise_flag(other, None, flag_draft(), "K7-QX")
    for said in ("K7-QX", "K7-GX"):
        dialog = asked_for(room, said)
        words = "No flag of this practice has this code. Ask for it sign by sign."
        assert find(dialog, QLabel, "code_problem").text() == words
        dialog.throw_away()
