"""One roundtable: the plan at the left, what the employer will read at the right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.consent import Direction, Information
from app.domain.roundtable import RoundtableId, RoundtableStatus
from tests.builders import agreement_draft, grant_draft, measure_draft, roundtable_draft
from tests.clock import Clock
from tests.followups import EMPLOYER, SENDER, Case, cells_of, held, with_employer
from tests.ui.conftest import Show
from tests.windows import (
    Went,
    click,
    find,
    in_front,
    opened,
    press,
    press_keys,
    press_save,
    question,
    type_into,
    words,
)
from ui.common.chart_view import ChartView
from ui.common.choose_file import answer_with
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.consent.grant_dialog import GrantDialog
from ui.roundtable.line_table import Words
from ui.roundtable.part_dialog import (
    ActionDialog,
    AgreementDialog,
    ParticipantDialog,
    StepDialog,
)
from ui.roundtable.preview import Preview
from ui.roundtable.roundtable_dialog import RoundtableDialog
from ui.roundtable.roundtable_page import RoundtablePage


@pytest.fixture
def case(services: Services) -> Case:
    services.settings.save_sender(SENDER)
    return with_employer(services, "function", "considerations", "hours")


@pytest.fixture
def roundtable(services: Services, case: Case) -> RoundtableId:
    made = held(services, case)
    services.roundtable.correct_roundtable(made, roundtable_draft(duration="10-14 uger"))
    return made


@pytest.fixture
def page(desk: Desk, show: Show, roundtable: RoundtableId) -> RoundtablePage:
    page = RoundtablePage(desk)
    show(page).resize(1_232, 816)
    page.show_entity(roundtable)
    return page


@pytest.fixture
def preview(page: RoundtablePage, qtbot: QtBot) -> Preview:
    """The preview, once it shows the paper or says why there is none."""
    preview = page.one.preview
    qtbot.waitUntil(lambda: preview.prepared is not None or bool(preview.reason()))
    return preview


def paper(preview: Preview) -> str:
    """Everything the shown paper says."""
    assert preview.prepared is not None
    pages = PdfReader(BytesIO(preview.prepared.pdf)).pages
    return "\n".join(page.extract_text() for page in pages)


def refused(preview: Preview, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: bool(preview.reason()))
    assert preview.prepared is None
    return preview.reason()


def test_the_page_shows_all_that_was_agreed(page: RoundtablePage) -> None:
    said = words(page)
    for text in (
        "Nancy Ann Test Berggren · 27 August 2026 at 10:00 · Eksempel Tømmerhandel A/S · Kantinen",
        "Koncentration, Ordrebehandling, Rolig plads. Kl. 9-11 uden telefon, 14/9–9/10, 9 Oct",
        "Step 1, Weeks 36 to 37, 10 hours",
        "10-14 uger",
        "Draft, version 1",
    ):
        assert text in said


def test_agreed_hours_stand_above_the_steps_only_if_somebody_gave_them(
    services: Services, page: RoundtablePage, case: Case
) -> None:
    assert "of 37 hours" in words(page)
    told = replace(services.followup.draft(case.id), weekly_hours="", told_voluntary=True)
    services.followup.correct_followup(case.id, told)
    page.reload()
    assert "of 37 hours" not in words(page)
    assert "Step 1, Weeks 36 to 37, 10 hours" in words(page)


def test_the_preview_stays_in_view_while_the_plan_scrolls(
    page: RoundtablePage, preview: Preview, qtbot: QtBot
) -> None:
    page.window().resize(1_150, 560)
    bar = page.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    for scrolled in (0, 100, bar.maximum()):
        bar.setValue(scrolled)
        assert all_is_seen(page, preview)


def test_beneath_the_plan_the_preview_shows_the_whole_paper(
    page: RoundtablePage, preview: Preview, qtbot: QtBot
) -> None:
    page.window().resize(880, 560)
    qtbot.waitUntil(lambda: preview.height() > 900)
    assert not all_is_seen(page, preview)


def all_is_seen(page: RoundtablePage, widget: QWidget) -> bool:
    seen = page.area.viewport()
    return seen.rect().contains(QRect(widget.mapTo(seen, QPoint(0, 0)), widget.size()))


def test_the_preview_is_the_paper_of_what_the_consent_covers(
    page: RoundtablePage, preview: Preview
) -> None:
    said = paper(preview)
    assert "Koncentration" in said
    assert "10-14 uger" not in said
    shown = words(preview)
    assert "The employer sees only what the consent covers" in shown
    assert "With: function, considerations and hours" in shown
    assert "1 field left out" in shown
    assert "Left out: expected duration of the sick leave" in shown


def test_a_field_the_employer_may_not_read_says_why_and_offers_two_ways_on(
    page: RoundtablePage, services: Services, case: Case, went: Went
) -> None:
    said = words(page)
    assert "Closed for the employer" in said
    assert "The consent does not cover passing on duration. It stays in your own file" in said
    asks = [one for one in page.findChildren(QAbstractButton, "see_consent") if one.isVisible()]
    asks[0].click()
    assert went.pages == [("followups", case.id)]


def test_a_withdrawn_field_names_the_day(
    page: RoundtablePage, services: Services, case: Case
) -> None:
    services.consent.grant(case.id, grant_draft(case.employer, "duration"))
    services.consent.withdraw_cell(cells_of(services, case.id)["duration"].id)
    assert "The citizen took back the consent to pass on duration on 9 September 2026." in words(
        page
    )


def test_asking_for_consent_begins_with_what_is_left_out(
    page: RoundtablePage, case: Case, preview: Preview, qtbot: QtBot
) -> None:
    ask = next(one for one in page.findChildren(QAbstractButton, "ask_consent") if one.isVisible())
    ask.click()
    dialog = opened(page, GrantDialog)
    draft = dialog.draft()
    assert (draft.party_id, draft.direction, draft.information) == (
        case.employer.hex,
        "pass_on",
        ("duration",),
    )
    dialog.form.field("purpose_code").set_value("plan")
    click(dialog, "told_voluntary")
    click(dialog, "save")
    qtbot.waitUntil(lambda: preview.prepared is not None and "10-14 uger" in paper(preview))
    assert "Left out" not in words(preview)


def test_without_a_cell_there_is_no_paper_but_a_reason_and_a_button(
    page: RoundtablePage, services: Services, case: Case, preview: Preview, qtbot: QtBot
) -> None:
    services.consent.withdraw_party(case.id, case.employer, Direction.PASS_ON)
    reason = refused(preview, qtbot)
    assert f"No consent covers giving {EMPLOYER} anything. Ask the citizen for consent." in reason
    click(page, "ask_employer_consent")
    dialog = opened(page, GrantDialog)
    assert dialog.draft().direction == "pass_on"
    dialog.throw_away()


def test_after_the_last_day_there_is_no_paper(
    page: RoundtablePage, preview: Preview, clock: Clock, qtbot: QtBot
) -> None:
    clock.day = date(2027, 8, 21)
    page.reload()
    assert "No consent covers" in refused(preview, qtbot)


def test_without_my_details_the_way_leads_to_the_settings(
    desk: Desk, show: Show, services: Services, qtbot: QtBot, went: Went
) -> None:
    page = RoundtablePage(desk)
    show(page).resize(1_232, 816)
    page.show_entity(held(services, with_employer(services, "function")))
    assert "Write your own details" in refused(page.one.preview, qtbot)
    click(page, "settings")
    assert went.pages[-1][0] == "settings"


def test_withdrawing_everything_stops_the_draft_and_the_page_says_so(
    page: RoundtablePage, services: Services, case: Case
) -> None:
    services.consent.withdraw_all(case.id)
    said = words(page)
    assert "This roundtable stopped when its consent fell." in said
    assert "Stopped, version 1" in said
    for name in ("add_agreement", "finalise", "correct_roundtable"):
        assert not find(page, QAbstractButton, name).isVisible()


def test_an_agreement_is_added_by_keyboard_alone(
    page: RoundtablePage, services: Services, roundtable: RoundtableId, qtbot: QtBot
) -> None:
    page.new()
    dialog = opened(page, AgreementDialog)
    press_keys(
        qtbot,
        dialog,
        ("function", "Udholdenhed"),
        ("task", "Hele dagen"),
        ("adjustment", "To korte pauser"),
        ("owner", "Borger"),
    )
    press_save(dialog)
    facts = services.roundtable.roundtable(roundtable).agreements[1].facts
    assert (facts.function, facts.adjustment, facts.owner) == (
        "Udholdenhed",
        "To korte pauser",
        "Borger",
    )
    assert (facts.first, facts.review_on) == (date(2026, 8, 27), date(2026, 10, 9))
    assert "Udholdenhed, Hele dagen, To korte pauser" in words(page)


def test_an_agreement_lacking_something_says_so_and_keeps_the_rest(
    page: RoundtablePage, services: Services, roundtable: RoundtableId
) -> None:
    click(page, "add_agreement")
    dialog = opened(page, AgreementDialog)
    type_into(dialog, "task", "Hele dagen")
    type_into(dialog, "review_on", "32/13")
    click(dialog, "save")
    for field in ("function", "adjustment", "owner", "review_on"):
        assert find(dialog, QLabel, f"{field}_problem").text(), field
    assert (dialog.draft().task, dialog.draft().review_on) == ("Hele dagen", "32/13")
    assert len(services.roundtable.roundtable(roundtable).agreements) == 1
    dialog.throw_away()


def test_enter_on_a_line_corrects_it_and_a_removal_can_be_taken_back(
    page: RoundtablePage,
    services: Services,
    roundtable: RoundtableId,
    desk: Desk,
    qtbot: QtBot,
) -> None:
    line = page.one.cards.agreements.table.lines()[0]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    dialog = opened(page, AgreementDialog)
    type_into(dialog, "owner", "Borger")
    click(dialog, "save")
    assert services.roundtable.roundtable(roundtable).agreements[0].facts.owner == "Borger"
    page.one.cards.agreements.table.lines()[0].click()
    click(opened(page, AgreementDialog), "remove_part")
    click(question(page), "confirm")
    assert "Begin with the function: what is hard at work?" in words(page)
    click(desk.message, "undo")
    assert services.roundtable.roundtable(roundtable).agreements[0].facts.owner == "Borger"


def test_alt_and_an_arrow_moves_an_agreement_and_the_keyboard_goes_along(
    page: RoundtablePage, services: Services, roundtable: RoundtableId, qtbot: QtBot
) -> None:
    services.agreement.add_agreement(roundtable, agreement_draft("Støj"))
    table = page.one.cards.agreements.table
    table.lines()[1].setFocus()
    qtbot.keyClick(table.lines()[1], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    names = [row.facts.function for row in services.roundtable.roundtable(roundtable).agreements]
    assert names[0] == "Støj"
    assert table.lines()[0].hasFocus()


def test_a_new_step_begins_where_the_last_one_ends(
    page: RoundtablePage, services: Services, roundtable: RoundtableId
) -> None:
    click(page, "add_step")
    dialog = opened(page, StepDialog)
    assert (dialog.draft().first, dialog.draft().last) == ("14.09.2026", "27.09.2026")
    type_into(dialog, "hours", "15")
    click(dialog, "save")
    assert "Step 2, Weeks 38 to 39, 15 hours" in words(page)


def test_steps_that_overlap_are_refused_under_their_field(page: RoundtablePage) -> None:
    click(page, "add_step")
    dialog = opened(page, StepDialog)
    type_into(dialog, "first", "13/9/2026")
    type_into(dialog, "hours", "15")
    click(dialog, "save")
    assert "Another step" in find(dialog, QLabel, "first_problem").text()
    dialog.throw_away()


def test_delete_on_a_step_asks_and_can_be_taken_back(
    page: RoundtablePage,
    services: Services,
    roundtable: RoundtableId,
    desk: Desk,
    qtbot: QtBot,
) -> None:
    click(page, "add_step")
    dialog = opened(page, StepDialog)
    type_into(dialog, "hours", "15")
    type_into(dialog, "days", "mandag og onsdag")
    click(dialog, "save")
    assert "Step 2, Weeks 38 to 39 · mandag og onsdag, 15 hours" in words(page)
    in_front(page.window())
    line = page.one.cards.hours.table.lines()[1]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    click(question(page), "confirm")
    assert len(services.roundtable.roundtable(roundtable).steps) == 1
    click(desk.message, "undo")
    assert services.roundtable.roundtable(roundtable).steps[1].facts.days == "mandag og onsdag"


def test_the_ladder_is_drawn_with_what_was_worked_as_it_is_printed(
    page: RoundtablePage, services: Services, case: Case, qtbot: QtBot
) -> None:
    draft = measure_draft(worked_hours="7,5")
    services.measure.log_measure(case.id, draft)

    def marks() -> list[str]:
        charts = page.one.cards.hours.findChildren(ChartView)
        return [mark.accessibleName() for chart in charts for mark in chart.marks()]

    told = [
        "Week 36: worked 7.5 hours, agreed 10 hours",
        "Week 37: 10 hours",
        "From week 42: To be agreed 9 October",
    ]
    qtbot.waitUntil(lambda: marks() == told)
    assert "The last step ends 13 September, before the plan is followed up" in words(page)


def test_who_does_what_is_written_down(page: RoundtablePage) -> None:
    click(page, "add_action")
    dialog = opened(page, ActionDialog)
    type_into(dialog, "who", "Nærmeste leder")
    type_into(dialog, "what", "Gør den rolige plads klar")
    type_into(dialog, "due_on", "14/9/2026")
    click(dialog, "save")
    assert "Nærmeste leder, Gør den rolige plads klar, 14 Sep" in words(page)


def test_a_participant_shows_the_consent_to_meet(
    page: RoundtablePage, services: Services, case: Case, qtbot: QtBot
) -> None:
    click(page, "add_participant")
    dialog = opened(page, ParticipantDialog)
    press_keys(qtbot, dialog, ("who", Qt.Key.Key_End), ("role", "Arbejdsgiver"))
    press_save(dialog)
    assert f"{EMPLOYER}, Arbejdsgiver, No consent to meet, Took part" in words(page)
    services.consent.grant(
        case.id, grant_draft(case.employer, "hours", direction="take_part", until="30/9/2026")
    )
    assert f"{EMPLOYER}, Arbejdsgiver, Ends in 21 days, Took part" in words(page)


def test_the_words_of_the_plan_are_corrected_and_reach_the_paper(
    page: RoundtablePage, preview: Preview, qtbot: QtBot
) -> None:
    click(page, "correct_roundtable")
    dialog = opened(page, RoundtableDialog)
    type_into(dialog, "colleagues_told", "Spørg hende selv.")
    type_into(dialog, "disagreements", "Tempoet fra uge 40.")
    click(dialog, "save")
    qtbot.waitUntil(lambda: "Spørg hende selv." in paper(preview))
    assert "Tempoet" not in paper(preview)
    assert "Tempoet fra uge 40." in words(page)


def test_the_paper_can_be_seen_in_the_other_language(
    page: RoundtablePage, preview: Preview, qtbot: QtBot
) -> None:
    assert "Plan for the work" in paper(preview)
    find(page, QAbstractButton, "language_da").click()
    qtbot.waitUntil(lambda: "Plan for arbejdet" in paper(preview))


def test_a_draft_cannot_be_saved_and_says_what_to_do(page: RoundtablePage) -> None:
    save = find(page, QAbstractButton, "save")
    assert not save.isEnabled()
    assert save.toolTip() == "Finalise it first."


def test_finalising_says_what_happens_locks_and_lets_the_paper_leave(
    page: RoundtablePage,
    services: Services,
    roundtable: RoundtableId,
    preview: Preview,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    click(page, "finalise")
    asked = question(page)
    assert "It becomes version 1 and can no longer be changed" in words(asked)
    click(asked, "confirm")
    sheet = services.roundtable.roundtable(roundtable)
    assert sheet.row.status is RoundtableStatus.FINAL
    assert "This version is final." in words(page)
    qtbot.waitUntil(find(page, QAbstractButton, "save").isEnabled)
    shown = preview.prepared
    assert shown is not None
    answer_with(tmp_path)
    click(page, "save")
    assert (tmp_path / "employer-sheet-2026-09-001.pdf").read_bytes() == shown.pdf
    followup = services.followup.followup(sheet.row.followup_id)
    assert followup.disclosures == (
        f"Employer sheet to {EMPLOYER}, 9 September 2026 · employer-sheet-2026-09-001.pdf",
    )


def test_while_a_paper_is_being_made_the_button_says_so(
    page: RoundtablePage, services: Services, roundtable: RoundtableId, qtbot: QtBot
) -> None:
    services.roundtable.finalise(roundtable)
    save = find(page, QAbstractButton, "save")
    qtbot.waitUntil(save.isEnabled)
    click(page, "reader_citizen")
    assert save.toolTip() == "The paper is being made."
    qtbot.waitUntil(save.isEnabled)


def test_a_roundtable_of_another_day_is_not_finalised_and_the_button_says_why(
    page: RoundtablePage, services: Services, roundtable: RoundtableId
) -> None:
    services.roundtable.correct_roundtable(roundtable, roundtable_draft(day="10/9/2026"))
    button = find(page, QAbstractButton, "finalise")
    assert not button.isEnabled()
    assert button.toolTip() == "It has not been held yet."
    assert button.toolTip() in words(page)


def test_finalising_before_the_time_planned_asks_whether_it_was_held(
    page: RoundtablePage, services: Services, roundtable: RoundtableId, qtbot: QtBot
) -> None:
    services.roundtable.correct_roundtable(roundtable, roundtable_draft(day="9/9/2026", at="13"))
    click(page, "finalise")
    asked = question(page)
    assert "Was this roundtable held already?" in words(asked)
    assert "It is planned for 13:00 today." in words(asked)
    in_front(asked)
    qtbot.waitUntil(find(asked, QAbstractButton, "cancel").hasFocus)
    press(Qt.Key.Key_Return)
    assert services.roundtable.roundtable(roundtable).row.status is RoundtableStatus.DRAFT
    services.roundtable.correct_roundtable(roundtable, roundtable_draft(day="9/9/2026", at="12"))
    click(page, "finalise")
    asked = question(page)
    assert "Was this roundtable held already?" not in words(asked)
    asked.reject()


def test_an_empty_roundtable_is_not_finalised_and_says_why(
    page: RoundtablePage, services: Services, case: Case
) -> None:
    page.show_entity(services.roundtable.plan_roundtable(case.id, roundtable_draft()))
    click(page, "finalise")
    click(question(page), "confirm")
    told = [one for one in page.findChildren(Dialog) if one.isVisible()]
    assert "Write at least one line or one step" in words(told[-1])
    told[-1].accept()


def test_consent_that_falls_between_showing_and_saving_stops_the_paper(
    page: RoundtablePage,
    services: Services,
    case: Case,
    roundtable: RoundtableId,
    preview: Preview,
    tmp_path: Path,
) -> None:
    services.roundtable.finalise(roundtable)
    shown = preview.prepared
    services.consent.withdraw_all(case.id)
    preview.prepared = shown
    preview.save_into(tmp_path)
    told = [one for one in preview.findChildren(Dialog) if one.isVisible()]
    assert told
    told[-1].accept()
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_final_version_is_corrected_as_the_next_and_lists_what_it_changes(
    page: RoundtablePage, services: Services, roundtable: RoundtableId
) -> None:
    services.roundtable.finalise(roundtable)
    click(page, "new_version")
    said = words(page)
    assert "Draft, version 2" in said
    assert "Nothing is changed yet." in said
    click(page, "correct_roundtable")
    dialog = opened(page, RoundtableDialog)
    type_into(dialog, "duration", "8 uger")
    click(dialog, "save")
    said = words(page)
    assert "Added: 8 uger" in said
    assert "Removed: 10-14 uger" in said


def test_nothing_of_a_flag_is_on_the_page(page: RoundtablePage, services: Services) -> None:
    assert "flag" not in words(page).lower()


def test_no_word_of_an_agreement_is_broken(page: RoundtablePage, qtbot: QtBot) -> None:
    table = page.one.cards.agreements.table
    for width in (1_600, 1_134, 940, 700):
        page.window().resize(width, 700)
        qtbot.wait(20)
        for shown in table.findChildren(Words):
            longest = max(shown.words.split(" "), key=len)
            room = QFontMetrics(shown.font()).horizontalAdvance(longest)
            assert not shown.isVisible() or shown.width() >= room, f"{longest} at {width}"


def test_where_the_columns_do_not_fit_a_line_names_what_stands_in_them(
    page: RoundtablePage, qtbot: QtBot
) -> None:
    table = page.one.cards.agreements.table
    table.setFixedWidth(280)
    qtbot.wait(20)
    below = [shown.words for shown in table.findChildren(Words) if shown.isVisible()]
    assert any(text.startswith("Period: ") for text in below)


def test_beneath_each_other_one_bar_scrolls_the_plan_and_its_paper(
    page: RoundtablePage, preview: Preview, qtbot: QtBot
) -> None:
    page.window().resize(800, 600)
    qtbot.wait(50)
    bars = [bar for bar in page.findChildren(QScrollBar) if bar.isVisible()]
    assert [bar for bar in bars if bar.maximum()] == [page.area.verticalScrollBar()]


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("fulfil", "The consent to pass on duration ended with its purpose on 9 September 2026."),
        ("invalidate", "The consent to pass on duration was a mistake, as was seen on 9 September"),
    ],
)
def test_a_field_that_is_closed_says_how_it_came_to_be(
    page: RoundtablePage, services: Services, case: Case, end: str, said: str
) -> None:
    services.consent.grant(case.id, grant_draft(case.employer, "duration"))
    duration = cells_of(services, case.id)["duration"].id
    {"fulfil": services.consent.fulfil, "invalidate": services.consent.invalidate}[end](duration)
    assert said in words(page)


def test_a_field_that_was_said_no_to_says_so(
    page: RoundtablePage, services: Services, case: Case
) -> None:
    services.consent.refuse(case.id, case.employer, Direction.PASS_ON, [Information.DURATION])
    assert "The citizen said no on 9 September 2026 to passing on duration." in words(page)
