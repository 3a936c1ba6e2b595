"""Consent as it is handled: each end has its own words, and what fell is asked about afterwards."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton

from app.bootstrap import Services
from app.domain.consent import ConsentStatus, Direction, Information
from app.domain.consent_fall import Route
from app.domain.roundtable import RoundtableStatus
from tests.builders import grant_draft, roundtable_draft
from tests.followups import EMPLOYER, NANCY, Case, cells_of, with_employer
from tests.ui.conftest import Show
from tests.windows import click, find, opened, type_into, words
from ui.common.desk import Desk
from ui.common.dialog import Dialog
from ui.consent.consent_card import ConsentCard
from ui.consent.fall_dialog import FallDialog
from ui.consent.read_aloud import ReadAloudDialog
from ui.followup.followup_page import FollowupPage
from ui.roundtable.roundtable_page import RoundtablePage


@pytest.fixture
def case(services: Services) -> Case:
    return with_employer(services, "function", "hours")


@pytest.fixture
def page(desk: Desk, show: Show, case: Case) -> FollowupPage:
    page = FollowupPage(desk)
    show(page).resize(1_232, 816)
    page.show_entity(case.id)
    return page


def press_cell(page: FollowupPage, information: str) -> Dialog:
    find(page, QAbstractButton, f"cell_pass_on_{information}").click()
    return opened(page, Dialog)


def notes(page: FollowupPage) -> list[QAbstractButton]:
    return find(page, ConsentCard).findChildren(QAbstractButton, "note_fall")


def test_a_cell_tells_what_is_recorded_of_its_yes(page: FollowupPage, services: Services) -> None:
    said = words(press_cell(page, "hours"))
    for told in ("A plan for hours", "20 August 2026, spoken", "Text 1", "for this purpose and no"):
        assert told in said
    opened(page, Dialog).reject()


def test_a_no_has_its_own_words(page: FollowupPage, services: Services, case: Case) -> None:
    click(press_cell(page, "duration"), "refuse")
    assert find(page, QAbstractButton, "cell_pass_on_duration").text() == "No 9/9"
    again = press_cell(page, "duration")
    assert "The citizen said no on 9 September 2026." in words(again)
    assert "Ask again only if the citizen brings it up." in words(again)
    assert again.findChildren(QAbstractButton, "refuse") == []
    again.reject()


def test_a_reached_purpose_and_a_mistake_are_two_things(
    page: FollowupPage, services: Services, case: Case
) -> None:
    services.consent.grant(case.id, grant_draft(case.employer, "duration"))
    click(press_cell(page, "hours"), "fulfil")
    assert "Nobody has to be told." in words(opened(page, FallDialog))
    click(opened(page, FallDialog), "close")
    click(press_cell(page, "duration"), "invalidate")
    said = words(opened(page, FallDialog))
    assert "Nothing was shared on it." in said
    click(opened(page, FallDialog), "close")
    states = {kind: one.status for kind, one in cells_of(services, case.id).items()}
    assert states == {
        Information.FUNCTION: ConsentStatus.FULFILLED,
        Information.HOURS: ConsentStatus.FULFILLED,
        Information.DURATION: ConsentStatus.INVALID,
    }


def test_a_withdrawal_asks_afterwards_how_and_who_was_told(
    page: FollowupPage, services: Services, case: Case
) -> None:
    click(page, "withdraw_all")
    asks = opened(page, FallDialog)
    click(asks, "route_phone")
    click(asks, f"told_{case.employer.hex}")
    click(asks, "save")
    fall = services.followup.followup(case.id).falls[0]
    assert (fall.route, fall.tell[0].told_on) == (Route.PHONE, date(2026, 9, 9))
    assert notes(page) == []


def test_a_day_that_cannot_be_keeps_the_question_open(page: FollowupPage, case: Case) -> None:
    click(page, "withdraw_all")
    asks = opened(page, FallDialog)
    click(asks, f"told_{case.employer.hex}")
    type_into(asks, "told_on", "1/9/2026")
    click(asks, "save")
    assert asks.isVisible()
    assert "from when it fell" in words(asks)
    click(asks, "close")


def test_what_is_not_noted_stands_above_the_matrix_until_it_is(
    page: FollowupPage, services: Services, case: Case
) -> None:
    click(page, "withdraw_all")
    click(opened(page, FallDialog), "close")
    assert f"Not told yet: {EMPLOYER}" in words(page)
    (note,) = notes(page)
    note.click()
    asks = opened(page, FallDialog)
    click(asks, "route_written")
    click(asks, f"told_{case.employer.hex}")
    click(asks, "save")
    assert notes(page) == []


def test_every_yes_no_and_fall_is_listed(
    page: FollowupPage, services: Services, case: Case
) -> None:
    services.consent.refuse(case.id, case.employer, Direction.PASS_ON, [Information.DURATION])
    services.consent.withdraw_cell(cells_of(services, case.id)["hours"].id)
    click(page, "show_history")
    said = words(opened(page, Dialog))
    assert "Withdrawn, 9 September 2026" in said
    assert "To work together on keeping the job" in said
    assert "Said no" in said
    opened(page, Dialog).reject()


def test_it_is_read_aloud_in_either_language(page: FollowupPage) -> None:
    click(page, "read_aloud")
    aloud = opened(page, ReadAloudDialog)
    assert "I may give information to" in words(aloud)
    click(aloud, "language_da")
    assert "Jeg må give oplysninger til" in words(aloud)
    assert "I may" not in words(aloud)
    aloud.reject()


def test_from_the_page_of_a_roundtable_everything_is_taken_back_with_one_press(
    desk: Desk, show: Show, services: Services, case: Case
) -> None:
    draft = roundtable_draft(day="16/9/2026")
    roundtable = services.roundtable.plan_roundtable(case.id, draft)
    page = RoundtablePage(desk)
    show(page).resize(1_232, 816)
    page.show_entity(roundtable)
    click(page, "withdraw_all")
    assert not services.followup.followup(case.id).row.consent_live
    row = services.roundtable.roundtable(roundtable).row
    assert (row.citizen, row.status) == (NANCY, RoundtableStatus.STOPPED)
    assert "The roundtable of 16 September 2026 is stopped." in words(opened(page, FallDialog))
    click(opened(page, FallDialog), "close")
    assert find(page, QAbstractButton, "withdraw_all").isHidden()
