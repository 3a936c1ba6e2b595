from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Show
from tests.windows import click, find
from ui.common.button import Button
from ui.common.message_bar import MessageBar
from ui.common.tokens import Tone


@pytest.fixture
def bar(show: Show) -> MessageBar:
    bar = MessageBar()
    show(bar)
    return bar


def test_it_says_a_sentence_and_undoes_once(bar: MessageBar) -> None:
    undone: list[bool] = []
    bar.say("The task is done.", undo=lambda: undone.append(True))
    assert bar.text() == "The task is done."
    click(bar, "undo")
    assert undone == [True]
    assert bar.text() == ""


def test_without_anything_to_undo_there_is_no_undo(bar: MessageBar) -> None:
    bar.say("Saved as visit-summary.pdf")
    assert not find(bar, Button, "undo").isVisible()


def test_it_goes_by_itself_but_trouble_stays(
    bar: MessageBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.common.message_bar.SECONDS", 0.01)
    bar.say("Saved.")
    qtbot.waitUntil(lambda: bar.text() == "")
    bar.say("Not saved: the disk is full.", tone=Tone.DANGER)
    qtbot.wait(50)
    assert bar.text() == "Not saved: the disk is full."
