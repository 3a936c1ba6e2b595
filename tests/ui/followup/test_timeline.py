"""The timeline beside the overview: narrowed by chips, turned page by page, opened from there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from tests.builders import contact_draft, measure_draft
from tests.followups import Case, held, started, with_employer
from tests.ui.conftest import Show
from tests.windows import Went, click, find, opened, words
from ui.common.desk import Desk
from ui.followup.contact_dialog import ContactDialog
from ui.followup.followup_page import FollowupPage
from ui.followup.measure_dialog import MeasureDialog
from ui.followup.transfer_dialog import TransferDialog


@pytest.fixture
def case(services: Services) -> Case:
    return with_employer(services)


@pytest.fixture
def page(desk: Desk, show: Show, case: Case) -> FollowupPage:
    page = FollowupPage(desk)
    show(page).resize(1_232, 816)
    page.show_entity(case.id)
    return page


def rows(page: FollowupPage) -> list[str]:
    return [row.title() for row in page.one.timeline.list.rows()]


def test_the_timeline_is_one_press_away_and_narrowed_by_digits(
    page: FollowupPage, services: Services, case: Case, qtbot: QtBot
) -> None:
    services.party.log_contact(case.id, contact_draft())
    services.measure.log_measure(case.id, measure_draft())
    assert not page.one.timeline.isVisible()
    click(page, "view_timeline")
    assert not page.one.consent.isVisible()
    assert rows(page) == ["Phone", "Measure", "Consent given"]
    assert "September 2026" in words(page)
    chip = find(page, QAbstractButton, "timeline_groups_contacts")
    assert chip.text() == "Contacts (1)"
    chip.setFocus()
    qtbot.keyClick(chip, "6")
    assert rows(page) == ["Measure"]
    qtbot.keyClick(page.focusWidget(), "6")
    qtbot.keyClick(page.focusWidget(), "2")
    assert "Nothing here fits." in words(page)


def test_entries_are_opened_and_the_timeline_follows(
    page: FollowupPage, services: Services, case: Case, went: Went
) -> None:
    services.party.log_contact(case.id, contact_draft())
    services.measure.log_measure(case.id, measure_draft())
    roundtable = held(services, case)
    click(page, "view_timeline")
    page.one.timeline.list.rows()[0].opened.emit()
    opened(page, ContactDialog).reject()
    page.one.timeline.list.rows()[1].opened.emit()
    opened(page, MeasureDialog).reject()
    page.one.timeline.list.rows()[2].opened.emit()
    assert went.pages[-1] == ("roundtables", roundtable)
    services.party.log_contact(case.id, contact_draft(day="9/9/2026"))
    assert rows(page)[:2] == ["Phone", "Phone"]


def test_older_entries_are_put_below_and_what_is_shown_stays(
    page: FollowupPage, services: Services, case: Case
) -> None:
    for number in range(60):
        services.party.log_contact(case.id, contact_draft(f"Samtale {number}"))
    click(page, "all_contacts")
    assert "25 of 60" in words(page)
    before = page.one.timeline.list.rows()
    older = find(page, QAbstractButton, "older")
    assert older.text() == "Show 25 older"
    older.click()
    after = page.one.timeline.list.rows()
    assert len(after) == 50
    assert after[:25] == before
    assert after[25].hasFocus()
    assert older.text() == "Show 10 older"
    older.click()
    assert len(rows(page)) == 60
    assert not older.isVisible()


def test_what_was_asked_for_stays_shown_when_something_changes(
    page: FollowupPage, services: Services, case: Case
) -> None:
    for number in range(30):
        services.party.log_contact(case.id, contact_draft(f"Samtale {number}"))
    click(page, "all_contacts")
    click(page, "older")
    before = page.one.timeline.list.rows()
    services.party.log_contact(case.id, contact_draft("En til"))
    after = page.one.timeline.list.rows()
    assert after[1:] == before[:-1], "only the new one is made"
    assert "30 of 31" in words(page)
    click(page, "timeline_groups_tasks")
    assert rows(page)[-1] == "Phone"
    click(page, "timeline_groups_contacts")
    click(page, "timeline_groups_contacts")
    assert "25 of 31" in words(page)


def test_what_is_missing_in_the_case_system_is_ticked_all_at_once(
    page: FollowupPage, services: Services, case: Case
) -> None:
    services.party.log_contact(case.id, contact_draft())
    click(page, "view_timeline")
    click(page, "timeline_groups_uncopied")
    assert rows(page) == ["Phone", "Consent given"]
    click(page, "transfer_from_timeline")
    dialog = opened(page, TransferDialog)
    click(dialog, "tick_all")
    click(dialog, "save")
    assert rows(page) == []
    click(page, "timeline_groups_uncopied")
    assert words(page).count("Copied 9 Sep") == 2


def test_another_person_begins_with_the_overview(
    page: FollowupPage, services: Services, case: Case, qtbot: QtBot
) -> None:
    click(page, "view_timeline")
    views = find(page, QAbstractButton, "view_timeline")
    qtbot.keyClick(views, Qt.Key.Key_Left)
    assert page.one.consent.isVisible()
    click(page, "view_timeline")
    other = started(services, "Einer Test Lauridsen")
    page.show_entity(other)
    assert page.one.consent.isVisible()
