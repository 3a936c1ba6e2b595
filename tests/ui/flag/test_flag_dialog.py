from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from app.bootstrap import Services
from app.domain.draft import DraftKind
from app.domain.flag import CorrectionDraft, FlagDraft
from app.domain.flag_choice import CloseReason
from app.domain.practice import PracticeId
from app.domain.visit import AttendanceDraft
from tests.boards import dialog_of, raised, stand_on, texts
from tests.builders import (
    doctor_draft,
    flag_draft,
    visit_draft,
)
from tests.windows import Went, click, find, press, type_into
from ui.common.button import Button
from ui.common.chips import ChipsField
from ui.common.choice_field import ChoiceBox
from ui.common.desk import Desk
from ui.common.draft_memory import flush_all
from ui.flag.flag_dialog import FlagDialog
from ui.flag.flag_page import FlagPage

ALT = Qt.KeyboardModifier.AltModifier


def test_enter_opens_and_every_field_comes_back(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    draft = full_draft()
    card = services.flag.raise_flag(practice_id, None, draft)
    stand_on(page, card)
    press(Qt.Key.Key_Return)
    dialog = dialog_of(page, FlagDialog)
    assert isinstance(dialog, FlagDialog)
    assert dialog.draft() == CorrectionDraft(**asdict(draft), raised_on="09.09.2026")


def test_the_day_a_flag_was_raised_is_corrected_within_what_it_may_be(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    page._acts.correct(card.id)
    dialog = dialog_of(page, FlagDialog)
    assert "Deleted on 8 December. No correction keeps it longer." in texts(dialog)
    assert "Why it was closed" not in texts(dialog)
    type_into(dialog, "raised_on", "10/9")
    click(dialog, "save")
    said = "Choose a day that has been, at most 90 days back."
    assert find(dialog, QLabel, "raised_on_problem").text() == said
    type_into(dialog, "raised_on", "1/9")
    click(dialog, "save")
    assert services.flag.flag(card.id).raised_on == date(2026, 9, 1)
    page._acts.correct(card.id)
    again = "Deleted on 30 November. No correction keeps it beyond 8 December."
    assert again in texts(dialog_of(page, FlagDialog))


def test_why_a_flag_was_closed_is_corrected(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id, next_step="advice_only")
    page._acts.correct(card.id)
    dialog = dialog_of(page, FlagDialog)
    field_of(dialog, "close_reason").choose_at(1)
    click(dialog, "save")
    assert services.flag.flag(card.id).close_reason is CloseReason.PATIENT_DECLINED


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
