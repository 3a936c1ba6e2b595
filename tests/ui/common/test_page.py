from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.bootstrap import Services
from app.changes import ChangeFeed, Topic
from tests.windows import Went
from ui.common.change_bridge import ChangeBridge
from ui.common.desk import Desk
from ui.common.message_bar import MessageBar
from ui.common.page import SETTLED, Page
from ui.common.tasks import TaskRunner


class Counting(Page):
    TOPICS = frozenset({Topic.FLAG})
    reloads = 0

    @override
    def reload(self) -> None:
        self.reloads += 1


@pytest.fixture
def feed() -> ChangeFeed:
    return ChangeFeed()


@pytest.fixture
def page(qtbot: QtBot, feed: ChangeFeed) -> Counting:
    went = Went()
    # This page asks no service anything.
    services = cast("Services", None)
    page = Counting(
        Desk(services, ChangeBridge(feed), TaskRunner(), went.go, MessageBar(), went.show_room)
    )
    qtbot.addWidget(page)
    return page


def test_a_page_is_read_when_it_is_first_shown(page: Counting) -> None:
    assert page.reloads == 0
    page.show()
    page.hide()
    page.show()
    assert page.reloads == 1


def test_a_page_in_view_is_read_again_when_its_topic_changes(
    page: Counting, feed: ChangeFeed
) -> None:
    page.show()
    feed.publish(frozenset({Topic.FLAG, Topic.VISIT}))
    feed.publish(frozenset({Topic.VISIT}))
    assert page.reloads == 2


def test_a_hidden_page_waits_until_it_is_shown(page: Counting, feed: ChangeFeed) -> None:
    page.show()
    page.hide()
    feed.publish(frozenset({Topic.FLAG}))
    feed.publish(frozenset({Topic.FLAG}))
    assert page.reloads == 1
    page.show()
    assert page.reloads == 2


def test_a_page_that_comes_into_view_may_be_read_before(page: Counting) -> None:
    page.read_ahead()
    assert (page.reloads, page.isVisible()) == (1, False)
    page.show()
    assert page.reloads == 1


class Silent(QWidget):
    """Needs another height without saying so, as a part does that is styled late."""

    tall = 20

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def heightForWidth(self, width: int) -> int:
        return self.tall

    @override
    def sizeHint(self) -> QSize:
        return QSize(100, self.tall)


def test_a_page_that_was_read_is_measured_again(
    page: Counting, feed: ChangeFeed, qtbot: QtBot
) -> None:
    silent = Silent()
    page.body.addWidget(silent)
    page.body.addStretch(1)
    page.show()
    qtbot.waitUntil(lambda: silent.height() == 20)
    qtbot.wait(2 * SETTLED)
    silent.tall = 60
    feed.publish(frozenset({Topic.FLAG}))
    qtbot.waitUntil(lambda: silent.height() == 60)
