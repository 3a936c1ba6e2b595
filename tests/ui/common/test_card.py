from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from tests.windows import click, find
from ui.common.badge import Avatar, Badge, BadgeLook, CodeTag
from ui.common.bars import EmptyState, Hatch, TimeBar
from ui.common.button import Button
from ui.common.card import Card
from ui.common.card_head import HEADER
from ui.common.columns import Columns
from ui.common.notice import Notice
from ui.common.page_header import PageHeader
from ui.common.text import Text
from ui.common.tokens import Tone


def said(card: Card) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_an_empty_card_shrinks_to_one_line_and_comes_back(qtbot: QtBot, show: Show) -> None:
    card, below = Card("Tasks"), Text("")
    card.add(Text("Ring the practice"))
    below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    show(card, below).resize(600, 10)
    card.set_empty("No tasks for the next 7 days.")
    qtbot.waitUntil(lambda: card.height() <= HEADER + 4)
    assert said(card) == ["Tasks", "No tasks for the next 7 days."]
    card.set_empty(None)
    assert said(card) == ["Tasks", "Ring the practice"]


def test_a_card_that_cannot_be_read_says_so_and_tries_again(show: Show) -> None:
    tried: list[bool] = []
    card = Card("Tasks")
    show(card)
    card.set_error("The tasks could not be read.", lambda: tried.append(True))
    assert find(card, Notice).isVisible()
    click(card, "act_0")
    assert tried == [True]


def left_of(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint()).x()


def test_columns_stack_where_it_is_narrow(qtbot: QtBot, show: Show) -> None:
    columns = Columns(right=300, narrow=700)
    left, right = Card("Left"), Card("Right")
    columns.add_left(left)
    columns.add_right(right)
    window = show(columns)
    window.resize(900, 400)
    qtbot.waitUntil(lambda: left_of(right) > left_of(left) + 300)
    window.resize(500, 400)
    qtbot.waitUntil(lambda: left_of(right) == left_of(left))
    assert window.width() == 500


def test_the_head_of_a_page_puts_its_acts_beneath_where_it_is_narrow(
    qtbot: QtBot, show: Show
) -> None:
    header = PageHeader("Nancy Ann Test Berggren", "Follow-up 26-014", back=lambda: None)
    act = Button("Log a contact", keys="Ctrl+N")
    header.add_action(act)
    window = show(header)
    window.resize(900, 200)
    qtbot.waitUntil(lambda: left_of(act) > 600)
    window.resize(320, 200)
    qtbot.waitUntil(lambda: left_of(act) < 100)


def test_a_state_is_also_a_word(qtbot: QtBot) -> None:
    badge = Badge("Given", Tone.OK)
    qtbot.addWidget(badge)
    assert badge.accessibleName() == "Given"
    badge.show_look(BadgeLook("Withdrawn", Tone.DANGER, "circle-x"))
    assert badge.accessibleName() == badge.text() == "Withdrawn"


def test_a_code_is_read_aloud_sign_by_sign(qtbot: QtBot) -> None:
    tag = CodeTag("K7-QX")
    qtbot.addWidget(tag)
    assert tag.accessibleName() == "Code K 7 - Q X"


def test_what_is_painted_by_hand_can_be_painted(qtbot: QtBot) -> None:
    bar = TimeBar([6, 14, 6, 4])
    bar.set_done(11)
    for widget in (
        bar,
        Hatch("Hidden"),
        EmptyState("Nothing yet.", "flag"),
        Avatar("Kim Eksempelsen"),
    ):
        qtbot.addWidget(widget)
        widget.resize(120, 40)
        assert not widget.grab().isNull()


def test_what_an_empty_card_says_takes_its_own_line_where_it_would_not_fit(
    qtbot: QtBot, show: Show
) -> None:
    card, below = Card("Contacts"), Text("")
    card.add_action(Button("Log"))
    below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    window = show(card, below)
    window.resize(900, 10)
    card.set_empty("No contacts yet. Ctrl+N logs the first.")
    said_in = next(one for one in card.findChildren(QLabel) if one.text().startswith("No"))
    qtbot.waitUntil(lambda: card.height() <= HEADER + 4)
    window.resize(330, 10)
    qtbot.waitUntil(lambda: said_in.width() > card.width() - 40)
    assert HEADER < card.height() < HEADER + 40
    window.resize(900, 10)
    qtbot.waitUntil(lambda: card.height() <= HEADER + 4)
