"""Of a column with many flags the first are shown, and the others when they are asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.bootstrap import Services
from app.domain.flag import FlagCard, FlagId
from app.domain.flag_choice import FlagStatus
from app.domain.practice import PracticeId
from tests.boards import raised
from tests.ui.conftest import Show
from tests.windows import press
from ui.common.tab_order import order_tabs
from ui.flag.flag_board import AT_ONCE, FlagBoard

DAY = date(2026, 9, 9)


@pytest.fixture
def cards(services: Services, practice_id: PracticeId) -> list[FlagCard]:
    """One flag, many times over."""
    card = raised(services, practice_id)
    return [replace(card, id=FlagId(UUID(int=number + 1))) for number in range(AT_ONCE + 3)]


@pytest.fixture
def board(show: Show, cards: list[FlagCard]) -> FlagBoard:
    board = FlagBoard()
    show(board)
    board.show_cards(cards, DAY)
    return board


def test_more_are_shown_when_asked_for(board: FlagBoard, cards: list[FlagCard]) -> None:
    lane = board.lane(cards[0].status)
    assert len(lane.tiles()) == AT_ONCE
    lane.more.click()
    assert [tile.card for tile in lane.tiles()] == cards
    assert board.current() == cards[AT_ONCE]
    assert lane.more.isHidden()


def test_tab_leads_on_from_a_flag_that_was_brought_in(show: Show, cards: list[FlagCard]) -> None:
    before, board, after = QPushButton(), FlagBoard(), QPushButton()
    window = show(before, board, after)
    board.show_cards(cards, DAY)
    order_tabs(window)
    board.lane(cards[0].status).more.click()
    press(Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_a_flag_further_down_can_be_gone_to(board: FlagBoard, cards: list[FlagCard]) -> None:
    assert board.go_to(cards[-1].id)
    assert board.current() == cards[-1]


def test_a_flag_keeps_its_tile_and_the_keyboard_follows_it_to_another_column(
    board: FlagBoard, cards: list[FlagCard]
) -> None:
    few = cards[:3]
    board.show_cards(few, DAY)
    board.go_to(few[1].id)
    first, second, third = board.lane(few[0].status).tiles()
    moved = replace(few[1], status=FlagStatus.AWAITING)
    board.show_cards([few[0], moved, few[2]], DAY)
    assert list(board.lane(few[0].status).tiles()) == [first, third]
    assert second not in board.lane(few[0].status).tiles()
    [there] = board.lane(FlagStatus.AWAITING).tiles()
    assert (there.card, there.hasFocus()) == (moved, True)


def test_a_flag_stands_in_its_place_at_once_when_it_comes_to_a_column(
    board: FlagBoard, cards: list[FlagCard]
) -> None:
    first, *others = cards
    elsewhere = replace(first, status=FlagStatus.AWAITING)
    board.show_cards([elsewhere, *others], DAY)
    board.go_to(first.id)
    board.show_cards(cards, DAY)
    here = board.lane(first.status).tiles()[0]
    assert (here.card, here.hasFocus()) == (first, True)
    stood = here.pos()
    QTest.qWait(1)
    assert here.pos() == stood


def test_where_a_flag_has_gone_the_next_one_has_the_keyboard(
    board: FlagBoard, cards: list[FlagCard]
) -> None:
    few = cards[:3]
    board.show_cards(few, DAY)
    board.go_to(few[1].id)
    board.show_cards([few[0], few[2]], DAY)
    assert board.current() == few[2]
    assert board.lane(few[0].status).tiles()[1].hasFocus()


def test_only_the_flag_stood_on_is_reached_by_tab(board: FlagBoard, cards: list[FlagCard]) -> None:
    board.go_to(cards[2].id)
    board.show_cards(cards[1:], DAY)
    stops = [
        tile.card
        for tile in board.lane(cards[0].status).tiles()
        if tile.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [cards[2]]
