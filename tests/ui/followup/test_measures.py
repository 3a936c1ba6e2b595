"""How it goes, typed by keyboard, and drawn at once."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.draft import DraftKind
from app.domain.measure import InPlace
from tests.builders import contact_draft, measure_draft
from tests.clock import Clock
from tests.followups import Case, erase, held
from tests.windows import click, find, opened, press_keys, press_save, question, type_into, words
from ui.common.chart_view import ChartView
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.common.draft_memory import flush_all
from ui.followup.followup_page import FollowupPage
from ui.followup.measure_dialog import MeasureDialog


def drawn(page: FollowupPage, qtbot: QtBot) -> dict[str, list[QAbstractButton]]:
    """Return the marks of each chart, once they are drawn."""
    card = page.one.measures
    qtbot.waitUntil(lambda: bool(card.findChildren(ChartView)))
    return {view.accessibleName(): list(view.marks()) for view in card.findChildren(ChartView)}


def test_a_measure_is_typed_by_keyboard_alone_and_drawn(
    page: FollowupPage, services: Services, case: Case, qtbot: QtBot
) -> None:
    assert "No measures yet." in words(page)
    click(page, "log_measure")
    dialog = opened(page, MeasureDialog)
    press_keys(
        qtbot,
        dialog,
        ("work_ability", "5"),
        ("sentence", "En time ad gangen"),
        ("worked_hours", "7,5"),
        ("planned_hours", "10"),
        ("energy", "0"),
    )
    press_save(dialog)
    (row,) = services.measure.list_measures(case.id)
    assert (row.facts.worked_hours, row.facts.energy, row.facts.confidence) == (7.5, 0, None)
    marks = drawn(page, qtbot)
    assert [mark.accessibleName() for mark in marks["Hours per week"]] == [
        "Week 37: worked 7.5 hours, agreed 10 hours"
    ]
    assert list(marks) == [
        "Work ability right now, 0–10",
        "Hours per week",
        "Own numbers, 0–10",
    ]


def test_half_a_number_is_not_saved_and_stays_in_its_field(
    page: FollowupPage, services: Services, case: Case
) -> None:
    click(page, "log_measure")
    dialog = opened(page, MeasureDialog)
    type_into(dialog, "work_ability", "7,5")
    click(dialog, "save")
    told = find(dialog, QLabel, "work_ability_problem").text()
    assert told == "Write a whole number from 0 to 10."
    assert services.measure.list_measures(case.id) == ()
    dialog.throw_away()


def test_the_adjustments_agreed_are_asked_about_one_by_one(
    page: FollowupPage, services: Services, case: Case, clock: Clock
) -> None:
    clock.day = clock.day.replace(day=14)
    services.roundtable.finalise(held(services, case))
    click(page, "log_measure")
    dialog = opened(page, MeasureDialog)
    assert dialog.draft().adjustments == ()
    click(dialog, "adjustments_0_partly")
    click(dialog, "save")
    (row,) = services.measure.list_measures(case.id)
    assert [one.in_place for one in row.facts.adjustments] == [InPlace.PARTLY]


def test_a_mark_opens_its_measure_which_is_removed_and_brought_back(
    page: FollowupPage, services: Services, case: Case, qtbot: QtBot, desk: Desk
) -> None:
    services.measure.log_measure(case.id, measure_draft())
    mark = drawn(page, qtbot)["Work ability right now, 0–10"][0]
    mark.setFocus()
    qtbot.keyClick(mark, Qt.Key.Key_Return)
    dialog = opened(page, MeasureDialog)
    assert dialog.draft().work_ability == "5"
    click(dialog, "remove_measure")
    click(question(dialog), "confirm")
    assert services.measure.list_measures(case.id) == ()
    click(desk.message, "undo")
    assert len(services.measure.list_measures(case.id)) == 1


def test_a_person_erased_while_the_charts_are_drawn_is_no_error(
    page: FollowupPage, services: Services, case: Case, desk: Desk
) -> None:
    busy = Event()
    desk.tasks.run(busy.wait, owner=page, done=lambda _waited: None)
    services.measure.log_measure(case.id, measure_draft())
    erase(services, case.id)
    busy.set()
    desk.tasks.wait()
    words(page)  # what came late has landed
    assert page.list.isVisible()
    assert not page.findChildren(Dialog)


def test_charts_are_drawn_again_only_when_there_is_something_new_in_them(
    page: FollowupPage, services: Services, case: Case, qtbot: QtBot, desk: Desk
) -> None:
    services.measure.log_measure(case.id, measure_draft())
    marks = drawn(page, qtbot)["Work ability right now, 0–10"]
    begun: list[bool] = []
    desk.tasks.busy_changed.connect(begun.append)
    services.party.log_contact(case.id, contact_draft())
    assert begun == []
    services.measure.log_measure(case.id, measure_draft(day="8/9/2026"))
    assert begun == [True]
    qtbot.waitUntil(lambda: len(drawn(page, qtbot)["Work ability right now, 0–10"]) == 2)
    assert drawn(page, qtbot)["Work ability right now, 0–10"][0] is marks[0]


def test_a_window_that_is_made_wider_while_it_goes_draws_no_more(
    page: FollowupPage, services: Services, case: Case, qtbot: QtBot, desk: Desk
) -> None:
    services.measure.log_measure(case.id, measure_draft())
    drawn(page, qtbot)
    desk.tasks.wait()
    page.window().resize(900, 700)
    words(page)
    assert drawn(page, qtbot)


def test_an_unfinished_measure_comes_back(
    page: FollowupPage, services: Services, case: Case
) -> None:
    click(page, "log_measure")
    type_into(opened(page, MeasureDialog), "sentence", "Det går")
    flush_all()
    opened(page, MeasureDialog).hide()
    (waiting,) = services.draft.waiting()
    assert waiting.kind is DraftKind.MEASURE
    assert page.resume(waiting.kind, waiting.entity)
    dialog = opened(page, MeasureDialog)
    assert dialog.draft().sentence == "Det går"
    dialog.throw_away()
