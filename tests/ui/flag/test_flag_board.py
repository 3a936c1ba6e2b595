"""Of a column with many flags the first are shown, and the others when they are asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.bootstrap import Services
from app.domain.flag import FlagCard, FlagId
from app.domain.practice import PracticeId
from tests.boards import raised
from tests.ui.conftest import Show
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


def test_a_flag_further_down_can_be_gone_to(board: FlagBoard, cards: list[FlagCard]) -> None:
    assert board.go_to(cards[-1].id)
    assert board.current() == cards[-1]
