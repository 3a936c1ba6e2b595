from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.draft import DraftKind
from app.domain.flag import FlagCard
from app.domain.flag_choice import FlagStatus
from app.domain.practice import PracticeId
from tests.boards import dialog_of, raised, stand_on, status, texts, tile
from tests.clock import Clock
from tests.windows import click, find, press
from ui.common.dialog import Dialog
from ui.common.paint import RING
from ui.flag.flag_dialog import FlagDialog
from ui.flag.flag_page import FlagPage

ALT = Qt.KeyboardModifier.AltModifier
LAPTOP = 1_110  # px beside the sidebar of a window 1366 wide


def as_list(page: FlagPage) -> None:
    find(page, QWidget, "view").setFocus()
    press(Qt.Key.Key_2)


def test_each_flag_stands_under_who_has_the_ball(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    cards = {
        FlagStatus.RAISED: raised(services, practice_id),
        FlagStatus.DOCTOR_ASKS: raised(services, practice_id, next_step="doctor_talks"),
        FlagStatus.AWAITING: raised(services, practice_id, next_step="patient_rings"),
        FlagStatus.CLOSED: raised(services, practice_id, next_step="advice_only"),
    }
    for where, card in cards.items():
        assert [one.card.id for one in page._board.lane(where).tiles()] == [card.id]
    assert page._board.lane(FlagStatus.CONSENTED).tiles() == []


def test_a_card_says_everything_but_who(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id, urgency="this_week", note="Kniber med overblik")
    said = tile(page, card).accessibleName()
    assert said == (
        f"{card.code}, This week, Pain, Lifting, Lægehuset Søndergade · today, Deleted in 90 days"
    )


def test_a_flag_that_goes_within_30_days_warns(
    services: Services, page: FlagPage, practice_id: PracticeId, clock: Clock
) -> None:
    card = raised(services, practice_id)
    page.reload()
    assert not tile(page, card).words().warns
    clock.day = date(2026, 11, 8)
    page.reload()
    assert tile(page, card).words().warns
    assert tile(page, card).words().left == "Deleted in 30 days"


def test_the_list_says_how_old_a_flag_is_and_how_long_it_has_left(
    services: Services, page: FlagPage, practice_id: PracticeId, clock: Clock
) -> None:
    raised(services, practice_id)
    clock.day = date(2026, 10, 21)
    page.reload()
    as_list(page)
    model = page._table.model()
    said = [model.index(0, column).data() for column in range(model.columnCount())]
    assert said[-2:] == ["42 days", "in 48 days"]


def test_arrows_lead_from_card_to_card_and_past_empty_columns(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    first = raised(services, practice_id)
    closed = raised(services, practice_id, next_step="advice_only")
    stand_on(page, first)
    press(Qt.Key.Key_Right)
    assert tile(page, closed).hasFocus()
    press(Qt.Key.Key_Left)
    assert tile(page, first).hasFocus()


def reach_by_code(page: FlagPage, card: FlagCard) -> None:
    page.show_entity(card.id.hex)


def reach_by_filter(page: FlagPage, card: FlagCard) -> None:
    page._filters.clear()
    tile(page, card).setFocus()


def reach_by_page(page: FlagPage, card: FlagCard) -> None:
    tile(page, card).setFocus()


@pytest.mark.parametrize("reach", [reach_by_code, reach_by_filter, reach_by_page])
def test_tab_leads_from_the_card_to_what_harms_nothing(
    services: Services,
    page: FlagPage,
    practice_id: PracticeId,
    reach: Callable[[FlagPage, FlagCard], None],
) -> None:
    card = raised(services, practice_id)
    raised(services, practice_id, next_step="advice_only")
    reach(page, card)
    seen = []
    for _step in range(6):
        press(Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        seen.append(here.objectName() if here else "")
    acts = ["move_on", "correct_flag", "print_slip", "close_flag", "citizen_rings", "relay_yes"]
    assert seen == acts


def test_the_list_shows_the_same_and_acts_alike(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    as_list(page)
    assert page._table.isVisible()
    assert not page._board.isVisible()
    page._table.setFocus()
    press(Qt.Key.Key_Right, ALT)
    assert status(services, card) is FlagStatus.DOCTOR_ASKS
    press(Qt.Key.Key_Delete)
    click(dialog_of(page, Dialog), "confirm")
    assert services.flag.list_flags() == ()


def test_the_flag_one_stands_on_is_the_same_in_either_view(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    cards = [raised(services, practice_id) for _number in range(3)]
    stand_on(page, cards[1])
    as_list(page)
    assert page._table.current_row() == cards[1]
    page._table.go_to(cards[2].id)
    find(page, QWidget, "view").setFocus()
    press(Qt.Key.Key_1)
    assert page._board.current() == cards[2]


def test_what_changed_while_the_list_was_looked_at_is_on_the_board(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    as_list(page)
    services.flag.move_flag(card.id, FlagStatus.AWAITING)
    later = raised(services, practice_id)
    find(page, QWidget, "view").setFocus()
    press(Qt.Key.Key_1)
    [moved] = page._board.lane(FlagStatus.AWAITING).tiles()
    [new] = page._board.lane(FlagStatus.RAISED).tiles()
    assert (moved.card.id, new.card.id) == (card.id, later.id)


def test_an_empty_board_says_how_to_begin(page: FlagPage) -> None:
    assert "No flags yet. Raise them at a visit, or here with Ctrl+N." in texts(page)
    click(page, "raise_first")
    assert dialog_of(page, FlagDialog)


def test_what_is_no_flag_is_passed_over(page: FlagPage) -> None:
    assert not page.resume(DraftKind.TASK, "")
    assert not page.resume(DraftKind.FLAG, "no id")
    page.show_entity("no id")


def test_columns_stack_where_the_window_is_narrow(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    first, second = raised(services, practice_id), raised(services, practice_id)
    alone = raised(services, practice_id, next_step="advice_only")
    page.window().resize(860, 480)
    QTest.qWait(1)
    assert find(page, QWidget, "page_body").width() <= page.area.viewport().width()
    assert tile(page, first).y() == tile(page, second).y(), "beside each other in a wide lane"
    assert tile(page, alone).width() < 1.1 * tile(page, first).width()


def test_the_ring_goes_with_the_card_when_the_window_shrinks(
    services: Services, page: FlagPage, practice_id: PracticeId
) -> None:
    card = raised(services, practice_id)
    stand_on(page, card)
    for width in (1300, 860, 1100):
        page.window().resize(width, 700)
        gc.collect()
        QTest.qWait(1)
        shown = tile(page, card)
        viewport = page.area.viewport()
        frames = [one for one in viewport.findChildren(QWidget) if type(one).__name__ == "_Frame"]
        rings = [frame.geometry().topLeft() for frame in frames if frame.isVisible()]
        corner = shown.mapTo(viewport, QPoint(-RING, -RING))
        assert corner in rings


def test_a_flag_gone_to_stands_whole_above_the_acts(
    services: Services, page: FlagPage, practice_id: PracticeId, qtbot: QtBot
) -> None:
    cards = [raised(services, practice_id) for _number in range(6)]
    for card in cards:
        services.flag.move_flag(card.id, FlagStatus.AWAITING)
    page.window().resize(LAPTOP, 560)
    for card in (page._board.lane(FlagStatus.AWAITING).tiles()[-1].card, cards[0], cards[3]):
        page.show_entity(card.id.hex)
        qtbot.wait(20)
        shown, area = tile(page, card), page.area.viewport()
        top = shown.mapTo(area, QPoint(0, 0)).y()
        assert top >= 0
        assert top + shown.height() <= area.height()
