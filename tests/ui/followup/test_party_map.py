"""The map of the parties by keyboard, and taking the strings oneself."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from tests.builders import grant_draft, party_draft, task_draft
from tests.followups import Case, held, with_employer
from tests.ui.conftest import Show
from tests.windows import click, find, opened, words
from ui.common.desk import Desk
from ui.followup.followup_dialog import CorrectFollowupDialog
from ui.followup.followup_page import FollowupPage
from ui.followup.party_dialog import PartyDialog
from ui.task.task_dialog import TaskDialog


@pytest.fixture
def case(services: Services) -> Case:
    case = with_employer(services)
    services.party.add_party(case.id, party_draft("Egen læge", kind="gp"))
    services.party.add_party(case.id, party_draft("Fagforeningen", kind="union"))
    services.party.add_party(case.id, party_draft("Sygehuset", kind="hospital"))
    return case


@pytest.fixture
def page(desk: Desk, show: Show, case: Case) -> FollowupPage:
    page = FollowupPage(desk)
    show(page).resize(1_232, 816)
    page.show_entity(case.id)
    return page


def box(page: FollowupPage, name: str) -> QAbstractButton:
    return find(page, QAbstractButton, f"map_{name}")


def test_arrows_move_row_by_row_and_enter_opens(page: FollowupPage, qtbot: QtBot) -> None:
    box(page, "me").setFocus()
    for name in ("employer", "citizen", "gp", "union", "hospital"):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Right)
        assert box(page, name).hasFocus(), name
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    dialog = opened(page, PartyDialog)
    assert dialog.draft().name == "Sygehuset"
    dialog.reject()


def test_the_boxes_keep_their_places_and_do_not_overlap(page: FollowupPage, qtbot: QtBot) -> None:
    drawn = page.one.parties.map
    qtbot.waitUntil(lambda: drawn.height() == drawn.sizeHint().height())
    places = [button.geometry() for button in drawn.boxes()]
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert box(page, "me").x() < box(page, "employer").x()
    assert box(page, "me").x() == box(page, "hospital").x()
    assert all(drawn.rect().contains(place) for place in places)


def test_the_strings_are_taken_with_one_press(
    page: FollowupPage, services: Services, case: Case
) -> None:
    assert "Nobody drives this." in words(page)
    click(page, "drive_myself")
    assert "Nobody drives this." not in words(page)
    assert "Drives it" in box(page, "me").accessibleName()
    services.party.correct_party(case.employer, party_draft(drives=True))
    assert "Drives it" not in box(page, "me").accessibleName()
    assert "Drives it" in box(page, "employer").accessibleName()


def test_my_own_box_opens_my_next_task_or_a_new_one(
    page: FollowupPage, services: Services, case: Case
) -> None:
    click(page, "map_me")
    opened(page, TaskDialog).throw_away()
    services.task.add_task(
        task_draft("Ring som aftalt", subject="followup", subject_id=str(case.id))
    )
    assert "Ring som aftalt" in box(page, "me").accessibleName()
    click(page, "map_me")
    dialog = opened(page, TaskDialog)
    assert dialog.draft().what == "Ring som aftalt"
    dialog.reject()


def test_the_citizen_in_the_middle_tells_the_hours_agreed(
    page: FollowupPage, services: Services, case: Case
) -> None:
    roundtable = held(services, case)
    services.consent.grant(case.id, grant_draft(case.employer))
    services.roundtable.finalise(roundtable)
    assert box(page, "citizen").accessibleName() == "The citizen: 10 hours a week, weeks 36 to 37"
    click(page, "map_citizen")
    opened(page, CorrectFollowupDialog).reject()
