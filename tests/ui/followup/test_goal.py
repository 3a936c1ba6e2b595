"""The goal ladder and the need for coordination, on the page of a follow-up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.complexity import Level, Sign
from app.domain.followup import FollowupId, Outcome
from tests.followups import started
from tests.ui.conftest import Show
from tests.windows import click, find, opened, press_keys, press_save, words
from ui.common.check import CheckBox
from ui.common.desk import Desk
from ui.followup.followup_page import FollowupPage
from ui.followup.goal_card import GoalDialog


@pytest.fixture
def followup(services: Services) -> FollowupId:
    return started(services)


@pytest.fixture
def page(desk: Desk, show: Show, followup: FollowupId) -> FollowupPage:
    page = FollowupPage(desk)
    show(page).resize(1_232, 816)
    page.show_entity(followup)
    return page


def test_both_rungs_are_chosen_by_keyboard_and_shown(
    page: FollowupPage, services: Services, followup: FollowupId, qtbot: QtBot
) -> None:
    click(page, "set_goal")
    dialog = opened(page, GoalDialog)
    press_keys(qtbot, dialog, ("now", "3"), ("aim", "1"))
    press_save(dialog)
    goal = services.goal.goal(followup)
    assert (goal.now, goal.aim) == (Outcome.OTHER_DUTIES, Outcome.SAME_JOB)
    said = [row.accessibleName() for row in page.one.goal.list.rows()]
    assert said[0] == "Same job, Aim"
    assert said[2] == "Other duties, same workplace, Now"


def test_signs_are_ticked_at_once_and_a_level_is_only_proposed(
    page: FollowupPage, services: Services, followup: FollowupId, qtbot: QtBot
) -> None:
    assert "Tick the signs you see" in words(page)
    sign = find(page, CheckBox, "signs_few_around")
    sign.setFocus()
    qtbot.keyClick(sign, Qt.Key.Key_Space)
    assert services.followup.followup(followup).complexity.signs == (Sign.FEW_AROUND,)
    assert "Proposal: needs coordination." in words(page)
    assert services.followup.followup(followup).complexity.level is None
    assert sign.hasFocus(), "the keyboard stays where it ticked"


def test_the_person_decides_and_may_decide_otherwise(
    page: FollowupPage, services: Services, followup: FollowupId
) -> None:
    find(page, CheckBox, "signs_few_around").click()
    click(page, "level_plain")
    assert services.followup.followup(followup).complexity.level is Level.PLAIN
    assert "Decided 9 September 2026" in words(page)
    find(page, QAbstractButton, "level_").click()
    assert services.followup.followup(followup).complexity.level is None
