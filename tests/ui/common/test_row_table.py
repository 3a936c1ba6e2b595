from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from ui.common.badge import BadgeLook
from ui.common.fonts import Role, font
from ui.common.row_model import Column
from ui.common.row_table import RowTable
from ui.common.text_field import TextField
from ui.common.tokens import Tone


@dataclass(frozen=True)
class Fruit:
    id: int
    name: str
    picked_on: date | None


COLUMNS = (
    Column[Fruit]("Name", lambda fruit: fruit.name, strong=True, stretch=1),
    Column[Fruit]("Day", lambda fruit: fruit.picked_on),
    Column[Fruit]("Code", lambda fruit: "K7-QX", code=True),
    Column[Fruit]("State", lambda fruit: 1, badge=lambda _: BadgeLook("Ripe", Tone.OK)),
)
FRUITS = (
    Fruit(1, "pear", date(2026, 9, 9)),
    Fruit(2, "Fig", None),
    Fruit(3, "apple", date(2025, 1, 1)),
)


@pytest.fixture
def table(show: Show) -> RowTable[Fruit]:
    table = RowTable(COLUMNS, name="Fruit", fit=True)
    table.keep_place_by(lambda fruit: fruit.id)
    table.set_rows(FRUITS)
    show(table, TextField())
    return table


def names(table: RowTable[Fruit]) -> list[str]:
    return [fruit.name for fruit in table.rows()]


def test_rows_stand_as_they_were_read(table: RowTable[Fruit]) -> None:
    assert names(table) == ["pear", "Fig", "apple"]


def test_a_heading_sorts_by_what_lies_behind_the_text(table: RowTable[Fruit]) -> None:
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert names(table) == ["apple", "Fig", "pear"]
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert names(table) == ["apple", "pear", "Fig"]


def test_rows_read_again_stand_as_they_were_sorted(table: RowTable[Fruit]) -> None:
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    table.set_rows([*FRUITS, Fruit(4, "plum", None)])
    assert names(table) == ["plum", "pear", "Fig", "apple"]
    table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert names(table) == ["pear", "Fig", "apple", "plum"]


def test_the_cursor_goes_with_its_row_when_rows_are_sorted(table: RowTable[Fruit]) -> None:
    table.go_to(1)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert table.current_row() == FRUITS[0]
    assert table.currentIndex().row() == 2


def test_enter_opens_the_row_the_cursor_is_on(qtbot: QtBot, table: RowTable[Fruit]) -> None:
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [FRUITS[1]]


def test_tab_leaves_the_table(qtbot: QtBot, table: RowTable[Fruit]) -> None:
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


def test_the_cursor_stays_on_its_row_when_rows_are_read_again(table: RowTable[Fruit]) -> None:
    table.go_to(3)
    table.set_rows([Fruit(3, "apple pie", None), *FRUITS[:2]])
    assert table.current_row() == Fruit(3, "apple pie", None)


def test_it_is_as_high_as_its_rows(table: RowTable[Fruit]) -> None:
    assert table.height() == 36 + 3 * 44


def test_it_never_scrolls_sideways(table: RowTable[Fruit]) -> None:
    assert sum(table.columnWidth(at) for at in range(4)) <= table.viewport().width()


def test_it_can_be_painted_with_the_keyboard_on_it(table: RowTable[Fruit]) -> None:
    table.setFocus()
    assert not table.grab().isNull()


def test_where_there_is_little_room_every_heading_is_read_whole(show: Show) -> None:
    columns = (
        Column[Fruit]("Fruit", lambda fruit: fruit.name, strong=True, width=200),
        Column[Fruit]("Remark", lambda fruit: "ripe", width=220),
        Column[Fruit]("Last picked on the day", lambda fruit: fruit.picked_on, width=60),
    )
    table: RowTable[Fruit] = RowTable(columns, name="Fruit")
    table.set_rows(FRUITS)
    show(table).resize(500, 300)
    head = table.horizontalHeader()
    measure = QFontMetrics(font(Role.CAPTION_STRONG)).horizontalAdvance
    for place, column in enumerate(columns):
        assert head.sectionSize(place) >= measure(column.heading) + 32  # px round it
    assert table.columnWidth(0) == 200
    assert head.length() <= table.viewport().width()


def test_the_room_of_a_hidden_column_goes_to_the_others(table: RowTable[Fruit]) -> None:
    before = table.columnWidth(0)
    table.show_column(3, shown=False)
    assert table.columnWidth(0) > before
    assert not table.grab().isNull()
