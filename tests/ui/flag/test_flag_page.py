from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.draft import DraftKind
from app.domain.flag import FlagCard, FlagDraft
from app.domain.flag_choice import CloseReason, FlagStatus
from app.domain.flag_view import FlagFilter, ViewDraft
from app.domain.language import in_language
from app.domain.paper import PaperKind
from app.domain.practice import PracticeId
from app.domain.visit import AttendanceDraft
from tests.builders import (
    doctor_draft,
    flag_draft,
    followup_draft,
    practice_draft,
    sender_draft,
    visit_draft,
)
from tests.clock import Clock
from tests.ui.conftest import Show
from tests.windows import Went, click, find, in_front, press, type_into, words
from ui.common.badge import Badge
from ui.common.button import Button
from ui.common.chips import ChipsField
from ui.common.choice_field import ChoiceBox
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.draft_memory import flush_all
from ui.common.paint import RING
from ui.common.rows import RowList
from ui.common.segments import Segments
from ui.flag.action_bar import ActionBar
from ui.flag.flag_dialog import FlagDialog
from ui.flag.flag_page import FlagPage
from ui.flag.flag_tile import FlagTile
from ui.flag.going import GOING, GoingDialog
from ui.flag.view_dialog import ViewDialog
from ui.paper.paper_dialog import PaperDialog

ALT = Qt.KeyboardModifier.AltModifier
LAPTOP = 1_110  # px beside the sidebar of a window 1366 wide


@pytest.fixture
def practice_id(services: Services) -> PracticeId:
    return services.practice.add_practice(practice_draft())


@pytest.fixture
def page(desk: Desk, show: Show, practice_id: PracticeId) -> Iterator[FlagPage]:
    page = FlagPage(desk)
    window = show(desk.message, page)
    window.resize(1300, 800)
    yield page
    for dialog in page.findChildren(QDialog):
        dialog.hide()


def raised(services: Services, practice_id: PracticeId, **changes: object) -> FlagCard:
    return services.flag.raise_flag(practice_id, None, flag_draft(**changes))


def tile(page: FlagPage, card: FlagCard) -> FlagTile:
    return find(page, FlagTile, f"flag_{card.code}")


def stand_on(page: FlagPage, card: FlagCard) -> FlagTile:
    page.show_entity(card.id.hex)
    return tile(page, card)


def dialog_of(page: FlagPage, kind: type[QDialog] = QDialog) -> QDialog:
    shown = [one for one in page.findChildren(kind) if one.isVisible()]
    assert len(shown) == 1
    in_front(shown[0])
    return shown[0]


def status(services: Services, card: FlagCard) -> FlagStatus:
    return services.flag.flag(card.id).status


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_each_flag_stands_under_who_has_the_ball(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    cards = {
        FlagStatus.RAISED: raised(services, practice_id),
        FlagStatus.DOCTOR_ASKS: raised(services, practice_id, next_step="doctor_talks"),
        FlagStatus.AWAITING: raised(services, practice_id, next_step="patient_rings"),
        FlagStatus.CLOSED: raised(services, practice_id, next_step="advice_only"),
    }
    for where, card in cards.items():
        assert [one.card.id for one in page._board.lane(where).tiles()] == [card.id]
    assert page._board.lane(FlagStatus.CONSENTED).tiles() == []


def test_a_card_says_everything_but_who(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id, urgency="this_week", note="Kniber med overblik")
    said = texts(tile(page, card))
    assert said == ["Pain", "Lifting", "Lægehuset Søndergade · today", "Deleted in 90 days"]
    assert "Kniber" not in tile(page, card).accessibleName()


def test_a_flag_that_goes_within_30_days_warns(
    services: Services, page: FlagPage, practice_id: PracticeId, clock: Clock
) -> None:
    card = raised(services, practice_id)
    clock.day = date(2026, 11, 8)
    page.reload()
    assert "Deleted in 30 days" not in texts(tile(page, card)), "a badge says it now"
    assert "Deleted in 30 days" in words(tile(page, card))


def test_the_list_says_how_old_a_flag_is_and_how_long_it_has_left(
    services: Services, page: FlagPage, practice_id: PracticeId, clock: Clock
) -> None:
    raised(services, practice_id)
    clock.day = date(2026, 10, 21)
    page.reload()
    model = page._table.model()
    said = [model.index(0, column).data() for column in range(model.columnCount())]
    assert said[-2:] == ["42 days", "in 48 days"]


def test_flags_that_are_soon_reduced_are_told_of_and_listed(
    services: Services, page: FlagPage, practice_id: PracticeId, clock: Clock
) -> None:
    card = raised(services, practice_id, note="Kniber med overblik")
    clock.day = date(2026, 11, 23)
    page.reload()
    assert "reduced within" not in words(page)
    clock.day = date(2026, 11, 24)
    page.reload()
    assert "1 flag is reduced within 14 days" in words(page)
    click(page, "see_going")
    dialog = dialog_of(page, GoingDialog)
    (row,) = find(dialog, RowList, "going").rows()
    said = row.accessibleName()
    assert said.startswith("Pain, Kept: September 2026 · Lægehuset Søndergade · Pain, ")
    assert said.endswith(", In 14 days")
    assert "Only month, practice and theme are kept" in words(dialog)
    row.opened.emit()
    assert page.window().focusWidget() is tile(page, card)


def test_today_leads_to_the_flags_that_are_soon_reduced(
    services: Services, page: FlagPage, practice_id: PracticeId, clock: Clock
) -> None:
    page.show_entity(GOING)
    assert not page.findChildren(GoingDialog)
    raised(services, practice_id)
    clock.day = date(2026, 12, 1)
    page.show_entity(GOING)
    assert "1 flag is reduced within 14 days" in words(dialog_of(page, GoingDialog))


def test_arrows_lead_from_card_to_card_and_past_empty_columns(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    first = raised(services, practice_id)
    closed = raised(services, practice_id, next_step="advice_only")
    stand_on(page, first)
    press(Qt.Key.Key_Right)
    assert tile(page, closed).hasFocus()
    press(Qt.Key.Key_Left)
    assert tile(page, first).hasFocus()


def reach_by_code(page: FlagPage, card: FlagCard) -> None:
    page.show_entity(card.id.hex)


def reach_by_filter(page: FlagPage, card: FlagCard) -> None:
    page._filters.clear()
    tile(page, card).setFocus()


def reach_by_page(page: FlagPage, card: FlagCard) -> None:
    tile(page, card).setFocus()


@pytest.mark.parametrize("reach", [reach_by_code, reach_by_filter, reach_by_page])
def test_tab_leads_from_the_card_to_what_harms_nothing(
    services: Services,
    page: FlagPage,
    practice_id: PracticeId,
    reach: Callable[[FlagPage, FlagCard], None],
) -> None:
    card = raised(services, practice_id)
    raised(services, practice_id, next_step="advice_only")
    reach(page, card)
    seen = []
    for _step in range(6):
        press(Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        seen.append(here.objectName() if here else "")
    acts = ["move_on", "correct_flag", "print_slip", "close_flag", "citizen_rings", "relay_yes"]
    assert seen == acts


def test_alt_and_arrow_hand_the_ball_on_and_back(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    stand_on(page, card)
    press(Qt.Key.Key_Right, ALT)
    assert status(services, card) is FlagStatus.DOCTOR_ASKS
    assert tile(page, card).hasFocus()
    press(Qt.Key.Key_Left, ALT)
    assert status(services, card) is FlagStatus.RAISED


def test_the_mouse_hands_the_ball_on_and_undo_takes_it_back(
    services: Services, page: FlagPage, practice_id: PracticeId, desk: Desk
) -> None:
    card = raised(services, practice_id)
    stand_on(page, card)
    click(page, "move_on")
    assert status(services, card) is FlagStatus.DOCTOR_ASKS
    click(desk.message, "undo")
    assert status(services, card) is FlagStatus.RAISED
    assert tile(page, card).card.status is FlagStatus.RAISED


def test_no_hand_moves_a_flag_to_consent_given(
    services: Services, page: FlagPage, practice_id: PracticeId, desk: Desk
) -> None:
    card = raised(services, practice_id, next_step="patient_rings")
    stand_on(page, card)
    press(Qt.Key.Key_Right, ALT)
    assert status(services, card) is FlagStatus.AWAITING
    assert "Only a recorded consent" in desk.message.text()
    assert "»Consent given« needs a recorded consent" in texts(find(page, ActionBar))


def test_a_flag_that_rests_on_a_consent_stays(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id, next_step="patient_rings")
    draft = services.followup.draft_from_flag(card.id)
    services.followup.begin(replace(followup_draft(), flag_id=draft.flag_id))
    stand_on(page, card)
    press(Qt.Key.Key_Left, ALT)
    assert status(services, card) is FlagStatus.CONSENTED
    assert any("rests on a consent" in said for said in texts(dialog_of(page)))


def test_closing_asks_for_the_reason(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    stand_on(page, card)
    click(page, "close_flag")
    dialog = dialog_of(page)
    click(dialog, "save")
    assert status(services, card) is FlagStatus.RAISED, "a reason is missing"
    find(dialog, QWidget, "reason").setFocus()
    press(Qt.Key.Key_2)
    click(dialog, "save")
    assert services.flag.flag(card.id).close_reason is CloseReason.PATIENT_DECLINED
    (badge,) = find(page, FlagTile, f"flag_{card.code}").findChildren(Badge, "why")
    assert (badge.text(), badge.toolTip()) == ("Patient: no", "Patient said no")


def test_closing_can_be_taken_back(
    services: Services, page: FlagPage, practice_id: PracticeId, desk: Desk
) -> None:
    card = raised(services, practice_id, next_step="doctor_talks")
    page._acts.close(card)
    find(dialog_of(page), QWidget, "reason").setFocus()
    press(Qt.Key.Key_1)
    click(dialog_of(page), "save")
    click(desk.message, "undo")
    assert status(services, card) is FlagStatus.DOCTOR_ASKS


def test_del_asks_once_and_deletes(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    stand_on(page, card)
    press(Qt.Key.Key_Delete)
    dialog = dialog_of(page)
    assert any("not even for counting" in said for said in texts(dialog))
    click(dialog, "confirm")
    assert services.flag.list_flags() == ()


def test_deleting_can_be_thought_better_of(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    stand_on(page, card)
    click(page, "remove_flag")
    press(Qt.Key.Key_Escape)
    assert services.flag.flag(card.id) == card


def test_enter_opens_and_every_field_comes_back(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    draft = full_draft()
    card = services.flag.raise_flag(practice_id, None, draft)
    stand_on(page, card)
    press(Qt.Key.Key_Return)
    dialog = dialog_of(page, FlagDialog)
    assert isinstance(dialog, FlagDialog)
    assert dialog.draft() == draft


def test_what_is_corrected_is_saved(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    page._acts.correct(card.id)
    dialog = dialog_of(page, FlagDialog)
    type_into(dialog, "note", "Kniber med løft")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert services.flag.flag(card.id).facts.note == "Kniber med løft"


def test_a_person_in_the_note_stops_the_dialog(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    page._acts.correct(card.id)
    dialog = dialog_of(page, FlagDialog)
    type_into(dialog, "note", "ring 251248-9996")
    assert not find(dialog, Button, "save").isEnabled()
    QTest.qWait(1)
    press(Qt.Key.Key_F, ALT)
    assert find(dialog, Button, "save").isEnabled()


def test_a_flag_is_raised_outside_a_visit(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    page.new()
    dialog = dialog_of(page, FlagDialog)
    find(dialog, ChoiceBox, "practice_id").set_value(practice_id.hex)
    theme = next(
        field for field in dialog.findChildren(ChipsField) if field.editor().objectName() == "theme"
    )
    theme.choose_at(5)
    click(dialog, "save")
    [card] = services.flag.list_flags()
    assert (card.practice_id, card.facts.theme.value) == (practice_id, "pain")


def field_of(dialog: QWidget, name: str) -> ChipsField:
    [found] = [one for one in dialog.findChildren(ChipsField) if one.editor().objectName() == name]
    return found


def test_outside_a_visit_the_doctors_of_the_practice_chosen_are_offered(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    doctor = services.practice.add_doctor(practice_id, doctor_draft())
    page.new()
    dialog = dialog_of(page, FlagDialog)
    told_by = field_of(dialog, "told_by")
    assert not told_by.isVisible(), "nobody knows whose doctors yet"
    practice = find(dialog, ChoiceBox, "practice_id")
    practice.set_value(practice_id.hex)
    practice.activated.emit(0)
    assert told_by.isVisible()
    assert [chip.text() for chip in told_by.chips()] == ["Læge Eksempel", "Not said"]
    told_by.choose_at(0)
    field_of(dialog, "theme").choose_at(5)
    click(dialog, "save")
    [card] = services.flag.list_flags()
    assert card.facts.told_by == doctor


def test_who_told_of_a_flag_is_corrected_to_not_said(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    doctor = services.practice.add_doctor(practice_id, doctor_draft())
    card = services.flag.raise_flag(practice_id, None, flag_draft(told_by=doctor.hex))
    page._acts.correct(card.id)
    dialog = dialog_of(page, FlagDialog)
    assert field_of(dialog, "told_by").value() == doctor.hex
    field_of(dialog, "told_by").choose_at(1)
    click(dialog, "save")
    assert services.flag.flag(card.id).doctor == ""


def test_an_unfinished_flag_comes_back_with_practice_and_doctor(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    doctor = services.practice.add_doctor(practice_id, doctor_draft())
    typed = {"practice_id": practice_id.hex, "theme": "pain", "told_by": doctor.hex}
    services.draft.keep(DraftKind.FLAG, "", json.dumps(typed))
    page.resume(DraftKind.FLAG, "")
    click(dialog_of(page, FlagDialog), "save")
    [card] = services.flag.list_flags()
    assert (card.practice_id, card.doctor) == (practice_id, "Læge Eksempel")


def test_without_practice_and_theme_both_are_asked_for(page: FlagPage) -> None:
    page.new()
    dialog = dialog_of(page, FlagDialog)
    click(dialog, "save")
    assert find(dialog, QLabel, "practice_id_problem").text() == "Choose the practice."
    assert find(dialog, QLabel, "theme_problem").text() == "Choose one of these."


def test_without_any_practice_one_is_told_what_to_do_first(
    services: Services, page: FlagPage, practice_id: PracticeId, desk: Desk
) -> None:
    services.practice.remove_practice(practice_id)
    page.new()
    assert "Add the practice first" in desk.message.text()


def test_the_slip_is_shown(
    services: Services, page: FlagPage, practice_id: PracticeId, qtbot: QtBot
) -> None:
    services.settings.save_sender(sender_draft())
    stand_on(page, raised(services, practice_id))
    click(page, "print_slip")
    dialog = dialog_of(page, PaperDialog)
    assert isinstance(dialog, PaperDialog)
    qtbot.waitUntil(lambda: dialog.prepared is not None, timeout=10_000)


def test_the_slips_of_the_practice_are_seen_in_a_language_nobody_has_read(
    services: Services, page: FlagPage, practice_id: PracticeId, qtbot: QtBot
) -> None:
    services.settings.save_sender(sender_draft())
    stand_on(page, raised(services, practice_id))
    click(page, "print_slip")
    dialog = dialog_of(page, PaperDialog)
    assert isinstance(dialog, PaperDialog)
    languages = find(dialog, ChoiceBox, "language")
    languages.set_value("uk")
    languages.activated.emit(languages.currentIndex())
    find(dialog, Segments, "version").parts()[1].click()
    qtbot.waitUntil(lambda: dialog.prepared is not None, timeout=10_000)
    assert dialog.prepared is not None
    assert (dialog.prepared.kind, dialog.prepared.language) == (PaperKind.SLIP_SHEET, "uk")
    assert "Have a speaker of the language read this before it is used." in words(dialog)


def test_the_two_recorded_ways_up_begin_at_the_flag(
    services: Services, page: FlagPage, practice_id: PracticeId, went: Went
) -> None:
    card = raised(services, practice_id)
    stand_on(page, card)
    click(page, "citizen_rings")
    click(page, "relay_yes")
    assert went.pages == [
        ("followups", f"flag:{card.id.hex}"),
        ("followups", f"relayed:{card.id.hex}"),
    ]


def test_filters_leave_out_what_is_not_asked_for(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    other = services.practice.add_practice(practice_draft("Lægerne ved Torvet"))
    here = raised(services, practice_id)
    raised(services, other, theme="other", urgency="this_week")
    box = find(page, ChoiceBox, "practice_filter")
    box.set_value(practice_id.hex)
    box.activated.emit(1)
    assert [one.id for one in page._shown()] == [here.id]
    click(page, "urgent_filter")
    assert page._shown() == []
    assert "No flags match. Clear the filters." in texts(page)
    click(page, "clear_filters")
    assert len(page._shown()) == 2


def test_only_those_soon_deleted(
    services: Services, page: FlagPage, practice_id: PracticeId, clock: Clock
) -> None:
    old = raised(services, practice_id)
    clock.day = date(2026, 11, 20)
    raised(services, practice_id)
    click(page, "soon_filter")
    assert [one.id for one in page._shown()] == [old.id]


def test_the_list_shows_the_same_and_acts_alike(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    find(page, QWidget, "view").setFocus()
    press(Qt.Key.Key_2)
    assert page._table.isVisible()
    assert not page._board.isVisible()
    page._table.setFocus()
    press(Qt.Key.Key_Right, ALT)
    assert status(services, card) is FlagStatus.DOCTOR_ASKS
    press(Qt.Key.Key_Delete)
    click(dialog_of(page, Dialog), "confirm")
    assert services.flag.list_flags() == ()


def test_an_empty_board_says_how_to_begin(page: FlagPage) -> None:
    assert "No flags yet. Raise them at a visit, or here with Ctrl+N." in texts(page)
    click(page, "raise_first")
    assert dialog_of(page, FlagDialog)


def test_an_unfinished_flag_is_taken_up_again(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    services.draft.keep(DraftKind.FLAG, "", '{"theme": "pain", "note": "Kniber med løft"}')
    assert page.resume(DraftKind.FLAG, "")
    dialog = dialog_of(page, FlagDialog)
    assert isinstance(dialog, FlagDialog)
    assert dialog.draft().note == "Kniber med løft"


def test_a_flag_begun_at_a_running_visit_leads_back_to_its_room(
    services: Services, page: FlagPage, practice_id: PracticeId, went: Went
) -> None:
    visit_id = services.visit.plan_visit(visit_draft(practice_id))
    services.visit.start_visit(visit_id)
    assert page.resume(DraftKind.FLAG, visit_id.hex)
    assert went.pages == [("visit_room", visit_id.hex)]


def test_a_flag_begun_at_a_visit_that_ended_still_belongs_to_it(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    visit_id = services.visit.plan_visit(visit_draft(practice_id))
    services.draft.keep(DraftKind.FLAG, visit_id.hex, '{"theme": "pain"}')
    assert page.resume(DraftKind.FLAG, visit_id.hex)
    click(dialog_of(page, FlagDialog), "save")
    assert len(services.flag.flags_of_visit(visit_id)) == 1


def test_a_flag_begun_at_a_visit_that_ended_keeps_the_code_on_its_slip(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    visit_id = services.visit.plan_visit(visit_draft(practice_id))
    code = services.flag.new_code()
    services.draft.keep(DraftKind.FLAG, visit_id.hex, f'{{"theme": "pain", "code": "{code}"}}')
    page.resume(DraftKind.FLAG, visit_id.hex)
    dialog = dialog_of(page, FlagDialog)
    assert f"New anonymous flag {code}" in texts(dialog)
    assert "Show empty fields" in [button.text() for button in dialog.findChildren(Button)]
    type_into(dialog, "note", "Kniber med løft")
    flush_all()
    kept = services.draft.find(DraftKind.FLAG, visit_id.hex)
    assert kept is not None
    assert code in kept.values
    click(dialog, "save")
    assert [card.code for card in services.flag.flags_of_visit(visit_id)] == [code]


def test_what_is_no_flag_is_passed_over(page: FlagPage) -> None:
    assert not page.resume(DraftKind.TASK, "")
    assert not page.resume(DraftKind.FLAG, "no id")
    page.show_entity("no id")


def test_columns_stack_where_the_window_is_narrow(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    first, second = raised(services, practice_id), raised(services, practice_id)
    page.window().resize(860, 480)
    QTest.qWait(1)
    assert find(page, QWidget, "page_body").width() <= page.area.viewport().width()
    assert tile(page, first).y() == tile(page, second).y(), "beside each other in a wide lane"


def full_draft() -> FlagDraft:
    return FlagDraft(
        theme="overview",
        functions=("concentration", "stamina", "planning"),
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


def test_the_ring_goes_with_the_card_when_the_window_shrinks(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    stand_on(page, card)
    for width in (1300, 860, 1100):
        page.window().resize(width, 700)
        gc.collect()
        QTest.qWait(1)
        shown = tile(page, card)
        viewport = page.area.viewport()
        [ring] = [one for one in viewport.children() if type(one).__name__ == "_Frame"]
        assert isinstance(ring, QWidget)
        corner = shown.mapTo(viewport, QPoint(-RING, -RING))
        assert ring.geometry().topLeft() == corner


@pytest.mark.parametrize("spoken", ["da", "en"])
@pytest.mark.parametrize("next_step", ["none", "doctor_talks", "patient_rings"])
def test_every_act_stands_on_one_line_on_a_laptop(
    services: Services, desk: Desk, practice_id: PracticeId, spoken: str, next_step: str, show: Show
) -> None:
    card = raised(services, practice_id, next_step=next_step)
    with in_language(spoken):
        bar = ActionBar()
        show(bar).resize(LAPTOP, 200)
        bar.show_card(card)
    QTest.qWait(1)
    assert bar.sizeHint().width() <= LAPTOP


def view_named(page: FlagPage, name: str) -> None:
    type_into(dialog_of(page, ViewDialog), "name", name)
    click(dialog_of(page, ViewDialog), "save")


def choose_view(views: ChoiceBox, name: str) -> None:
    views.set_value(name)
    views.activated.emit(views.currentIndex())


def test_filters_are_kept_as_a_view_and_chosen_again(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    urgent = raised(services, practice_id, urgency="this_week")
    other = raised(services, practice_id)
    views = find(page, ChoiceBox, "view_filter")
    assert not views.isVisible()
    click(page, "urgent_filter")
    click(page, "keep_view")
    view_named(page, "Haster nu")
    assert (views.isVisible(), views.value()) == (True, "Haster nu")
    assert not find(page, Button, "keep_view").isVisible()
    choose_view(views, "")
    assert {card.id for card in page._shown()} == {urgent.id, other.id}
    choose_view(views, "Haster nu")
    assert [card.id for card in page._shown()] == [urgent.id]


def test_a_view_is_renamed_removed_and_brought_back(
    services: Services, desk: Desk, page: FlagPage, practice_id: PracticeId
) -> None:
    raised(services, practice_id, urgency="this_week")
    services.flag_view.add_view(ViewDraft(name="Haster"), FlagFilter(urgent=True))
    click(page, "urgent_filter")
    click(page, "rename_view")
    view_named(page, "Haster nu")
    assert find(page, ChoiceBox, "view_filter").value() == "Haster nu"
    click(page, "remove_view")
    assert services.flag_view.list_views() == ()
    assert not find(page, ChoiceBox, "view_filter").isVisible()
    click(desk.message, "undo")
    assert [view.name for view in services.flag_view.list_views()] == ["Haster nu"]


def test_a_view_of_a_practice_without_flags_shows_the_rest_of_what_it_asks_for(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id, urgency="this_week")
    raised(services, practice_id)
    shows = FlagFilter(practice_id="0" * 32, urgent=True)
    services.flag_view.add_view(ViewDraft(name="Væk"), shows)
    views = find(page, ChoiceBox, "view_filter")
    choose_view(views, "Væk")
    assert [shown.id for shown in page._shown()] == [card.id]


def test_where_it_is_narrow_the_filters_take_one_line_of_the_board(
    page: FlagPage, services: Services, practice_id: PracticeId
) -> None:
    raised(services, practice_id)
    page.reload()
    page.window().resize(1_300, 700)
    QTest.qWait(1)
    assert page._filters._rule.isVisible()
    page.window().resize(850, 480)
    QTest.qWait(1)
    assert not page._filters._rule.isVisible()
    assert page._filters.height() == page._filters._soon.height()


def test_a_flag_gone_to_stands_whole_above_the_acts(
    services: Services, page: FlagPage, practice_id: PracticeId, qtbot: QtBot
) -> None:
    cards = [raised(services, practice_id) for _number in range(6)]
    for card in cards:
        services.flag.move_flag(card.id, FlagStatus.AWAITING)
    page.window().resize(LAPTOP, 560)
    for card in (page._board.lane(FlagStatus.AWAITING).tiles()[-1].card, cards[0], cards[3]):
        page.show_entity(card.id.hex)
        qtbot.wait(20)
        shown, area = tile(page, card), page.area.viewport()
        top = shown.mapTo(area, QPoint(0, 0)).y()
        assert top >= 0
        assert top + shown.height() <= area.height()


def test_a_new_flag_is_the_one_stood_on(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    earlier = [raised(services, practice_id) for _number in range(2)]
    page.new()
    dialog = dialog_of(page, FlagDialog)
    find(dialog, ChoiceBox, "practice_id").set_value(practice_id.hex)
    theme = next(
        field for field in dialog.findChildren(ChipsField) if field.editor().objectName() == "theme"
    )
    theme.choose_at(5)
    click(dialog, "save")
    current = page._current()
    assert current is not None
    assert current.id not in [card.id for card in earlier]


def test_a_flag_begun_at_a_visit_is_offered_where_a_new_one_is_raised(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    visit = services.visit.plan_visit(visit_draft(practice_id))
    services.visit.start_visit(visit)
    services.draft.keep(DraftKind.FLAG, visit.hex, '{"theme": "pain", "code": "V7-ZP"}')
    services.visit_end.close_visit(visit, AttendanceDraft(doctors="2"))
    page.new()
    new = dialog_of(page, FlagDialog)
    assert "A flag begun at Lægehuset Søndergade waits." in texts(new)
    go_on = [one for one in new.findChildren(Button) if one.text() == "Go on with it"]
    go_on[0].click()
    assert "New anonymous flag V7-ZP" in texts(dialog_of(page, FlagDialog))
