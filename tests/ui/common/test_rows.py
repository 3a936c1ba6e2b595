from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from ui.common.badge import Badge, BadgeLook, CodeTag
from ui.common.button import Button
from ui.common.card_head import SIDE
from ui.common.icons import IconLook
from ui.common.rows import AT_ONCE, REST, Row, RowList, RowPart, tick_row
from ui.common.text import ShortText
from ui.common.tokens import Token, Tone, colour

FRUITS = ("fig", "pear", "plum")


@pytest.fixture
def rows(show: Show) -> RowList:
    rows = RowList([Row(fruit, "from the tree", key=fruit) for fruit in FRUITS])
    show(rows)
    return rows


def test_enter_opens_the_row_one_is_on(qtbot: QtBot, rows: RowList) -> None:
    rows.rows()[0].setFocus()
    qtbot.keyClick(rows.rows()[0], Qt.Key.Key_Down)
    with qtbot.waitSignal(rows.opened) as opened:
        qtbot.keyClick(rows.rows()[1], Qt.Key.Key_Return)
    assert opened.args == ["pear"]


def test_a_click_opens_it(qtbot: QtBot, rows: RowList) -> None:
    with qtbot.waitSignal(rows.opened) as opened:
        qtbot.mouseClick(rows.rows()[2], Qt.MouseButton.LeftButton)
    assert opened.args == ["plum"]


def test_space_ticks_and_enter_opens(qtbot: QtBot, show: Show) -> None:
    rows = RowList([tick_row("Ring the practice", done=False, key=7)])
    show(rows)
    with qtbot.waitSignal(rows.ticked) as ticked:
        qtbot.keyClick(rows.rows()[0], Qt.Key.Key_Space)
    assert ticked.args == [7, True]
    with qtbot.waitSignal(rows.opened):
        qtbot.keyClick(rows.rows()[0], Qt.Key.Key_Return)


def test_a_click_on_the_box_ticks_and_elsewhere_opens(qtbot: QtBot, show: Show) -> None:
    rows = RowList([tick_row("Ring the practice", done=True, key=7)])
    show(rows)
    row = rows.rows()[0]
    with qtbot.waitSignal(rows.ticked) as ticked:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert ticked.args == [7, False]
    with qtbot.waitSignal(rows.opened):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 60, 20))


def test_parts_stand_under_their_heading_and_arrows_lead_from_one_to_the_next(
    qtbot: QtBot, show: Show
) -> None:
    rows = RowList()
    parts = [("Fruit", "fig"), ("", "pear"), ("Nuts", "hazel")]
    rows.set_parts([RowPart(heading=name, rows=[Row(one, key=one)]) for name, one in parts])
    show(rows)
    said = [label.text() for label in rows.findChildren(ShortText)]
    assert said == ["Fruit", "Nuts"]
    first, _second, third = rows.rows()
    assert (first.accessibleDescription(), third.accessibleDescription()) == ("Fruit", "Nuts")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_End)
    assert third.hasFocus()


def test_the_list_is_one_tab_stop(rows: RowList) -> None:
    stops = [row for row in rows.rows() if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(stops) == 1


def test_one_stays_where_one_stood_when_the_list_is_read_again(rows: RowList) -> None:
    rows.rows()[1].setFocus()
    rows.set_rows([Row(fruit, key=fruit) for fruit in ("apple", *FRUITS)])
    assert [row.hasFocus() for row in rows.rows()] == [False, False, True, False]


def test_one_stays_near_when_the_row_is_gone(rows: RowList) -> None:
    rows.rows()[2].setFocus()
    rows.set_rows([Row("fig", key="fig")])
    assert rows.rows()[0].hasFocus()


def test_a_row_says_all_it_shows_aloud(qtbot: QtBot) -> None:
    marks = [Badge("In 5 days", Tone.WARN)]
    row = Row("Skovbrynets Læger", "64 days", leading=CodeTag("D8-LG"), trailing=marks)
    qtbot.addWidget(row)
    assert row.accessibleName() == "Skovbrynets Læger, 64 days, Code D 8 - L G, In 5 days"


def test_a_wrapped_row_grows_with_its_words(show: Show) -> None:
    words = "Have you talked with the patient? We have not heard anything for 42 days. " * 3
    row = Row(words, wrap=True, opens=False)
    window = show(row)
    window.resize(300, 400)
    assert row.heightForWidth(280) > row.heightForWidth(2_000)


def test_a_word_without_an_end_is_broken_where_a_row_grows(qtbot: QtBot) -> None:
    row = Row("W" * 200, wrap=True)
    qtbot.addWidget(row)
    assert row.heightForWidth(400) > row.heightForWidth(4_000)


def test_what_does_not_fit_is_read_where_the_pointer_rests(show: Show) -> None:
    row = Row("A title that is far too long for so small a place", "short")
    show(row).resize(160, 80)
    assert row.tip_at(QPoint(40, 16)) == row.title()
    assert row.tip_at(QPoint(40, 40)) == ""


def test_what_is_to_be_pressed_in_a_row_stays_the_button_it_is(show: Show, qtbot: QtBot) -> None:
    pressed: list[bool] = []
    button = Button("Erase", pressed=lambda: pressed.append(True))
    rows = RowList([Row("fig", trailing=[Badge("ripe"), button])])
    show(rows).resize(400, 100)
    qtbot.waitUntil(lambda: button.geometry().right() == rows.width() - SIDE - 1)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [True]
    rows.set_rows([Row("pear")])
    assert not rows.findChildren(Button)


def test_a_long_task_is_read_to_its_end(show: Show) -> None:
    long = "Undersøger tilskud til støjdæmpende udstyr hos kommunen inden næste møde"
    rows = RowList([tick_row(long, "Me", done=False), tick_row("Ring", "Me", done=False)])
    show(rows).resize(260, 300)
    wrapped, short = rows.rows()
    assert wrapped.heightForWidth(240) > short.heightForWidth(240)


@pytest.mark.parametrize(("bare", "lines"), [(False, 3), (True, 2)])
def test_a_line_parts_the_rows_and_the_first_from_a_head(
    show: Show, *, bare: bool, lines: int
) -> None:
    rows = RowList([Row(fruit, key=fruit) for fruit in FRUITS], bare=bare)
    show(rows)
    assert lines_in(rows) == lines


def lines_in(rows: RowList) -> int:
    """How many lines are drawn from side to side."""
    shown = rows.grab().toImage()
    return [shown.pixelColor(1, y) for y in range(shown.height())].count(colour(Token.LINE))


def test_of_many_rows_the_first_are_shown_and_more_when_asked_for(qtbot: QtBot, show: Show) -> None:
    rows = RowList()
    show(rows)
    rows.show_first(range(AT_ONCE + 2), lambda number: Row(str(number), key=number))
    assert [row.key for row in rows.rows()] == [*range(AT_ONCE), REST]
    rows.rows()[-1].setFocus()
    qtbot.keyClick(rows.rows()[-1], Qt.Key.Key_Return)
    assert [row.key for row in rows.rows()] == list(range(AT_ONCE + 2))
    assert rows.rows()[AT_ONCE].hasFocus()


def test_a_row_of_a_long_list_is_kept_until_its_thing_or_the_day_is_another(show: Show) -> None:
    rows, made = RowList(at_once=2), list[str]()
    show(rows)

    def make(fruit: str) -> Row:
        made.append(fruit)
        return Row(fruit, key=fruit)

    def of(*fruits: str, day: int) -> list[str]:
        made.clear()
        rows.show_first(fruits, make, beside=day)
        return list(made)

    assert of("fig", "pear", "plum", day=1) == ["fig", "pear", "plum"]
    assert of("fig", "pear", "plum", day=1) == []
    assert of("fig", "quince", day=1) == ["quince"]
    assert of("fig", "quince", day=2) == ["fig", "quince"]


def test_of_a_list_that_is_longer_than_what_was_read_more_is_asked_for(
    qtbot: QtBot, show: Show
) -> None:
    rows = RowList(at_once=2)
    show(rows)

    def read() -> None:
        things = range(30)[: rows.most]
        rows.show_first(things, lambda number: Row(str(number), key=number), count=30)

    rows.more_asked.connect(read)
    read()
    assert [row.title() for row in rows.rows()] == ["0", "1", f"Show {AT_ONCE} more"]
    rows.rows()[-1].setFocus()
    qtbot.keyClick(rows.rows()[-1], Qt.Key.Key_Return)
    assert len(rows.rows()) == 2 + AT_ONCE + 1
    assert rows.rows()[2].hasFocus()
    assert rows.rows()[-1].title() == "Show 8 more"


def test_the_last_one_is_shown_rather_than_a_row_that_would_show_it(show: Show) -> None:
    rows = RowList(at_once=2)
    show(rows)
    rows.show_first(FRUITS, lambda fruit: Row(fruit, key=fruit))
    assert [row.key for row in rows.rows()] == list(FRUITS)


def test_few_rows_are_all_shown(show: Show) -> None:
    rows = RowList()
    show(rows)
    rows.show_first(FRUITS, lambda fruit: Row(fruit, key=fruit))
    assert [row.key for row in rows.rows()] == list(FRUITS)


def test_a_thing_that_is_shown_already_keeps_its_row(show: Show) -> None:
    made: list[str] = []
    rows = RowList()
    show(rows)

    def make(fruit: str) -> Row:
        made.append(fruit)
        return Row(fruit, key=fruit)

    rows.show_things([("Ripe", ["fig", "pear"]), ("Green", ["plum"])], make)
    pear = rows.rows()[1]
    pear.setFocus()
    rows.show_things([("Ripe", ["apple", "pear"]), ("Green", ["plum", "fig"])], make)
    assert [row.key for row in rows.rows()] == ["apple", "pear", "plum", "fig"]
    assert made == ["fig", "pear", "plum", "apple"], "the fig only went to the other part"
    assert rows.rows()[1] is pear
    assert pear.hasFocus()
    assert rows.rows()[3].accessibleDescription() == "Green"
    said = sorted(label.text() for label in rows.findChildren(ShortText))
    assert said == ["Green", "Ripe"]


def test_two_equal_things_have_a_row_each(show: Show, qtbot: QtBot) -> None:
    rows = RowList()
    show(rows)
    for fruits in (["fig", "fig"], ["pear", "fig", "fig"], ["fig"]):
        rows.show_things([("", fruits)], lambda fruit: Row(fruit, key=fruit))
        assert [row.title() for row in rows.rows()] == fruits
        assert len(rows.findChildren(Row)) == len(fruits)
        qtbot.wait(1)
        assert lines_in(rows) == len(fruits)


def test_rows_that_are_alike_serve_for_what_comes(qtbot: QtBot, show: Show) -> None:
    def make(fruit: str) -> Row:
        row = Row(
            fruit,
            f"{fruit} from the tree" if fruit != "plum" else "",
            key=fruit,
            leading=IconLook("check" if fruit == "fig" else "x"),
            trailing=[Badge(fruit, Tone.OK if fruit == "fig" else Tone.WARN)],
        )
        row.setToolTip(f"About the {fruit}")
        return row

    rows = RowList()
    show(rows)
    rows.show_things([("", ["fig"])], make)
    (row,) = rows.rows()
    row.setFocus()
    rows.show_things([("", ["pear"])], make)
    assert rows.rows() == [row]
    assert row.hasFocus(), "one stays at the place"
    assert row.accessibleName() == "pear, pear from the tree, pear"
    assert (row.title(), row.toolTip()) == ("pear", "About the pear")
    assert row.marks() == [IconLook("x"), BadgeLook("pear", Tone.WARN)]
    with qtbot.waitSignal(rows.opened) as opened_row:
        qtbot.keyClick(row, Qt.Key.Key_Return)
    assert opened_row.args == ["pear"]
    rows.show_things([("", ["plum"])], make)
    assert (rows.rows(), row.words()[1:]) == ([row], ["plum"])


def test_the_keyboard_follows_its_thing_and_not_the_row(show: Show) -> None:
    rows = RowList()
    show(rows)

    def make(fruit: tuple[str, int]) -> Row:
        return Row(f"{fruit[0]} {fruit[1]}", key=fruit[0])

    rows.show_things([("", [("fig", 1), ("pear", 1)])], make)
    rows.rows()[1].setFocus()
    rows.show_things([("", [("pear", 2), ("fig", 2)])], make)
    assert [(row.title(), row.hasFocus()) for row in rows.rows()] == [
        ("pear 2", True),
        ("fig 2", False),
    ]
