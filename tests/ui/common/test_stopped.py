"""A button that cannot be pressed says why, in a line that can be read."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tests.ui.conftest import Show
from ui.common.button import Button
from ui.common.page_header import PageHeader
from ui.common.stopped import WIDEST, Stopped
from ui.common.text import Text


def reason_of(stopped: Stopped) -> Text:
    (text,) = stopped.findChildren(Text)
    return text


def test_a_reason_stands_on_one_line_beside_a_long_subtitle(show: Show) -> None:
    header = PageHeader("Roundtable", "A citizen · a day · an employer · a place" * 3, back=bool)
    stopped = Stopped(Button("Save PDF"))
    header.add_action(stopped)
    stopped.set_stopped("There is no paper to save.")
    show(header).resize(1_000, 120)
    reason = reason_of(stopped)
    assert reason.heightForWidth(reason.width()) < 2 * reason.fontMetrics().lineSpacing()
    assert reason.width() >= reason.fontMetrics().horizontalAdvance(reason.text())


def test_a_reason_that_is_too_long_for_that_goes_on_below(show: Show) -> None:
    room = QWidget()
    row = QHBoxLayout(room)
    stopped = Stopped(Button("Save PDF"))
    row.addWidget(stopped)
    stopped.set_stopped("A long reason is told in full, on as many lines as that takes. " * 2)
    show(room).resize(WIDEST + 160, 200)
    reason = reason_of(stopped)
    assert reason.height() >= reason.heightForWidth(reason.width())


def test_what_is_free_says_nothing() -> None:
    stopped = Stopped(Button("Save PDF"))
    stopped.set_stopped("Not yet.")
    stopped.set_stopped(None)
    assert stopped.button.isEnabled()
    assert stopped.reason() == ""
