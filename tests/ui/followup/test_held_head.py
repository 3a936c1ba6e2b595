from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollBar
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from tests.builders import contact_draft
from tests.followups import with_employer
from tests.ui.conftest import Show
from tests.windows import find
from ui.common.button import Button
from ui.common.desk import Desk
from ui.followup.followup_page import FollowupPage


@pytest.fixture
def page(desk: Desk, show: Show, services: Services) -> FollowupPage:
    case = with_employer(services, "function")
    for _time in range(12):
        services.party.log_contact(case.id, contact_draft())
    page = FollowupPage(desk)
    show(page)
    page.show_entity(case.id)
    return page


def bottom(page: FollowupPage, qtbot: QtBot) -> None:
    """Go to the last button of the page, as Tab would."""
    find(page, Button, "erase_followup").setFocus()
    qtbot.wait(1)


def is_seen(page: FollowupPage) -> bool:
    back = find(page, Button, "withdraw_all")
    return not back.visibleRegion().isEmpty()


def test_withdrawing_is_one_press_away_wherever_one_is_on_the_page(
    page: FollowupPage, qtbot: QtBot
) -> None:
    page.window().resize(1_232, 816)
    bottom(page, qtbot)
    qtbot.waitUntil(lambda: is_seen(page))


def test_in_a_low_window_everything_scrolls_together(page: FollowupPage, qtbot: QtBot) -> None:
    page.window().resize(880, 396)
    qtbot.wait(1)
    assert page.area.verticalScrollBar().maximum() > 0
    bottom(page, qtbot)
    assert not is_seen(page)


@pytest.mark.parametrize("height", [620, 700, 760, 820, 1_100])
def test_there_is_never_more_than_one_scroll_bar(
    page: FollowupPage, qtbot: QtBot, height: int
) -> None:
    page.window().resize(1_232, height)
    qtbot.wait(1)
    bars = [bar for bar in page.findChildren(QScrollBar) if bar.isVisible() and bar.maximum() > 0]
    assert len(bars) == 1
