"""A page that shows a list or one thing reads what it comes to show, and that once."""

from __future__ import annotations

from typing import cast
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from app.bootstrap import Services
from app.changes import ChangeFeed, Topic
from tests.windows import Went
from ui.common.change_bridge import ChangeBridge
from ui.common.desk import Desk
from ui.common.either_page import EitherPage
from ui.common.message_bar import MessageBar
from ui.common.tasks import TaskRunner

FIG, PEAR = UUID(int=1), UUID(int=2)


class Orchard(EitherPage):
    TOPICS = frozenset({Topic.FLAG})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.read: list[UUID | None] = []
        self.put(QWidget(), QWidget())

    @override
    def read_list(self) -> None:
        self.read.append(None)

    @override
    def read_one(self, shown: UUID) -> None:
        self.read.append(shown)

    @override
    def show_entity(self, entity_id: object) -> None:
        if isinstance(entity_id, UUID):
            self.show_one(entity_id)


@pytest.fixture
def feed() -> ChangeFeed:
    return ChangeFeed()


@pytest.fixture
def page(qtbot: QtBot, feed: ChangeFeed) -> Orchard:
    went = Went()
    services = cast("Services", None)  # this page asks no service anything
    page = Orchard(
        Desk(services, ChangeBridge(feed), TaskRunner(), went.go, MessageBar(), went.show_room)
    )
    qtbot.addWidget(page)
    return page


def lead(page: Orchard, entity_id: object | None) -> None:
    with page.led_to(entity_id):
        page.show()
        if entity_id is not None:
            page.show_entity(entity_id)


def test_who_comes_to_see_one_thing_waits_for_that_alone(page: Orchard, feed: ChangeFeed) -> None:
    lead(page, FIG)
    assert page.read == [FIG]
    page.hide()
    feed.publish(frozenset({Topic.FLAG}))
    lead(page, PEAR)
    assert page.read == [FIG, PEAR]


def test_who_comes_back_sees_what_stood_there_read_anew(page: Orchard, feed: ChangeFeed) -> None:
    lead(page, FIG)
    page.hide()
    lead(page, None)
    assert page.read == [FIG]
    page.hide()
    feed.publish(frozenset({Topic.FLAG}))
    lead(page, None)
    assert page.read == [FIG, FIG]


def test_what_cannot_be_shown_leaves_the_page_as_it_is_read_anew(page: Orchard) -> None:
    lead(page, "no id")
    assert page.read == [None]


def test_a_change_in_view_is_read_at_once(page: Orchard, feed: ChangeFeed) -> None:
    lead(page, FIG)
    feed.publish(frozenset({Topic.FLAG}))
    assert page.read == [FIG, FIG]
